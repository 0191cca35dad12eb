import { browser } from 'wxt/browser';
import { captureTab } from './capture-tab';
import { hideOverlay } from './hide-overlay';
import type { CaptureOutcome } from './messages';
import type { PictureFault, PictureFile } from './model/picture';
import { networkFacts } from './networks/facts';
import { outcomeIn } from './outcomes';
import { shrunk } from './pictures/image';
import { sha256 } from './store/checksum';
import { fromBase64 } from './store/compress';
import { putDraft } from './store/drafts';

interface Tab {
  id?: number;
  url?: string;
  windowId?: number;
}
interface Taken extends PictureFile {
  url: string;
  takenAt: number;
}

type Saved = CaptureOutcome & { ok: true };

/** Longer ago, a capture is another look at the page. */
const JUST_MS = 60_000;
/** A browser that has not answered by then is asked for the picture again. */
const ANSWER_MS = 5000;
/** Longer than the half second within which a browser refuses a second picture. */
const AGAIN_MS = 600;

/**
 * The capture of this id, where it is this tab's last, of the page that is still in it, less than a minute old, and has had no picture: its picture
 * can be taken without capturing the same figures twice.
 */
export async function justCaptured(tab: Tab, snapshotId: string | null, now: number): Promise<Saved | null> {
  const last = snapshotId === null || tab.id === undefined ? null : await outcomeIn(tab.id);
  if (!last?.outcome.ok || last.outcome.snapshotId !== snapshotId || !tab.url || last.url !== tab.url) return null;
  const { takenAt, picture } = last.outcome;
  return picture !== 'waiting' && now - takenAt < JUST_MS && now >= takenAt ? last.outcome : null;
}

/**
 * Captures the page of a tab that the user just acted on, unless that was `just` done, and takes a picture of what is visible of it at the same moment. The picture waits in memory
 * until the analyst has looked at it. The capture does not depend on it: where there is none the outcome says why. Never throws.
 */
export async function auditTab(tab: Tab, just: Saved | null = null): Promise<CaptureOutcome> {
  const [outcome, taken] = await Promise.all([just ?? captureTab(tab), takePicture(tab)]);
  if (!outcome.ok) return outcome;
  return { ...outcome, picture: typeof taken === 'string' ? taken : await setAside(outcome, taken) };
}

/** Opens the page where a picture that waits is looked at, beside the tab in front. */
export async function showPicture(snapshotId: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/options.html#evidence?draft=${snapshotId}` as '/options.html') });
}

/** A picture of the visible part of a tab, or why there is none. A tab that is not in front is not seen: the picture would be another page's. */
async function takePicture(tab: Tab): Promise<Taken | PictureFault> {
  try {
    const before = await browser.tabs.get(tab.id ?? -1);
    if (!before.active || before.windowId === undefined) return 'not-visible';
    // Evidence shows the page as it is: badges of a former capture go, and come back with the end of this one.
    await hideOverlay(before.id ?? -1);
    const { address, takenAt } = await pictureOf(before.windowId);
    const after = await browser.tabs.get(tab.id ?? -1);
    if (!after.active || after.windowId !== before.windowId) return 'not-visible';
    if (after.url !== before.url) return 'moved';
    // Not fetched: our own pages are forbidden to fetch anything, a data address too.
    const file = await shrunk(new Blob([fromBase64(address.slice(address.indexOf(',') + 1))], { type: 'image/png' }));
    return { ...file, url: before.url ?? '', takenAt };
  } catch (error) {
    console.warn('No picture could be taken:', error);
    return pictureFault(error);
  }
}

/** What a window shows. A browser takes two pictures a second, and may fail to draw one or never answer while it is busy: asked once more, it mostly can. */
async function pictureOf(windowId: number): Promise<{ address: string; takenAt: number }> {
  for (let again = true; ; again = false) {
    const takenAt = Date.now();
    let given: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      given = setTimeout(reject, ANSWER_MS, new Error('The browser took no picture in time.'));
    });
    try {
      return { address: await Promise.race([browser.tabs.captureVisibleTab(windowId, { format: 'png' }), tooLong]), takenAt };
    } catch (error) {
      if (!again || !['too-soon', 'failed'].includes(pictureFault(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    } finally {
      clearTimeout(given);
    }
  }
}

async function setAside(
  { snapshotId, accountKey, network }: CaptureOutcome & { ok: true },
  taken: Taken,
): Promise<'waiting' | PictureFault> {
  const { bytes, ...rest } = taken;
  const adapter = networkFacts.find(({ id }) => id === network)?.version ?? 0;
  try {
    const facts = { snapshotId, accountKey, network, adapter, size: bytes.length, sha256: await sha256(bytes), edited: null, ...rest };
    await putDraft(facts, bytes);
    return 'waiting';
  } catch (error) {
    console.warn('No picture could be set aside:', error);
    return pictureFault(error);
  }
}

/** What a browser means by an error: its own words are all that it gives. */
export function pictureFault(error: unknown): PictureFault {
  const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (/MAX_CAPTURE_VISIBLE_TAB_CALLS|per second/i.test(words)) return 'too-soon';
  if (/quota/i.test(words)) return 'full';
  if (/permission|not allowed|cannot access|cannot be scripted/i.test(words)) return 'not-allowed';
  return /no tab|no window|not visible|active tab/i.test(words) ? 'not-visible' : 'failed';
}
