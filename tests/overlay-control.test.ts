import 'fake-indexeddb/auto';
import './components/browser';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ingest } from '../lib/ingest';
import type { NetworkId } from '../lib/model/vocabulary';
import { exact } from '../lib/reading/readings';
import { eraseEverything } from '../lib/store/erase';
import { allTags, setTag } from '../lib/store/tags';
import { localArea } from './browser/local-area';
import { capture, NOW, post } from './store/build';

let on: NetworkId[] = [];
const outcomes = new Map<number, object>();
vi.mock('../lib/settings', () => ({ overlayNetworks: { getValue: async () => on } }));
vi.mock('../lib/outcomes', () => ({ outcomeIn: async (tabId: number) => outcomes.get(tabId) ?? null }));
Object.assign((globalThis as unknown as { chrome: object }).chrome, { storage: { local: localArea(), session: localArea() } });
const { overlayFor, tagFromPage } = await import('../lib/overlay-control');

const PAGE = { id: 'jauge', url: 'https://x.com/lumen', frameId: 0, tab: { id: 7 } };
const saved = { outcome: { ok: true, network: 'x', accountKey: 'x:lumen' } };
const asked = (change: object = {}) => ({ postKey: 'x:1', tag: 'promote', on: true, ...change });

beforeEach(async () => {
  await eraseEverything();
  on = ['x'];
  outcomes.clear();
  outcomes.set(7, saved);
  const likes = { metrics: { likes: exact(10, 'label') } };
  await ingest(capture('a', [post('1', likes), post('2', likes)]));
  const other = { surface: { kind: 'profile', handle: 'other' } } as const;
  await ingest(
    capture('b', [post('9', { ...likes, author: 'other' })], { ...other, account: { ...capture('b', []).account, handle: 'other' } }),
  );
});

describe('a page’s script', () => {
  it('is given the posts of the account that was just captured in its tab, and of no other', async () => {
    await setTag({ accountKey: 'x:lumen', postKey: 'x:2' }, 'curate', true, NOW);
    const given = await overlayFor(PAGE);
    expect(given?.rows.map(({ postKey, tags }) => `${postKey} ${tags}`).sort()).toEqual(['x:1 ', 'x:2 curate']);
  });

  it('tags these posts, with fixed tags', async () => {
    expect(await tagFromPage(PAGE, asked(), NOW)).toEqual(['promote']);
    expect(await tagFromPage(PAGE, asked({ tag: 'useful' }), NOW + 1)).toEqual(['promote', 'useful']);
    expect(await tagFromPage(PAGE, asked({ on: false }), NOW + 2)).toEqual(['useful']);
    expect(await allTags()).toEqual([{ accountKey: 'x:lumen', posts: { 'x:1': { tags: ['useful'], at: NOW + 2 } } }]);
  });

  it.each([
    ['a post of another account', PAGE, asked({ postKey: 'x:9' })],
    ['a post that was not captured', PAGE, asked({ postKey: 'x:404' })],
    ['a word of one’s own', PAGE, asked({ tag: 'coulisses' })],
    ['something that is no tag', PAGE, asked({ tag: ['promote'] })],
    ['neither on nor off', PAGE, asked({ on: 'yes' })],
    ['nothing', PAGE, null],
    ['a tab where nothing was captured', { ...PAGE, tab: { id: 8 } }, asked()],
    ['a page of another network in that tab', { ...PAGE, url: 'https://www.youtube.com/@lumen' }, asked()],
    ['no page', { ...PAGE, url: 'about:blank' }, asked()],
  ])('is refused %s', async (_, sender, data) => {
    expect(await tagFromPage(sender, data, NOW)).toBeNull();
    expect(await allTags()).toEqual([]);
  });

  it('is given nothing and tags nothing where badges are off, or the last capture was refused', async () => {
    on = ['youtube'];
    expect([await overlayFor(PAGE), await tagFromPage(PAGE, asked(), NOW)]).toEqual([null, null]);
    on = ['x'];
    outcomes.set(7, { outcome: { ok: false, refusal: 'no-posts', network: 'x' } });
    expect([await overlayFor(PAGE), await tagFromPage(PAGE, asked(), NOW)]).toEqual([null, null]);
    expect(await allTags()).toEqual([]);
  });
});
