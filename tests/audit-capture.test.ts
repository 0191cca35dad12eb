import { beforeEach, describe, expect, it, vi } from 'vitest';
import { auditTab, justCaptured, pictureFault } from '../lib/audit-capture';
import type { CaptureOutcome } from '../lib/messages';
import { draftOf, fileOf } from '../lib/store/drafts';

const saved = { ok: true, snapshotId: 's1', accountKey: 'x:lumen', network: 'x' } as CaptureOutcome;
const refused: CaptureOutcome = { ok: false, refusal: 'no-posts', network: 'x', surface: 'profile' };
const WEBP = { bytes: Uint8Array.of(1, 2, 3), type: 'image/webp', width: 3, height: 1 };
const TAB = { id: 7, windowId: 1, active: true, url: 'https://x.com/lumen' };

const tabs = vi.hoisted(() => ({ get: vi.fn(), captureVisibleTab: vi.fn() }));
const session = vi.hoisted(() => ({ kept: new Map<string, unknown>(), set: vi.fn() }));
const captureTab = vi.hoisted(() => vi.fn());
vi.mock('../lib/capture-tab', () => ({ captureTab }));
const outcomeIn = vi.hoisted(() => vi.fn());
vi.mock('../lib/outcomes', () => ({ outcomeIn }));
vi.mock('../lib/pictures/image', () => ({ shrunk: async () => WEBP }));
vi.mock('wxt/browser', () => ({
  browser: {
    tabs,
    storage: {
      session: { get: async (name: string) => ({ [name]: session.kept.get(name) }), set: session.set },
      local: { get: async () => ({}), set: async () => undefined, remove: async () => undefined },
    },
  },
}));

beforeEach(() => {
  vi.resetAllMocks();
  vi.spyOn(console, 'warn').mockReturnValue();
  session.kept.clear();
  session.set.mockImplementation(async (items: object) => {
    for (const [name, value] of Object.entries(items)) session.kept.set(name, value);
  });
  captureTab.mockResolvedValue(saved);
  tabs.get.mockResolvedValue(TAB);
  tabs.captureVisibleTab.mockResolvedValue('data:image/png;base64,iVBORw==');
});

describe('an audit capture', () => {
  it('sets a picture aside with the address, the time and the hash of its bytes', async () => {
    expect(await auditTab(TAB)).toEqual({ ...saved, picture: 'waiting' });
    const draft = await draftOf('s1');
    expect(draft).toMatchObject({ url: TAB.url, accountKey: 'x:lumen', width: 3, height: 1, size: 3, edited: null });
    // printf '\1\2\3' | sha256sum
    expect(draft?.sha256).toBe('039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81');
    expect(draft && fileOf(draft).bytes).toEqual(WEBP.bytes);
  });

  it.each([
    [
      'not-allowed',
      () => tabs.captureVisibleTab.mockRejectedValue(new Error("Either the '<all_urls>' or 'activeTab' permission is required.")),
    ],
    [
      'too-soon',
      () => tabs.captureVisibleTab.mockRejectedValue(new Error('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.')),
    ],
    ['not-visible', () => tabs.get.mockResolvedValueOnce(TAB).mockResolvedValueOnce({ ...TAB, active: false })],
    ['not-visible', () => tabs.get.mockResolvedValue({ ...TAB, active: false })],
    ['moved', () => tabs.get.mockResolvedValueOnce(TAB).mockResolvedValueOnce({ ...TAB, url: 'https://x.com/mira' })],
    ['full', () => session.set.mockRejectedValue(new Error('Session storage quota bytes exceeded. Values were not stored.'))],
    ['failed', () => tabs.captureVisibleTab.mockRejectedValue(new Error('Failed to capture tab: image readback failed'))],
  ] as const)('that cannot have its picture (%s) is a capture all the same, and says why', async (fault, happens) => {
    happens();
    expect(await auditTab(TAB)).toEqual({ ...saved, picture: fault });
    expect(await draftOf('s1')).toBeNull();
  });

  it.each([
    ['refused it as too soon', () => tabs.captureVisibleTab.mockRejectedValueOnce(new Error('MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND'))],
    ['failed to draw it', () => tabs.captureVisibleTab.mockRejectedValueOnce(new Error('image readback failed'))],
    ['never answered', () => tabs.captureVisibleTab.mockReturnValueOnce(new Promise(() => undefined))],
  ])('has its picture from a browser that %s once', async (_, happens) => {
    vi.useFakeTimers();
    happens();
    const made = auditTab(TAB);
    await vi.runAllTimersAsync();
    expect(await made).toEqual({ ...saved, picture: 'waiting' });
    expect(tabs.captureVisibleTab).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('that saves no figures keeps no picture either', async () => {
    captureTab.mockResolvedValue(refused);
    expect(await auditTab(TAB)).toEqual(refused);
    expect(session.kept.size).toBe(0);
  });
});

describe('the capture that a picture is added to', () => {
  const AT = 1_000_000;
  const last = { outcome: { ...saved, takenAt: AT }, url: TAB.url };
  const found = async (change: object, now = AT + 5_000, id: string | null = 's1') => {
    outcomeIn.mockResolvedValue({ ...last, ...change });
    return (await justCaptured(TAB, id, now)) !== null;
  };

  it('is the one that the popup has just made, and it is not made again', async () => {
    expect(await found({})).toBe(true);
    expect(await auditTab(TAB, last.outcome as Parameters<typeof auditTab>[1])).toMatchObject({ snapshotId: 's1', picture: 'waiting' });
    expect(captureTab).not.toHaveBeenCalled();
  });

  it('is none that is old, of another page, another capture, or has a picture', async () => {
    expect(await found({}, AT + 60_000)).toBe(false);
    expect(await found({}, AT - 1)).toBe(false);
    expect(await found({ url: 'https://x.com/mira' })).toBe(false);
    expect(await found({}, AT + 5_000, 's0')).toBe(false);
    expect(await found({}, AT + 5_000, null)).toBe(false);
    expect(await found({ outcome: { ...last.outcome, picture: 'waiting' } })).toBe(false);
    expect(await found({ outcome: { ...last.outcome, picture: 'too-soon' } })).toBe(true);
    expect(await found({ outcome: refused })).toBe(false);
  });
});

it('a browser’s own words are taken for what they mean', () => {
  expect(pictureFault(new Error('Missing activeTab permission'))).toBe('not-allowed');
  expect(pictureFault(new Error('No tab with id: 7.'))).toBe('not-visible');
  expect(pictureFault('?')).toBe('failed');
});
