import type { MetricName } from '../model/vocabulary';
import { db } from './db';
import { columnOf } from './pack';
import { postKeysOf, snapshotsOfAccount } from './snapshots';

/** What a post had in one capture; NaN where the page did not show it. */
export interface Sight {
  takenAt: number;
  counts: number[];
}

/** Some metrics of each post on an account's page over its latest captures, the oldest first; posts that were seen once are left out. */
export async function countsOver(accountKey: string, metrics: readonly MetricName[], latest: number): Promise<Map<string, Sight[]>> {
  const snapshots = await snapshotsOfAccount(db, accountKey).reverse().limit(latest).toArray();
  const seen = new Map<string, Sight[]>();
  for (const snapshot of snapshots.reverse()) {
    const columns = metrics.map((name) => columnOf(snapshot.packed, name));
    for (const [index, key] of postKeysOf(snapshot).entries()) {
      const sight = { takenAt: snapshot.takenAt, counts: columns.map((column) => column[index] ?? Number.NaN) };
      const known = seen.get(key);
      if (known) known.push(sight);
      else seen.set(key, [sight]);
    }
  }
  return new Map([...seen].filter(([, sights]) => sights.length > 1));
}
