import { browser } from 'wxt/browser';
import type { PictureFacts, PictureFile } from '../model/picture';
import { fromBase64, toBase64 } from './compress';

/** A picture that the analyst has not decided on yet. It is in the browser's memory alone, and goes with it: the disk never had it. */
export interface PictureDraft extends PictureFacts {
  /** Its file, as text that any JSON can hold. */
  base64: string;
}

const PREFIX = 'picture:';
const nameOf = (snapshotId: string) => PREFIX + snapshotId;
const all = () => browser.storage.session.get(null) as Promise<Record<string, unknown>>;

/** Sets a picture aside until it is decided on. Rejects when too many wait already: browsers give this memory 10 MB. */
export const putDraft = (facts: PictureFacts, bytes: Uint8Array): Promise<void> =>
  browser.storage.session.set({ [nameOf(facts.snapshotId)]: { ...facts, base64: toBase64(bytes) } satisfies PictureDraft });

/** The picture that waits of a capture; null where it was decided on or the browser was closed meanwhile. */
export async function draftOf(snapshotId: string): Promise<PictureDraft | null> {
  const name = nameOf(snapshotId);
  return ((await browser.storage.session.get(name))[name] as PictureDraft | undefined) ?? null;
}

/** All that wait, newest first. */
export async function listDrafts(): Promise<PictureDraft[]> {
  const found = Object.entries(await all()).filter(([name]) => name.startsWith(PREFIX));
  return found.map(([, draft]) => draft as PictureDraft).sort((a, b) => b.takenAt - a.takenAt);
}

/** Forgets those that wait of these captures, or all. */
export async function forgetDrafts(captures: string[] | 'everything'): Promise<void> {
  const names = captures === 'everything' ? Object.keys(await all()).filter((name) => name.startsWith(PREFIX)) : captures.map(nameOf);
  if (names.length) await browser.storage.session.remove(names);
}

/** Tells of every picture that begins or ceases to wait. */
export function onDrafts(told: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((name) => name.startsWith(PREFIX))) told();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

/** The facts of a draft without its file. */
export const factsOf = ({ base64: _, ...facts }: PictureDraft): PictureFacts => facts;

/** Its file. */
export const fileOf = ({ base64, type, width, height }: PictureDraft): PictureFile => ({
  bytes: fromBase64(base64),
  type,
  width,
  height,
});
