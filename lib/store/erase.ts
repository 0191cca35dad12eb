import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { recordAccount, type StoredAccount } from './accounts';
import { forgetAnswers } from './answers';
import { db } from './db';
import { notedAsErased } from './erased';
import { emptyFile, filedIn, filedMonths, fold, sight, unfold } from './filing';
import { capturesOfAccounts, journalIds } from './journal';
import { forgetTimes } from './kept-for';
import { strike } from './ledger';
import { exclusively } from './lock';
import { AGE_FITS, BROUGHT, HELD, outside } from './outside';
import { forgetNoted, notedToForget } from './pictures';
import { restore } from './restore';
import { forgetRuns } from './runs';
import { settle } from './settle';
import { aboutOf, captureIdOf, isWhole, postsOf, snapshotsOfAccount } from './snapshots';
import { storageFault } from './storage-fault';
import { forgetStudies, forgetStudy } from './studies';
import { forgetTags } from './tags';
import { unfiledOf } from './unfiled';

/** Removes one snapshot and everything that only it knew. Removing it twice is the same. */
export const eraseSnapshot = (id: string): Promise<void> => exclusively(() => carryOut({ captures: [id] }));

/** Removes several at once. */
export const eraseCaptures = (ids: string[]): Promise<void> => exclusively(() => carryOut({ captures: ids }));

/** Removes an account: its snapshots, figures, and the posts that no other account's page showed. */
export const eraseAccount = (accountKey: string): Promise<void> =>
  exclusively(async () => carryOut(await erasureOf({ kind: 'account', accountKey })));

/** Removes every capture, study and figure of the store; the settings stay. */
export const eraseEverything = (): Promise<void> => exclusively(() => carryOut('everything'));

/** What is to be erased is noted first: an erasure that is ended halfway goes on at the next start, and nothing is restored that was erased. */
export type Erasure =
  | { captures: string[]; studyId?: string /** Whose tags, and what was said of them, go with it. */; accounts?: string[] }
  | 'everything';

/** What a user can have erased: a study goes with every account in it. */
export type ErasureTarget =
  | { kind: 'everything' }
  | { kind: 'account'; accountKey: string }
  | { kind: 'study'; studyId: string }
  /** Captures by id: those that are older than they are kept. */
  | { kind: 'captures'; captures: string[] };

const ERASING = 'erasing';

/** Ends an erasure that was cut off. */
export async function finishErasing(): Promise<void> {
  const left = (await outside().get(ERASING))[ERASING] as Erasure | undefined;
  if (left) await exclusively(() => carryOut(left));
}

/** The captures that go with it, as they are now. */
export async function erasureOf(target: ErasureTarget): Promise<Erasure> {
  if (target.kind === 'everything') return 'everything';
  if (target.kind === 'captures') return { captures: target.captures };
  if (target.kind === 'account') return { captures: await capturesOf([target.accountKey]), accounts: [target.accountKey] };
  const study = await db.studies.get(target.studyId);
  const accounts = [...new Set(study?.brands.flatMap((brand) => brand.accounts) ?? [])];
  return { captures: await capturesOf(accounts), studyId: target.studyId, accounts };
}

/** By the database and by the journal: what one of them has lost would come back from the other. */
async function capturesOf(accountKeys: string[]): Promise<string[]> {
  // Those that wait to be filed first: what is filed meanwhile is then found twice rather than not at all.
  const unfiled = await unfiledOf(db, accountKeys).catch(() => []);
  const records = await Promise.all(accountKeys.map((key) => Promise.resolve(snapshotsOfAccount(db, key).primaryKeys()).catch(() => [])));
  const inBase = [...unfiled.map(({ id }) => id), ...records.flat()].map(captureIdOf);
  return [...new Set([...inBase, ...(await capturesOfAccounts(accountKeys))])];
}

