import type { Observation } from '../model/records';
import { db } from './db';
import { postsOf, snapshotsOfAccount } from './snapshots';

/** What a post had in one capture. */
export interface Sight {
  takenAt: number;
  metrics: Observation['metrics'];
}

/** The readings of each post on an account's page over its latest captures, the oldest first; posts that were seen once are left out. */
export async function sightsOver(accountKey: string, latest: number): Promise<Map<string, Sight[]>> {
  const snapshots = await snapshotsOfAccount(db, accountKey).reverse().limit(latest).toArray();
  const seen = new Map<string, Sight[]>();
  for (const snapshot of snapshots.reverse()) {
    for (const { postKey, metrics } of postsOf(snapshot)) {
      const sight = { takenAt: snapshot.takenAt, metrics };
      const known = seen.get(postKey);
      if (known) known.push(sight);
      else seen.set(postKey, [sight]);
    }
  }
  return new Map([...seen].filter(([, sights]) => sights.length > 1));
}
