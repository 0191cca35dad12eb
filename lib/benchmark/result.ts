import type { Format, Role } from '../model/vocabulary';

/** The figures a brand is compared by. Engagement rates carry their denominator in the name. */
export const KPI_IDS = [
  'followers',
  'growthWeekly',
  'postsPerWeek',
  'interactions',
  'erFollowers',
  'erTrend',
  'erViews',
  'likes1000',
  'comments1000',
  'shares1000',
  'viewRate',
  'sharePosts',
  'shareInteractions',
  'activeWeeks',
  'longestSilence',
  'burstiness',
] as const;
export type KpiId = (typeof KPI_IDS)[number];

/** Why a figure is missing, or has no interval. Message key: `reason_<name>`. */
export type Reason =
  | 'no-posts'
  | 'too-few-posts'
  | 'followers-unknown'
  | 'not-shown'
  | 'unread'
  | 'hidden'
  | 'undated'
  | 'short-window'
  | 'few-weeks'
  | 'below-step'
  | 'vague-dates'
  | 'outside-sector'
  | 'other-unknown'
  | 'alone'
  | 'too-young'
  | 'another-kind';

/** A number that can be defended: value with interval, how many posts it stands on, which ones, and why it is missing if it is. */
export interface Figure {
  value: number | null;
  low: number | null;
  high: number | null;
  /** Posts it rests on; for followers accounts, for growth readings of followers, for the trend weeks. */
  n: number;
  /** exact: counted; rounded: the network abbreviates it; estimated: a typical value of a sample. */
  as: 'exact' | 'rounded' | 'estimated';
  reason: Reason | null;
  /** Post keys it was computed from. */
  evidence: string[];
}

export interface FormatShare {
  format: Format | 'unknown';
  n: number;
  share: number;
}

/** Posts counted in and left out of typical values, with the reason. */
export interface PostCount {
  used: number;
  pinned: number;
  reposts: number;
  promoted: number;
  replies: number;
  /** Labelled as a paid partnership. */
  paid: number;
  /** Published together with other accounts. */
  collaborations: number;
  /** Captured before half of the network's half-life. */
  tooYoung: number;
  /** Look as if their reach was paid for. */
  suspected: number;
  outOfPeriod: number;
}

export interface BrandRow {
  brandId: string;
  name: string;
  role: Role;
  accounts: string[];
  kpis: Record<KpiId, Figure>;
  formatMix: FormatShare[];
  posts: PostCount;
  oldest: number | null;
  newest: number | null;
  /** When its pages were last captured, epoch ms; null if never. */
  capturedAt: number | null;
}

export interface TrendPoint {
  /** Monday 00:00 UTC of the week, epoch ms. */
  week: number;
  value: number;
  low: number | null;
  high: number | null;
  n: number;
}

export interface TrendSeries {
  brandId: string;
  points: TrendPoint[];
}

/** Where a brand stands in one figure, the largest being first: a range, since what cannot be told apart is tied. */
export interface Rank {
  best: number;
  worst: number;
  /** Brands that have the figure. */
  of: number;
  /** Brands that it cannot be told apart from. */
  tied: string[];
}

/** Everything that the Benchmark view, the popup and the CSV show: computed once, read by all. */
export interface Benchmark {
  studyId: string;
  computedAt: number;
  from: number | null;
  to: number;
  rows: BrandRow[];
  /** Typical engagement rate by followers per week. */
  trend: TrendSeries[];
  /** Medians of the brands that are neither own nor inspiration, per KPI. */
  peers: Record<KpiId, Figure>;
  /** Rank of each brand that has the figure, by KPI and brand. */
  ranks: Record<KpiId, Record<string, Rank>>;
}
