import { Dexie, type EntityTable } from 'dexie';
import type { CommentRecord, Doubt } from '../model/records';
import type { Study } from '../model/study';
import type { NetworkId } from '../model/vocabulary';
import type { StoredAccount } from './accounts';
import { packAgain, packWhole, unfile } from './migrations';

/** One capture, or one part of a capture too large for a single record. Never edited. */
export interface SnapshotRecord {
  /** The capture's id; further parts append `+1`, `+2`… */
  id: string;
  accountKey: string;
  takenAt: number;
  /** Which part this is, of how many. */
  part: number;
  parts: number;
  /** What the capture is and its posts (see pack.ts). */
  packed: ArrayBuffer;
  /** CRC-32 of all but the parts. */
  checksum: number;
}

/**
 * A capture that is saved and not yet filed, which makes its snapshot and puts its posts into their account's file: the whole of it, compressed, in slices.
 * Saving waits for nothing that is in the store and writes one record without an index; filing follows at once (settle.ts), and whoever reads
 * before then sees the capture all the same (unfiled.ts).
 */
export interface UnfiledRecord {
  /** The capture's id; further slices append `+1`, `+2`… */
  id: string;
  accountKey: string;
  slice: ArrayBuffer;
}

/** Readings of one capture that can hardly be true. */
export interface DoubtsRecord {
  /** The capture's id. */
  id: string;
  accountKey: string;
  doubts: Doubt[];
}

/** The comments of one post in one capture of its page. */
export interface CommentsRecord {
  /** The capture's id. */
  id: string;
  accountKey: string;
  postKey: string;
  takenAt: number;
  comments: CommentRecord[];
}

/** A post that came with a capture and was not fit to keep. */
export interface Reject {
  id: number;
  captureId: string;
  takenAt: number;
  network: NetworkId;
  reason: string;
}

/**
 * An account's posts of one month, or a part of them where they are many: what figures are made from and what lasts of each post, as lines
 * of text in the order of their keys (see months.ts).
 */
export interface MonthRecord {
  /** `account|month`; further parts append `+1`, `+2`… */
  id: string;
  accountKey: string;
  network: NetworkId;
  /** `YYYY-MM` (UTC) of publication, or `undated`. */
  month: string;
  /** How many records the month has. */
  parts: number;
  /** Keys of posts that another account published: by these they are found on every page that showed them. */
  guests: string[];
  keys: string;
  states: string;
  facts: string;
}

export type Store = Dexie & {
  snapshots: EntityTable<SnapshotRecord, 'id'>;
  accounts: EntityTable<StoredAccount, 'accountKey'>;
  rollups: EntityTable<MonthRecord, 'id'>;
  studies: EntityTable<Study, 'id'>;
  rejects: EntityTable<Reject, 'id'>;
  comments: EntityTable<CommentsRecord, 'id'>;
  unfiled: EntityTable<UnfiledRecord, 'id'>;
  doubts: EntityTable<DoubtsRecord, 'id'>;
};

export const FIRST_NAME = 'jauge';

/** The database of that name. Captures are facts that the user was told are saved: writes wait for the disk, except what can be made again (commit.ts). */
export function storeNamed(name: string): Store {
  const store = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as Store;
  store.version(1).stores({
    snapshots: 'id, [accountKey+takenAt]',
    posts: 'postKey',
    accounts: 'accountKey',
    rollups: 'id, accountKey',
    studies: 'id',
    rejects: '++id, captureId',
  });
  store.version(2).stores({ comments: 'id, accountKey, postKey' });
  store.version(3).stores({ posts: null, rollups: 'id, *guests' }).upgrade(packAgain);
  store.version(4).stores({ unfiled: 'id', doubts: 'id, accountKey' }).upgrade(packWhole);
  store.version(5).upgrade(unfile);
  // Months are written in fewer letters (lines.ts): an extension of before could not read them, this one reads both.
  store.version(6).stores({});
  return store;
}

/** The database in use. Another one takes its place when it can no longer be opened or was found to have lost something. */
export let db = storeNamed(FIRST_NAME);

/** Puts another database in its place, in this part of the extension. */
export function use(store: Store): void {
  if (store === db) return;
  db.close();
  db = store;
  for (const told of followers) told();
}

const followers = new Set<() => void>();

/** Tells when another database takes the place of the one in use. Returns the way to stop. */
export function onReplaced(told: () => void): () => void {
  followers.add(told);
  return () => followers.delete(told);
}
