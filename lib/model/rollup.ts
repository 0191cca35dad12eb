import type { Moment } from './capture';
import type { Reading } from './reading';
import type { Format, MetricName, NetworkId, PostFlag, SurfaceKind } from './vocabulary';

/** A post as last observed: what benchmarks are computed from. Written only by the store, from snapshots. */
export interface PostState {
  postKey: string;
  accountKey: string;
  network: NetworkId;
  snapshotId: string;
  /** Version of the network's reader in that snapshot. */
  adapter: number;
  /** When it was last observed, epoch ms. */
  takenAt: number;
  published: Moment | null;
  format: Format | null;
  flags: PostFlag[];
  metrics: Partial<Record<MetricName, Reading>>;
  /** The account's followers in the same snapshot; null where the page did not show them. */
  followers: Reading | null;
  /** Kind and tab of the page in that snapshot: the posting rate counts only on pages that list every post in order of time. */
  surface?: SurfaceKind;
  tab?: string;
}

/** Followers of an account at one capture. */
export interface FollowerPoint {
  takenAt: number;
  followers: Reading;
}

/** Per account and month of publication; `month` is `YYYY-MM` (UTC) or `undated`. */
export interface Rollup {
  id: string;
  accountKey: string;
  month: string;
  posts: PostState[];
}

/** An account as the store knows it: identity, latest figures, and its followers over time. */
export interface AccountRecord {
  accountKey: string;
  network: NetworkId;
  nativeId: string | null;
  handle: string | null;
  name: string | null;
  url: string | null;
  verified?: boolean;
  bio?: string;
  link?: string;
  category?: string;
  /** How many posts it says that it has, where a page showed it. */
  posts?: Reading;
  firstSeenAt: number;
  lastSeenAt: number;
  snapshots: number;
  /** Oldest first. */
  followers: FollowerPoint[];
  /** Invented figures of the sample study. */
  sample: boolean;
}
