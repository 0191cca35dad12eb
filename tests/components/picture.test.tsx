// @vitest-environment happy-dom
import './browser';

import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BoxFields } from '../../components/BoxFields';
import { PictureEditor } from '../../components/PictureEditor';
import { PictureList } from '../../components/PictureList';
import { PictureOffer } from '../../components/PictureOffer';
import type { CaptureState } from '../../lib/capture-state';
import { PICTURE_FAULTS, type PictureEdit, type PictureFacts } from '../../lib/model/picture';
import { speak } from './browser';
import { host, show } from './host';

const FILE = { bytes: Uint8Array.of(1), type: 'image/webp', width: 800, height: 600 };
const FACTS: PictureFacts = {
  ...{ snapshotId: 'a', accountKey: 'x:lumen', network: 'x', url: 'https://x.com/lumen', takenAt: Date.UTC(2026, 10, 29), adapter: 2 },
  ...{ type: 'image/webp', width: 800, height: 600, size: 120_000, sha256: 'f00d', edited: null },
};
const on = { keep: vi.fn(), discard: vi.fn(), edit: vi.fn() };
const offered = (step: NonNullable<CaptureState['picture']>['step']) => ({ facts: FACTS, file: FILE, step });
const button = (words: string) => [...host.querySelectorAll('button')].find((each) => each.textContent?.trim() === words);
const click = (words: string) => act(() => button(words)?.click());

beforeEach(() => {
  speak('en-GB');
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no pictures here')));
});

describe('the picture of an audit capture', () => {
  it.each(PICTURE_FAULTS)('that is not there (%s) leaves no doubt about the figures, and says why in both languages', (fault) => {
    const english = show(<PictureOffer fault={fault} picture={null} on={on} />);
    expect(english).toMatch(/^No picture was taken; the figures are saved\. \S.*\.$/);
    speak('fr-FR');
    const french = show(<PictureOffer fault={fault} picture={null} on={on} />);
    expect(french).toMatch(/^Aucune image n’a été prise\u202f; les chiffres sont enregistrés\. \S.*\.$/);
    expect(host.querySelector('button')).toBeNull();
  });

  it('can be tried again when it could not be kept, and not once it was', () => {
    expect(show(<PictureOffer fault={null} picture={offered('full')} on={on} />)).toContain('the disk is full');
    click('Keep');
    expect(on.keep).toHaveBeenCalledOnce();
    show(<PictureOffer fault={null} picture={offered('kept')} on={on} />);
    expect(host.querySelector('button')).toBeNull();
  });
});

describe('the numbers of a part', () => {
  it('never leave the picture, and an arrow moves by four pixels', () => {
    const onBox = vi.fn();
    show(<BoxFields box={{ x: 700, y: 10, width: 100, height: 50 }} size={FILE} onBox={onBox} />);
    const [left, , width] = [...host.querySelectorAll('input')];
    const set = (input: HTMLInputElement | undefined, value: string) => {
      if (!input) throw new Error('no such field');
      input.value = value;
      act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
      return onBox.mock.lastCall?.[0];
    };
    expect(set(left, '750')).toEqual({ x: 750, y: 10, width: 50, height: 50 });
    expect(set(left, '5000')).toEqual({ x: 799, y: 10, width: 1, height: 50 });
    expect(set(width, '-3')).toEqual({ x: 799, y: 10, width: 1, height: 50 });
    act(() => void left?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })));
    expect(onBox.mock.lastCall?.[0]).toEqual({ x: 696, y: 10, width: 100, height: 50 });
  });
});

describe('deciding on a picture', () => {
  it('hands over what was hidden and the last crop, and nothing that was taken back', () => {
    const onKeep = vi.fn<(edits: PictureEdit[]) => void>();
    show(<PictureEditor file={FILE} busy={false} onKeep={onKeep} onDiscard={vi.fn()} />);
    click('Keep');
    expect(onKeep).toHaveBeenLastCalledWith([]);
    click('Hide this part');
    click('Keep only this part');
    click('Keep only this part');
    expect(host.querySelectorAll('.picture-edits li')).toHaveLength(2);
    act(() => host.querySelector<HTMLButtonElement>('.picture-edits button')?.click());
    click('Keep as changed');
    expect(onKeep).toHaveBeenLastCalledWith([{ kind: 'crop', box: { x: 200, y: 150, width: 400, height: 300 } }]);
  });

  it('is done once, however often it is asked for', () => {
    const onKeep = vi.fn();
    show(<PictureEditor file={FILE} busy onKeep={onKeep} onDiscard={onKeep} />);
    click('Keep');
    click('Discard');
    expect(onKeep).not.toHaveBeenCalled();
  });
});

it('the list says what was taken out of each picture', () => {
  const box = { x: 0, y: 0, width: 5, height: 5 };
  const edited: PictureEdit[] = [...[1, 2].map(() => ({ kind: 'hide' as const, box })), { kind: 'crop', box }];
  const pictures = [FACTS, { ...FACTS, snapshotId: 'b', edited }];
  const text = show(<PictureList pictures={pictures} nameOf={() => 'Lumen'} onShow={vi.fn()} onErase={vi.fn()} />);
  expect(text).toContain('as taken');
  expect(text).toContain('2 parts hidden · cropped');
  expect(text).toContain('120 kB');
});
