import { describe, expect, it } from 'vitest';
import { senderKind } from '../lib/senders';

const own = { id: 'jauge', origin: 'chrome-extension://jauge' };

describe('who sent a message', () => {
  it.each([
    ['the popup', { id: 'jauge', url: 'chrome-extension://jauge/popup.html' }, 'extension'],
    [
      'the workspace in a tab',
      { id: 'jauge', url: 'chrome-extension://jauge/options.html#posts', frameId: 0, tab: { id: 1 } },
      'extension',
    ],
    ['our script in a page', { id: 'jauge', url: 'https://x.com/lumen', frameId: 0, tab: { id: 1 } }, 'page'],
    ['our script in a frame', { id: 'jauge', url: 'https://x.com/embed', frameId: 7, tab: { id: 1 } }, 'stranger'],
    [
      'a page that looks like ours',
      { id: 'jauge', url: 'https://evil.example/chrome-extension://jauge/', frameId: 0, tab: { id: 1 } },
      'page',
    ],
    ['a host that begins like ours', { id: 'jauge', url: 'chrome-extension://jauge.evil/popup.html' }, 'stranger'],
    ['another extension', { id: 'other', url: 'chrome-extension://jauge/popup.html' }, 'stranger'],
    ['nobody', {}, 'stranger'],
  ])('%s', (_, sender, kind) => {
    expect(senderKind(sender, own)).toBe(kind);
  });
});
