import { ingest } from '../../lib/ingest';
import { exact } from '../../lib/reading/readings';
import { checkStore, glance } from '../../lib/store/check';
import { db } from '../../lib/store/db';
import { eraseEverything } from '../../lib/store/erase';
import { journalIds } from '../../lib/store/journal';
import { outside } from '../../lib/store/outside';
import { rebuild } from '../../lib/store/rebuild';
import { idsIn } from '../../lib/store/restore';
import { capture, DAY, NOW, post } from '../store/build';

/** What browsers' storage is known to fail with, in the words of reports from the field. */
export const MENU: [name: string, message: string][] = [
  ['UnknownError', 'Internal error opening backing store for indexedDB.open.'],
  ['UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'],
  ['UnknownError', 'Internal error.'],
  ['QuotaExceededError', 'Encountered full disk while opening backing store for indexedDB.open.'],
  ['InvalidStateError', "Failed to execute 'transaction' on 'IDBDatabase': The database connection is closing."],
  ['DataError', 'Failed to write blobs (InvalidBlob)'],
  ['AbortError', 'The transaction was aborted, so the request cannot be fulfilled.'],
  ['TimeoutError', 'Transaction timed out due to inactivity.'],
  ['VersionError', 'The requested version is less than the existing version.'],
];

export interface Tally {
  /** Captures during which the error came up. */
  tried: number;
  refused: number;
  /** Refused without words. */
  silent: number;
  lost: number;
  torn: number;
  /** Rollups that are not what the captures come to. */
  drift: number;
  /** Captures that were not kept although the fault was over. */
  stuck: number;
}

type Method = Record<string, (...values: unknown[]) => unknown>;
const MOST_CALLS = 60;

/** Lets storage fail with one error at every call of the capture path in turn, for one, several and all further calls, and audits each time. */
export async function everyCall(name: string, message: string, runs: readonly number[] = [1, 3, 50]): Promise<Tally> {
  const tally: Tally = { tried: 0, refused: 0, silent: 0, lost: 0, torn: 0, drift: 0, stuck: 0 };
  const shim = failingStorage(() => new DOMException(message, name));
  try {
    for (const times of runs)
      for (let at = 1; at <= MOST_CALLS; at += 1) {
        await eraseEverything();
        await ingest(capture('before', [post('1'), post('2')]));
        shim.arm(at, times);
        const first = await attempt();
        if (!shim.disarm()) break;
        if (!db.isOpen()) await db.open();
        tally.tried += 1;
        if (!first.saved) tally.refused += 1;
        if (!first.saved && first.reason.length < 6) tally.silent += 1;
        const there = await idsThere();
        if (!there.includes('before') || (first.saved && !there.includes('next'))) tally.lost += 1;
        // The page or the user tries again.
        if (!(await attempt()).saved) tally.stuck += 1;
        await audit(tally);
      }
  } finally {
    shim.remove();
  }
  return tally;
}

async function audit(tally: Tally): Promise<void> {
  const [there, journal] = [await idsThere(), (await journalIds()).sort()];
  if ([there, journal].some((ids) => JSON.stringify(ids) !== '["before","next"]')) tally.lost += 1;
  const glanced = await glance();
  const { missing, orphans, restored } = await checkStore();
  if (glanced || missing || orphans || restored) tally.torn += 1;
  const derived = await figures();
  await rebuild();
  if ((await figures()) !== derived) tally.drift += 1;
}

/** All that is derived from captures, counts of captures with it: one that was doubled shows. */
const figures = async () => JSON.stringify([await db.rollups.toArray(), await db.accounts.toArray()]);
const idsThere = async () => (await idsIn(db)).sort();

async function attempt() {
  const next = capture('next', [post('1', { metrics: { likes: exact(130, 'label') } }), post('3')], { takenAt: NOW + DAY });
  return ingest(next).catch((error: unknown) => ({
    saved: false as const,
    reason: error instanceof Error ? error.message : String(error),
  }));
}

const ASKING = ['get', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'];

/** Puts itself before the calls of IndexedDB and of the storage outside it that the store makes. */
export function failingStorage(error: () => Error) {
  const area = outside() as unknown as Method;
  const places: [Method, string][] = [
    ...[...ASKING, 'put', 'add', 'delete'].map((name): [Method, string] => [IDBObjectStore.prototype as unknown as Method, name]),
    ...ASKING.map((name): [Method, string] => [IDBIndex.prototype as unknown as Method, name]),
    [IDBTransaction.prototype as unknown as Method, 'commit'],
    [IDBDatabase.prototype as unknown as Method, 'transaction'],
    [IDBFactory.prototype as unknown as Method, 'open'],
    ...['get', 'set', 'remove'].map((name): [Method, string] => [area, name]),
  ];
  let [calls, from, until] = [0, Number.POSITIVE_INFINITY, 0];
  const removers = places.map(([holder, name]) => {
    const real = holder[name] as (...values: unknown[]) => unknown;
    holder[name] = function (this: unknown, ...values) {
      // The stand-in for the browser calls itself with this; nobody else can.
      if (values[1] === 'versionchange') return real.apply(this, values);
      calls += 1;
      if (calls < from || calls >= until) return real.apply(this, values);
      if (holder === area) return Promise.reject(error());
      throw error();
    };
    return () => {
      holder[name] = real;
    };
  });
  return {
    arm(at: number, times: number) {
      [calls, from, until] = [0, at, at + times];
    },
    /** Whether the call that was to fail was reached. */
    disarm() {
      const reached = calls >= from;
      [from, until] = [Number.POSITIVE_INFINITY, 0];
      return reached;
    },
    remove() {
      for (const remove of removers) remove();
    },
  };
}
