import type { Coverage, Moment } from './capture';
import type { Reading } from './reading';
import type { Format, MetricName, NetworkId, PostFlag } from './vocabulary';

/** One record per unique post: what does not change from capture to capture, as last read. */
export interface PostRecord {
  postKey: string;
  accountKey: string;
  network: NetworkId;
  id: string;
  aliases: string[];
  url: string | null;
  author: string | null;
  published: Moment | null;
  format: Format | null;
  text: string;
  firstSeenAt: number;
  lastSeenAt: number;
}

/** One post in one snapshot, unpacked: the evidence behind a figure. */
export interface Observation {
  postKey: string;
  snapshotId: string;
  takenAt: number;
  /** Address of the page that it was read on. */
  pageUrl: string;
  /** Version of the network's reader. */
  adapter: number;
  flags: PostFlag[];
  metrics: Partial<Record<MetricName, Reading>>;
}

/** A snapshot without its posts: one line in a list of captures. */
export interface SnapshotSummary {
  id: string;
  accountKey: string;
  network: NetworkId;
  takenAt: number;
  url: string;
  n: number;
  coverage: Coverage;
}
