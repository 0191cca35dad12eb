// @vitest-environment happy-dom
import './browser';

import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { TagEditor } from '../../components/TagEditor';
import { digitOf } from '../../lib/digit-key';
import { host, show } from './host';

const said: string[] = [];
const press = (init: KeyboardEventInit, target: EventTarget = document.body) =>
  act(() => void target.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })));

describe('the tags of a post', () => {
  beforeEach(() => {
    said.length = 0;
    show(
      <TagEditor
        tags={['curate', 'old-word']}
        words={['coulisses', 'recette']}
        onToggle={(tag, on) => said.push(`${tag} ${on}`)}
        onAdd={(typed) => said.push(`add ${typed}`)}
        onForget={(word) => said.push(`forget ${word}`)}
      />,
    );
  });
  it('are switches: fixed ones first, then own words, then words that are no longer offered', () => {
    const chips = [...host.querySelectorAll('[aria-pressed]')];
    expect(chips.map((chip) => `${chip.textContent} ${chip.getAttribute('aria-pressed')}`)).toEqual([
      ...['1promotion false', '2curation true', '3interaction false', '4useful false'],
      ...['5mission false', '6coulisses false', '7recette false', '8old-word true'],
    ]);
  });

  it('are toggled by their digits, and not while somebody types', () => {
    press({ key: '2', code: 'Digit2' });
    press({ key: 'é', code: 'Digit2' });
    press({ key: '6', code: 'Digit6' });
    press({ key: '9', code: 'Digit9' });
    press({ key: '1', code: 'Digit1' }, host.querySelector('input') as EventTarget);
    press({ key: '1', code: 'Digit1', ctrlKey: true });
    expect(said).toEqual(['curate false', 'curate false', 'coulisses true']);
  });
});

describe('a digit', () => {
  const none = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false };
  it.each([
    ['a US keyboard', { key: '3', code: 'Digit3' }, 3],
    ['the number pad', { key: '4', code: 'Numpad4' }, 4],
    ['the number pad without NumLock', { key: 'ArrowLeft', code: 'Numpad4' }, null],
    ['a French keyboard', { key: '"', code: 'Digit3' }, 3],
    ['a French keyboard with Shift', { key: '3', code: 'Digit3', shiftKey: true }, 3],
    ['a US keyboard with Shift', { key: '#', code: 'Digit3', shiftKey: true }, null],
    ['a key that is held down', { key: '3', code: 'Digit3', repeat: true }, null],
    ['a shortcut', { key: '3', code: 'Digit3', metaKey: true }, null],
    ['a letter', { key: 'r', code: 'KeyR' }, null],
  ])('of %s', (_, change, digit) => {
    expect(digitOf({ ...none, ...change })).toBe(digit);
  });
});
