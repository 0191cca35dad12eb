import { POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { recordAccount, type StoredAccount } from './accounts';
import { db } from './db';
import { emptyFile, filedIn, filedMonths, fold, sight, unfold } from './filing';
import { journalIds } from './journal';
import { strike } from './ledger';
import { exclusively } from './lock';
import { AGE_FITS, outside } from './outside';
import { forgetNoted, notedToForget } from './pictures';
import { forgetRuns } from './runs';
import { settle } from './settle';
import { aboutOf, captureIdOf, postsOf, snapshotsOfAccount } from './snapshots';
import { forgetStudies, forgetStudy } from './studies';
import { forgetTags } from './tags';

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
export type Erasure = { captures: string[]; studyId?: string /** Whose tags go with it. */; accounts?: string[] } | 'everything';

/** What a user can have erased: a study goes with every account in it. */
export type ErasureTarget = { kind: 'everything' } | { kind: 'account'; accountKey: string } | { kind: 'study'; studyId: string };

const ERASING = 'erasing';

/** Ends an erasure that was cut off. */
export async function finishErasing(): Promise<void> {
  const left = (await outside().get(ERASING))[ERASING] as Erasure | undefined;
  if (left) await exclusively(() => carryOut(left));
}

/** The captures that go with it, as they are now. */
export async function erasureOf(target: ErasureTarget): Promise<Erasure> {
  if (target.kind === 'everything') return 'everything';
  if (target.kind === 'account') return { captures: await capturesOf([target.accountKey]), accounts: [target.accountKey] };
  const study = await db.studies.get(target.studyId);
  const accounts = [...new Set(study?.brands.flatMap((brand) => brand.accounts) ?? [])];
  return { captures: await capturesOf(accounts), studyId: target.studyId, accounts };
}

async function capturesOf(accountKeys: string[]): Promise<string[]> {
  const ids = await Promise.all(accountKeys.map((key) => snapshotsOfAccount(db, key).primaryKeys()));
  return ids.flat().filter((id) => !/\+\d+$/.test(id));
}

/** Only under the store's lock. `also` is written outside in the same stroke as the note that it has begun. */
export async function carryOut(erasure: Erasure, also: Record<string, unknown> = {}): Promise<void> {
  const pictures = await notedToForget(erasure === 'everything' ? erasure : erasure.captures);
  await outside().set({ ...also, ...pictures, [ERASING]: erasure });
  if (erasure === 'everything') {
    await strike(await journalIds());
    await forgetStudies();
    await forgetTags('all');
    await outside().remove(AGE_FITS);
    await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
  } else {
    await strike(erasure.captures);
    await settle(db);
    await eraseRecords(erasure.captures);
    await forgetTags(erasure.accounts ?? []);
    if (erasure.studyId !== undefined) await forgetStudy(erasure.studyId);
  }
  await forgetRuns();
  await outside().remove(ERASING);
  // By itself: a database of pictures that refuses keeps no figure, and nothing of the store from its start.
  await forgetNoted();
}

async function eraseRecords(captureIds: string[]): Promise<void> {
  await db.transaction('rw', [db.snapshots, db.accounts, db.rollups, db.comments, db.rejects, db.doubts], async () => {
    const records = (await db.snapshots.bulkGet(captureIds)).filter((record) => record !== undefined);
    await db.comments.bulkDelete(captureIds);
    await db.doubts.bulkDelete(captureIds);
    await db.rejects.where('captureId').anyOf(captureIds).delete();
    const parts = records.flatMap(({ id, parts }) => Array.from({ length: parts }, (_, part) => (part === 0 ? id : `${id}+${part}`)));
    await db.snapshots.bulkDelete(parts);
    for (const accountKey of new Set(records.map((record) => record.accountKey))) await rebuildAccount(accountKey);
  });
}

/** Derives an account's file again from the snapshots that are left; must run inside a transaction. */
async function rebuildAccount(accountKey: string): Promise<void> {
  const snapshots = await snapshotsOfAccount(db, accountKey).toArray();
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
