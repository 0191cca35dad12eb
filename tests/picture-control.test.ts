import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BLANK, type CaptureState } from '../lib/capture-state';
import type { CaptureOutcome } from '../lib/messages';
import type { PictureFacts } from '../lib/model/picture';
import { pictureControl } from '../lib/picture-control';
import { draftOf, forgetDrafts, putDraft } from '../lib/store/drafts';

const keepPicture = vi.hoisted(() => vi.fn());
vi.mock('../lib/store/pictures', () => ({ keepPicture }));
vi.mock('../lib/audit-capture', () => ({ showPicture: vi.fn() }));

const FACTS: PictureFacts = {
  ...{ snapshotId: 's1', accountKey: 'x:lumen', network: 'x', url: 'https://x.com/lumen', takenAt: 5, adapter: 2 },
  ...{ type: 'image/webp', width: 8, height: 6, size: 2, sha256: 'f00d', edited: null },
};
const BYTES = Uint8Array.of(1, 2);
const saved = { ok: true, snapshotId: 's1', picture: 'waiting' } as CaptureOutcome;

async function shown() {
  const state = signal<CaptureState>({ ...BLANK, phase: 'saved', outcome: saved });
  const control = pictureControl(state, vi.fn());
  await control.offer('s1');
  return { state, control, step: () => state.value.picture?.step };
}

beforeEach(async () => {
  vi.resetAllMocks();
  vi.spyOn(console, 'warn').mockReturnValue();
  await putDraft(FACTS, BYTES);
});

describe('a picture that is kept', () => {
  it('is handed over byte by byte, and no longer waits', async () => {
    keepPicture.mockResolvedValue(true);
    const { control, step } = await shown();
    await control.keep();
    expect(keepPicture).toHaveBeenCalledWith(FACTS, BYTES);
    expect(step()).toBe('kept');
    expect(await draftOf('s1')).toBeNull();
  });

  it.each([
    ['full', 'QuotaExceededError'],
    ['failed', 'UnknownError'],
  ])('still waits where the store refuses it (%s), and can be kept later', async (said, name) => {
    keepPicture.mockRejectedValueOnce(Object.assign(new Error('no'), { name })).mockResolvedValue(true);
    const { control, step } = await shown();
    await control.keep();
    expect(step()).toBe(said);
    expect(await draftOf('s1')).not.toBeNull();
    await control.keep();
    expect(step()).toBe('kept');
  });

  it('is not kept when it was decided on elsewhere meanwhile', async () => {
    const { control, step } = await shown();
    await forgetDrafts(['s1']);
    await control.keep();
    expect(keepPicture).not.toHaveBeenCalled();
    expect(step()).toBe('gone');
  });
});

it('a picture of another capture than the one that is shown is not offered', async () => {
  const { state, control } = await shown();
  state.value = { ...BLANK, phase: 'saved', outcome: { ...saved, snapshotId: 's2' } as CaptureOutcome };
  await control.offer('s1');
  expect(state.value.picture).toBeNull();
});
