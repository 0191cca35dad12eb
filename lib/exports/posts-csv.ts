import { erFollowers, erViews, followersAt } from '../benchmark/measures';
import type { Percentile, Percentiles } from '../benchmark/percentile';
import type { Reason } from '../benchmark/result';
import type { XFactor } from '../benchmark/x-factor';
import type { PostRecord } from '../model/records';
import type { AccountRecord, PostState } from '../model/rollup';
import type { Study } from '../model/study';
import type { TagsOf } from '../model/tags';
import { METRIC_NAMES, POST_FLAGS, type PostFlag, type Role } from '../model/vocabulary';
import { type Cell, csv, type Flavour, isoTime } from './csv';

/** One post of one brand as last observed, with what is known of it. */
export interface PostRow {
  brand: string;
  /** Null where the account is in no study. */
  role: Role | null;
  state: PostState;
  record: PostRecord | undefined;
  account: AccountRecord | undefined;
  /** Against what was expected of it, or why nothing is; null where that was not asked. */
  x: XFactor | Reason | null;
  /** Where it stands among its account's posts, and among the study's; null where that was not asked. */
  places: Percentiles | null;
  /** What the user said of it; none where that was not asked. */
  tags: readonly string[];
}

/** New columns go last, so that older sheets keep working. */
const FIRST_FLAGS: readonly PostFlag[] = ['pinned', 'promoted', 'repost', 'quote', 'reply'];
const LATER_FLAGS = POST_FLAGS.filter((flag) => !FIRST_FLAGS.includes(flag));

const COLUMNS = [
  'brand',
  'role',
  'network',
  'handle',
  'post_key',
  'url',
  'published_at',
  'published_low',
  'published_high',
  'published_from',
  'captured_at',
  'format',
  ...FIRST_FLAGS,
  'text',
  ...METRIC_NAMES.flatMap((metric) => [metric, `${metric}_low`, `${metric}_high`, `${metric}_as`]),
  'followers_used',
  'followers_as',
  'er_followers',
  'er_views',
  'snapshot_id',
  'adapter',
  ...LATER_FLAGS,
  'language',
  'hashtags',
  'mentions',
  'links',
  'x_factor',
  'x_low',
  'x_high',
  'x_of',
  'x_expected',
  'x_posts',
  'x_percentile',
  'x_reason',
  'suspected_boost',
  'percentile_of',
  'percentile_posts',
  'percentile_study',
  'percentile_study_posts',
  'percentile_reason',
  'tags',
];

/** The posts of a study's brands, newest first within each brand. A post of an account that two brands share stands in both. */
export function postRows(
  study: Study,
  states: PostState[],
  records: PostRecord[],
  accounts: AccountRecord[],
  xFactor: (post: PostState) => XFactor | Reason,
  placesOf: (post: PostState) => Percentiles,
  tagsOf: TagsOf,
): PostRow[] {
  const recordOf = new Map(records.map((record) => [record.postKey, record]));
  const accountOf = new Map(accounts.map((account) => [account.accountKey, account]));
  const newestFirst = [...states].sort((a, b) => (b.published?.value ?? 0) - (a.published?.value ?? 0));
  return study.brands.flatMap(({ name, role, accounts: keys }) =>
    newestFirst
      .filter((state) => keys.includes(state.accountKey))
      .map((state) => ({
        brand: name,
        role,
        state,
        record: recordOf.get(state.postKey),
        account: accountOf.get(state.accountKey),
        x: xFactor(state),
        places: placesOf(state),
        tags: tagsOf(state),
      })),
  );
}

/**
 * `posts.csv`: one line per post. Each metric has its bounds and a status beside it (`likes_as`): a cell is empty where a count is
 * hidden, absent or unread, never 0. Flags are 1 or 0, which every language reads alike.
 */
export function postsCsv(rows: PostRow[], flavour: Flavour): string {
  return csv(COLUMNS, rows.map(line), flavour);
}

function line({ brand, role, state, record, account, x, places, tags }: PostRow): Cell[] {
  const { published } = state;
  const followers = followersAt(state, account);
  return [
    brand,
    role,
    state.network,
    account?.handle ?? state.accountKey.slice(state.network.length + 1),
    state.postKey,
    record?.url ?? null,
    isoTime(published?.value ?? null),
    isoTime(published?.low ?? null),
    isoTime(published?.high ?? null),
    published?.from ?? null,
    isoTime(state.takenAt),
    state.format,
    ...FIRST_FLAGS.map((flag) => (state.flags.includes(flag) ? 1 : 0)),
    record?.text ?? null,
    ...METRIC_NAMES.flatMap((metric): Cell[] => {
      const reading = state.metrics[metric];
      return reading ? [reading.value, reading.low, reading.high, reading.as] : [null, null, null, 'absent'];
    }),
    followers?.value ?? null,
    followers?.as ?? null,
    rate(erFollowers(state, account)),
    rate(erViews(state)),
    state.snapshotId,
    state.adapter,
    ...LATER_FLAGS.map((flag) => (state.flags.includes(flag) ? 1 : 0)),
    record?.language ?? null,
    listed(record?.hashtags),
    listed(record?.mentions),
    listed(record?.links),
    ...xCells(x, places?.account ?? null),
    ...placeCells(places),
    tags.join(' ') || null,
  ];
}

/** The percentile in the account is a fraction, as rates are. */
function xCells(x: PostRow['x'], inAccount: Percentile | Reason | null): Cell[] {
  const percentile = typeof inAccount === 'string' ? null : (inAccount?.value ?? null);
  if (x === null || typeof x === 'string') return [null, null, null, null, null, null, percentile, x, null];
  return [x.value, x.low, x.high, x.by, x.expected, x.n, percentile, null, x.suspected ? 1 : 0];
}

/** What the percentile in the account is of, and the one in the study. */
function placeCells(places: PostRow['places']): Cell[] {
  if (!places) return [null, null, null, null, null];
  const { account, study } = places;
  const of = typeof account === 'string' ? study : account;
  return [
    typeof of === 'string' ? null : of.of,
    typeof account === 'string' ? null : account.n,
    ...(typeof study === 'string' ? [null, null] : [study.value, study.n]),
    typeof account === 'string' ? account : typeof study === 'string' ? study : null,
  ];
}

/** Several names in one cell; none of them holds a space. */
const listed = (names: string[] | undefined) => names?.join(' ') ?? null;

const rate = (measured: ReturnType<typeof erViews>): number | null => (typeof measured === 'string' ? null : measured.value);
