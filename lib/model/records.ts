import type { AccountReading, CommentReading, Coverage, Moment, PostReading } from './capture';
import type { Reading } from './reading';
import type { Format, MetricName, NetworkId, PostFlag, SurfaceKind } from './vocabulary';

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
  /** As the page marks it, or as the browser's own detector says where it is sure. */
  language?: string;
  hashtags?: string[];
  mentions?: string[];
  links?: string[];
  /** Its likes by kind, as last read. */
  reactions?: PostReading['reactions'];
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

/** What is kept of a comment: neither its author nor its text. */
export interface CommentRecord extends Omit<CommentReading, 'text'> {
  question: boolean;
}

/** A reading that can hardly be true beside what else is known: shown with the capture, never changed. */
export interface Doubt {
  postKey: string;
  /** fell: less than half of the capture before; future: published after it was captured; beyond-views: more likes than views. */
  kind: 'fell' | 'future' | 'beyond-views';
  metric?: MetricName;
  /** The count (or time) before, and the one now. */
  before?: number;
  now: number;
}

/** A snapshot without its posts: one line in a list of captures. */
export interface SnapshotSummary {
  id: string;
  accountKey: string;
  network: NetworkId;
  takenAt: number;
  url: string;
  n: number;
  /** Version of the network's reader. */
  adapter: number;
  followedSince?: number;
  surface: SurfaceKind;
  account: AccountReading;
  coverage: Coverage;
  doubts: Doubt[];
}

/** What one capture says of its account, without its posts. */
export interface AccountSighting {
  accountKey: string;
  takenAt: number;
  /** Address and kind of the page, and the language that it was shown in. */
  url: string;
  surface: SurfaceKind;
  locale: string;
  /** Version of the network's reader. */
  adapter: number;
  account: AccountReading;
}
