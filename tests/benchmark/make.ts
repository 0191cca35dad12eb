import type { Moment } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import type { AccountRecord, PostState, Rollup } from '../../lib/model/rollup';
import type { Brand, Study } from '../../lib/model/study';
import { absent, exact, hidden, rounded, unread } from '../../lib/reading/readings';

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 22, 12);
export const count = (value: number) => exact(value, 'text');
export const about = (value: number, low: number, high: number) => rounded(value, low, high, 'text');
export { absent, hidden, unread };

/** A moment `days` before now, known to the millisecond or within ± `doubt` days. */
export const ago = (days: number, doubt = 0): Moment => ({
  value: NOW - days * DAY,
  low: NOW - (days + doubt) * DAY,
  high: NOW - (days - doubt) * DAY,
  from: doubt ? 'relative' : 'id',
});

let made = 0;
/** A post on X by x:lumen, captured now, with 10 likes, 2 comments and 3 shares unless said otherwise. */
export function post(changes: Partial<PostState> = {}): PostState {
  return {
    postKey: `x:${++made}`,
    accountKey: 'x:lumen',
    network: 'x',
    snapshotId: 's1',
    adapter: 3,
    takenAt: NOW,
    published: ago(1),
    format: 'image',
    flags: [],
    metrics: { likes: count(10), comments: count(2), shares: count(3), views: count(500) },
    followers: count(1000),
    ...changes,
  };
}

export const rollup = (posts: PostState[], accountKey = 'x:lumen'): Rollup => ({
  id: `${accountKey}|2026-11`,
  accountKey,
  month: '2026-11',
  posts,
});

export function account(followers: [days: number, reading: Reading][], accountKey = 'x:lumen'): AccountRecord {
  const points = followers.map(([days, reading]) => ({ takenAt: NOW - days * DAY, followers: reading }));
  const identity = { accountKey, network: 'x' as const, nativeId: null, handle: 'lumen', name: 'Lumen', url: null };
  return { ...identity, firstSeenAt: NOW, lastSeenAt: NOW, snapshots: 1, followers: points, sample: false };
}

export const brand = (changes: Partial<Brand> = {}): Brand => ({ id: 'b1', name: 'Lumen', role: 'own', accounts: ['x:lumen'], ...changes });
export const study = (brands: Brand[], days: number | null = null): Study => ({
  id: 's',
  name: 'Study',
  createdAt: 0,
  days,
  brands,
  sample: false,
});