/** Only under the store's lock. `also` is written outside in the same stroke as the note that it has begun. */
export async function carryOut(erasure: Erasure, also: Record<string, unknown> = {}): Promise<void> {
  const pictures = await notedToForget(erasure === 'everything' ? erasure : erasure.captures);
  const erased = await notedAsErased(erasure === 'everything' ? await journalIds() : erasure.captures);
  await outside().set({ ...also, ...pictures, ...erased, [ERASING]: erasure });
  if (erasure === 'everything') {
    await strike(await journalIds());
    await forgetStudies();
    await forgetTags('all');
    await forgetTimes('all');
    await forgetAnswers('all');
    await outside().remove([AGE_FITS, HELD, BROUGHT]);
    await orAnew(erasure, () => db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear()))));
  } else {
    await strike(erasure.captures);
    await orAnew(erasure.captures, async () => {
      await settle(db);
      await eraseRecords(erasure.captures, erasure.accounts ?? []);
    });
    await forgetTags(erasure.accounts ?? []);
    await forgetTimes(erasure.accounts ?? []);
    await forgetAnswers(erasure.accounts ?? [], erasure.studyId);
    if (erasure.studyId !== undefined) await forgetStudy(erasure.studyId);
  }
  await forgetRuns();
  await outside().remove(ERASING);
  // By itself: a database of pictures that refuses keeps no figure, and nothing of the store from its start.
  await forgetNoted();
}

/** A database that is too damaged to erase from is made again without what is erased: the journal has it no more, and nobody has to wait for a check. */
async function orAnew(without: string[] | 'everything', work: () => Promise<unknown>): Promise<void> {
  try {
    await work().catch(async (error: unknown) => {
      // There is no room for another database either: the note that it has begun lets the next start end it.
      if (storageFault(error) === 'full') throw error;
      // Browsers close databases under us: a new connection may well do.
      db.close();
      await db.open();
      await work();
    });
  } catch (error) {
    if (storageFault(error) === 'full') throw error;
    console.warn('The database is made again without what is erased:', error);
    await restore('incomplete', 0, { without });
  }
}

async function eraseRecords(captureIds: string[], accountKeys: string[]): Promise<void> {
  const gone = new Set(captureIds);
  const tables = [db.snapshots, db.unfiled, db.accounts, db.rollups, db.comments, db.rejects, db.doubts];
  await db.transaction('rw', tables, async () => {
    const firsts = await db.snapshots.bulkGet(captureIds);
    const headless = captureIds.filter((_, index) => firsts[index] === undefined).map((id) => `${id}+`);
    const rest = headless.length ? await db.snapshots.where('id').startsWithAnyOf(headless).toArray() : [];
    const records = [...firsts.filter((record) => record !== undefined), ...rest];
    // What could not be filed is damaged, and still there.
    await db.unfiled.bulkDelete((await db.unfiled.toCollection().primaryKeys()).filter((id) => gone.has(captureIdOf(id))));
    await db.comments.bulkDelete(captureIds);
    await db.doubts.bulkDelete(captureIds);
    await db.rejects.where('captureId').anyOf(captureIds).delete();
    const parts = records.flatMap(({ id, parts }) =>
      Array.from({ length: parts }, (_, part) => `${captureIdOf(id)}${part ? `+${part}` : ''}`),
    );
    await db.snapshots.bulkDelete(parts);
    for (const accountKey of new Set([...accountKeys, ...records.map((record) => record.accountKey)])) await rebuildAccount(accountKey);
  });
}

/** Derives an account's file again from the snapshots that are left; must run inside a transaction. */
async function rebuildAccount(accountKey: string): Promise<void> {
  const snapshots = await snapshotsOfAccount(db, accountKey).toArray();
  if (!snapshots.every(isWhole)) throw new Error('a capture that stays is damaged');
  const [months, before] = [await filedMonths(db, accountKey), await db.accounts.get(accountKey)];
  await db.rollups.bulkDelete(months.map(({ id }) => id));
  await db.accounts.delete(accountKey);
  const [first] = snapshots;
  if (!first) return;
  const { network } = aboutOf(first);
  const former = emptyFile(accountKey, network);
  for (const month of months) unfold(former, month);
  const file = emptyFile(accountKey, network);
  let account: StoredAccount | undefined;
  for (const snapshot of snapshots) {
    const seen = { ...aboutOf(snapshot), id: captureIdOf(snapshot.id), takenAt: snapshot.takenAt };
    for (const { postKey, flags: set, metrics } of postsOf(snapshot)) {
      const known = filedIn(former, postKey);
      if (!known) continue;
      const { published, format } = known.state;
      const flags = Object.fromEntries(POST_FLAGS.map((flag) => [flag, set.includes(flag)])) as Record<PostFlag, boolean>;
      sight(file, postKey, { ...known.facts, published, format, flags, metrics }, seen);
    }
    if (snapshot.part === 0) account = recordAccount(account, seen, accountKey, before?.sample ?? false);
  }
  await db.rollups.bulkPut(fold(file).records);
  if (account) await db.accounts.put({ ...account, loose: before?.loose ?? file.loose });
}
