import type { Capture } from '../model/capture';
import type { AccountRecord, FollowerPoint } from '../model/rollup';

/** An account as it is stored: its followers are lines of text, since a record of many small objects is slow to read and to write. */
export interface StoredAccount extends Omit<AccountRecord, 'followers'> {
  followers: string;
  /** See AccountFile. */
  loose: boolean;
}

/** An account as everybody else knows it. */
export function accountFrom({ loose: _, followers, ...account }: StoredAccount): AccountRecord {
  return { ...account, followers: pointsIn(followers) };
}

const pointsIn = (followers: string): FollowerPoint[] => (followers ? JSON.parse(`[${followers.replaceAll('\n', ',')}]`) : []);

/** The account's record after one more capture: identity from the newest, followers as a series, oldest first. */
export function recordAccount(
  known: StoredAccount | undefined,
  capture: Pick<Capture, 'network' | 'takenAt' | 'account'>,
  accountKey: string,
  sample: boolean,
): StoredAccount {
  const { account, takenAt, network } = capture;
  const newest = !known || takenAt >= known.lastSeenAt;
  const pick = <T>(now: T | null, before: T | null | undefined): T | null => (newest ? (now ?? before ?? null) : (before ?? now));
  return {
    accountKey,
    network,
    nativeId: pick(account.nativeId, known?.nativeId),
    handle: pick(account.handle, known?.handle),
    name: pick(account.name, known?.name),
    url: pick(account.url, known?.url),
    ...(newest ? { ...factsOf(known), ...factsOf(account) } : { ...factsOf(account), ...factsOf(known) }),
    firstSeenAt: Math.min(takenAt, known?.firstSeenAt ?? takenAt),
    lastSeenAt: Math.max(takenAt, known?.lastSeenAt ?? takenAt),
    snapshots: (known?.snapshots ?? 0) + 1,
    followers: seriesAfter(known?.followers ?? '', capture, newest),
    sample: known?.sample ?? sample,
    loose: known?.loose ?? false,
  };
}

function seriesAfter(series: string, { account: { followers }, takenAt }: Pick<Capture, 'account' | 'takenAt'>, newest: boolean): string {
  if (followers.value === null) return series;
  const point: FollowerPoint = { takenAt, followers };
  if (newest) return series ? `${series}\n${JSON.stringify(point)}` : JSON.stringify(point);
  const points = [...pointsIn(series), point].sort((a, b) => a.takenAt - b.takenAt);
  return points.map((each) => JSON.stringify(each)).join('\n');
}

function factsOf(account: Partial<Pick<AccountRecord, 'verified' | 'bio' | 'link' | 'category' | 'posts'>> | undefined) {
  const { verified, bio, link, category, posts } = account ?? {};
  const facts = { verified, bio, link, category, posts: posts?.value == null ? undefined : posts };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}
