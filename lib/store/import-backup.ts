import type { AccountAnswers, BrandAnswers } from '../model/answers';
import type { Study } from '../model/study';
import type { AccountTags } from '../model/tags';
import { bringAnswers } from './answers';
import { itemsOf } from './backup-file';
import { cameBack } from './erased';
import { byAccount, compress, entriesOf, journalIds, labelOf, type Sealed, seal } from './journal';
import { enter } from './ledger';
import { exclusively } from './lock';
import { opened } from './open';
import { namesOutside, outside } from './outside';
import type { Progress } from './restore';
import { noteBrought } from './retention';
import { bringRuns, type SavedRun } from './runs';
import { storeStudy, studiesOutside } from './studies';
import { bringTags } from './tags';
import { writeAll } from './write-all';

/** What a backup would bring, before anything of it is kept. */
export interface BackupSummary {
  captures: number;
  /** Captures that the store has already: they stay as they are. */
  known: number;
  posts: number;
  accounts: number;
  studies: number;
  /** Saved audits. */
  runs: number;
  from: number | null;
  to: number | null;
}

const AT_ONCE = 50;
const STAGED = 'staged-capture:';
const STAGED_STUDY = 'staged-study:';
const STAGED_RUN = 'staged-run:';
const STAGED_TAGS = 'staged-tags:';
const STAGED_WORDS = 'staged-words';
const STAGED_ANSWERS = 'staged-answers:';
const STAGED_POSTS = 'staged-post-answers:';
/** Set once a file was read to its end: what was set aside is the store's from then on. */
const ADOPTING = 'adopting';

/** Reads a backup to its end and keeps nothing. Throws BackupError. */
export async function inspectBackup(file: Blob, { onProgress, signal }: Progress = {}): Promise<BackupSummary> {
  await opened();
  const known = new Set(await journalIds());
  const accounts = new Set<string>();
  const summary: BackupSummary = { captures: 0, known: 0, posts: 0, accounts: 0, studies: 0, runs: 0, from: null, to: null };
  for await (const item of itemsOf(file)) {
    signal?.throwIfAborted();
    if ('study' in item) summary.studies += 1;
    else if ('run' in item) summary.runs += 1;
    else if ('entry' in item) {
      const { capture, accountKey } = item.entry;
      accounts.add(accountKey);
      summary.captures += 1;
      summary.known += known.has(capture.id) ? 1 : 0;
      summary.posts += capture.posts.length;
      summary.from = Math.min(summary.from ?? capture.takenAt, capture.takenAt);
      summary.to = Math.max(summary.to ?? capture.takenAt, capture.takenAt);
    }
    onProgress?.(summary.captures, 0);
  }
  return { ...summary, accounts: accounts.size };
}

/**
 * Takes a backup in, all or nothing: its captures wait outside the database until the file was read to its end and found whole; only then they
 * count, and are written. What is there already stays as it is. Throws BackupError or the signal's reason, and then nothing has changed.
 */
export async function importBackup(file: Blob, { onProgress, signal }: Progress = {}): Promise<void> {
  await opened();
  await exclusively(async () => {
    try {
      await stage(file, signal);
    } catch (error) {
      await dropStaged();
      throw error;
    }
    const ids = await adoptStaged();
    await writeAll(entriesOf(ids), (done) => onProgress?.(done, ids.length));
    await bringTheRest();
  });
}

/** Sets everything of a file aside. */
async function stage(file: Blob, signal: AbortSignal | undefined): Promise<void> {
  await dropStaged();
  let waiting: Record<string, unknown> = {};
  const flush = async () => {
    signal?.throwIfAborted();
    await outside().set(waiting);
    waiting = {};
  };
  for await (const item of itemsOf(file)) {
    if ('study' in item) waiting[STAGED_STUDY + item.study.id] = item.study;
    else if ('run' in item) waiting[STAGED_RUN + item.run.id] = item.run;
    else if ('tags' in item) waiting[STAGED_TAGS + item.tags.accountKey] = item.tags;
    else if ('tagWords' in item) waiting[STAGED_WORDS] = item.tagWords;
    else if ('answers' in item) waiting[STAGED_ANSWERS + item.answers.brandId] = item.answers;
    else if ('postAnswers' in item) waiting[STAGED_POSTS + item.postAnswers.accountKey] = item.postAnswers;
    else waiting[STAGED + item.entry.capture.id] = seal(item.entry, await compress(item.entry));
    if (Object.keys(waiting).length >= AT_ONCE) await flush();
  }
  await flush();
  await noteBrought();
  await outside().set({ [ADOPTING]: true });
}

/** Makes what was set aside the store's own; ids of the captures that are new. */
async function adoptStaged(): Promise<string[]> {
  const names = await namesOutside(STAGED);
  const adopted: ReturnType<typeof labelOf>[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const found = Object.entries(await outside().get(names.slice(at, at + AT_ONCE)));
    const sealed = found.map(([name, value]): [string, Sealed] => [name.slice(STAGED.length), value as Sealed]);
    const fresh = await enter(sealed);
    adopted.push(...sealed.flatMap(([id, entry], index) => (fresh[index] ? labelOf(id, entry) : [])));
    await cameBack(sealed.map(([id]) => id));
    await outside().remove(found.map(([name]) => name));
  }
  return byAccount(adopted);
}

/** Studies, saved audits, tags, and what else was said. */
async function bringTheRest(): Promise<void> {
  const names = await namesOutside(STAGED_STUDY);
  const studies = Object.values(await outside().get(names)) as Study[];
  const known = new Set((await studiesOutside()).map(({ id }) => id));
  for (const study of studies) if (!known.has(study.id)) await storeStudy(study);
  await bringStagedRuns();
  const tagged = await namesOutside(STAGED_TAGS);
  const { [STAGED_WORDS]: words = [], ...tags } = await outside().get([...tagged, STAGED_WORDS]);
  await bringTags(Object.values(tags) as AccountTags[], words as string[]);
  const [said, ofPosts] = [await namesOutside(STAGED_ANSWERS), await namesOutside(STAGED_POSTS)];
  const valuesOf = async (of: string[]) => (of.length ? Object.values(await outside().get(of)) : []);
  await bringAnswers((await valuesOf(said)) as BrandAnswers[], (await valuesOf(ofPosts)) as AccountAnswers[]);
  await outside().remove([...names, ...tagged, ...said, ...ofPosts, STAGED_WORDS, ADOPTING]);
}

/** Some at a time: each is a file of its own size. */
async function bringStagedRuns(): Promise<void> {
  const names = await namesOutside(STAGED_RUN);
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE);
    await bringRuns(Object.values(await outside().get(some)) as SavedRun[]);
    await outside().remove(some);
  }
}

const dropStaged = async () => outside().remove([...(await namesOutside('staged-')), ADOPTING]);

/** Ends an import that was cut off: a file that was read to its end is taken in, another is forgotten. True where captures came in. */
export async function finishImport(): Promise<boolean> {
  const left = await namesOutside('staged-');
  if (!left.length && !(ADOPTING in (await outside().get(ADOPTING)))) return false;
  return exclusively(async () => {
    if (!(ADOPTING in (await outside().get(ADOPTING)))) return dropStaged().then(() => false);
    await adoptStaged();
    await bringTheRest();
    return true;
  });
}
