import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import { checkStore, glance } from '../../lib/store/check';
import { db } from '../../lib/store/db';
import { eraseAccount, eraseEverything } from '../../lib/store/erase';
import { journalIds } from '../../lib/store/journal';
import { readLedger } from '../../lib/store/ledger';
import { listAccounts } from '../../lib/store/queries';
import { failingStorage } from '../faults/storage-shim';
import { capture, DAY, NOW, post } from './build';

const mira = (id: string, days: number) => {
  const one = capture(id, [post('9', { author: 'mira' })], { takenAt: NOW + days * DAY, url: 'https://x.com/mira' });
  return { ...one, surface: { ...one.surface, handle: 'mira' }, account: { ...one.account, handle: 'mira', name: 'Mira' } };
};
const MOST_CALLS = 90;
const inBase = async () => (await db.snapshots.toCollection().primaryKeys()).sort();

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

it.each([
  ['UnknownError', 'Internal error.', 1],
  ['UnknownError', 'Internal error.', 50],
  ['QuotaExceededError', 'Encountered full disk while opening backing store for indexedDB.open.', 3],
])(
  '%s (%s) at any call of an erasure, %i times: it is ended by the next start or never began, and takes nothing else with it',
  async (name, message, times) => {
    const shim = failingStorage(() => new DOMException(message, name));
    let [tried, began] = [0, 0];
    try {
      for (let at = 1; at <= MOST_CALLS; at += 1) {
        await eraseEverything();
        await ingest(capture('a', [post('1'), post('2')]));
        await ingest(mira('m', 0));
        await ingest(mira('n', 1));
        shim.arm(at, times);
        const failed = await eraseAccount('x:mira').then(
          () => false,
          () => true,
        );
        if (!shim.disarm()) break;
        tried += 1;
        if (!db.isOpen()) await db.open();
        await glance();
        const there = await inBase();
        // All of it or nothing, and nothing where it was said to be done.
        expect(failed ? [['a'], ['a', 'm', 'n']] : [['a']]).toContainEqual(there);
        began += there.length === 1 ? 1 : 0;
        expect((await journalIds()).sort()).toEqual(there);
        await eraseAccount('x:mira');
        expect([await inBase(), await journalIds(), (await readLedger()).captures]).toEqual([['a'], ['a'], 1]);
        expect((await listAccounts()).map(({ accountKey }) => accountKey)).toEqual(['x:lumen']);
        expect(await checkStore()).toMatchObject({ captures: 1, missing: 0, orphans: 0, journaled: 0, restored: null });
      }
    } finally {
      shim.remove();
    }
    expect(tried).toBeGreaterThan(15);
    expect(tried).toBeLessThan(MOST_CALLS);
    expect(began).toBeGreaterThan(tried / 4);
  },
);
