import type { Moment } from '../model/capture';
import type { PostState } from '../model/rollup';
import type { Format } from '../model/vocabulary';
import { poissonInterval } from '../stats/distributions';
import { type Rate, sumOfRates } from '../stats/rates';
import { mainReason, missing } from './measures';
import type { Figure, Reason } from './result';
import { isOrdinary } from './selection';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Tabs that list all posts of their kind, newest first. Elsewhere (media, popular, a channel's home) time between posts says nothing. */
const TABS_IN_ORDER = ['posts', 'replies', 'videos', 'shorts', 'live'];

type Dated = PostState & { published: Moment };

/** A stretch of time in which no post can have been missed, and the oldest post in it. */
interface Stretch {
  boundary: Dated;
  end: number;
}

/** Posts that are paged together, and the time that captures of them cover. */
interface Stream {
  dated: Dated[];
  undated: number;
  stretches: Stretch[];
}

/**
 * Posts per week, with its Poisson interval.
 *
 * A page shows only the newest posts, so it covers the time from its oldest post to the capture and nothing before. That oldest
 * post marks where the view begins and is not counted: n posts bound n − 1 gaps, and (n − 1) / time is the unbiased estimate
 * of a Poisson rate seen until the n-th event (inverse sampling; Haldane 1945, https://doi.org/10.1093/biomet/33.3.222).
 * Where the period begins later than the view, every post inside counts. Captures that overlap make one stretch; a gap
 * between captures is left out of the time. Streams that are paged apart (accounts, YouTube's shorts) are estimated
 * apart and added up; if one is unknown the sum is unknown, for a part of it would be a wrong number.
 */
export function postsPerWeek(accounts: PostState[][], from: number | null, now: number): Figure {
  const rates: Rate[] = [];
  const evidence: string[] = [];
  const reasons: Reason[] = [];
  for (const posts of accounts) {
    const ordinary = posts.filter(isOrdinary);
    if (!ordinary.length) reasons.push('no-posts');
    for (const stream of streamsOf(ordinary)) {
      const rate = rateOf(stream, from, now);
      if (typeof rate === 'string') reasons.push(rate);
      else {
        rates.push(rate);
        evidence.push(...rate.evidence);
      }
    }
  }
  if (reasons.length || !rates.length) return missing(mainReason(reasons));
  return { ...sumOfRates(rates), n: evidence.length, as: 'estimated', reason: null, evidence };
}

/**
 * Parts an account's posts by the list they came from: YouTube pages shorts, videos and live streams apart.
 * Posts that no list showed (each from its own page) make no stream beside one that was listed.
 */
function streamsOf(posts: PostState[]): Stream[] {
  const streams = [...grouped(posts, streamOf).values()].map((all): Stream => {
    const dated = all.filter((post): post is Dated => post.published !== null);
    return { dated, undated: all.length - dated.length, stretches: stretchesOf(dated) };
  });
  const listed = streams.filter((stream) => stream.stretches.length > 0);
  return listed.length ? listed : streams;
}

function grouped<T>(items: T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = by(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const BY_FORMAT: Partial<Record<Format, string>> = { short: 'shorts', live: 'live' };

/** The list that a post belongs to, whatever page it was last seen on. */
function streamOf(post: PostState): string {
  if (post.network !== 'youtube') return 'posts';
  const listed = post.surface === 'profile' && inOrder(post) ? post.tab : undefined;
  return listed ?? (post.format && BY_FORMAT[post.format]) ?? 'videos';
}

/** Whether the page that a post was last seen on lists posts in order of time. Nothing known about the page: it is taken to be the account's main page. */
function inOrder(post: PostState): boolean {
  if (post.surface === undefined) return true;
  if (post.surface !== 'profile') return false;
  return post.tab === undefined ? post.network !== 'youtube' : TABS_IN_ORDER.includes(post.tab);
}

function rateOf({ dated, undated, stretches }: Stream, from: number | null, now: number): (Rate & { evidence: string[] }) | Reason {
  if (!dated.length) return 'undated';
  const counted = new Set<string>();
  let [time, shortest, longest] = [0, 0, 0];
  for (const { boundary, end } of stretches) {
    const until = Math.min(end, now);
    const whole = from !== null && from >= boundary.published.value;
    const start = whole ? { value: from, low: from, high: from } : boundary.published;
    if (until <= start.value) continue;
    time += until - start.value;
    shortest += Math.max(0, until - start.high);
    longest += until - start.low;
    for (const post of dated) {
      const inside = post.published.value >= start.value && post.published.low <= until;
      if (inside && (whole || post !== boundary)) counted.add(post.postKey);
    }
  }
  if (time < WEEK || shortest === 0) return 'short-window';
  return {
    value: (WEEK * counted.size) / time,
    low: (WEEK * poissonInterval(counted.size).low) / longest,
    // Posts without a date may all belong to this time.
    high: (WEEK * poissonInterval(counted.size + undated).high) / shortest,
    evidence: [...counted],
  };
}

/**
 * The time covered by captures. Each post names the last snapshot that showed it, so a snapshot whose oldest such post is older than
 * the former one's end continues it. A snapshot with a single post is no list (a post's own page) and covers no time.
 */
function stretchesOf(posts: Dated[]): Stretch[] {
  const shown = new Map<string, Stretch & { n: number }>();
  for (const post of posts.filter(inOrder)) {
    const known = shown.get(post.snapshotId);
    const boundary = known && !isOlder(post, known.boundary) ? known.boundary : post;
    shown.set(post.snapshotId, { boundary, end: post.takenAt, n: (known?.n ?? 0) + 1 });
  }
  const stretches: Stretch[] = [];
  const lists = [...shown.values()].filter(({ n }) => n > 1);
  for (const { boundary, end } of lists.sort((a, b) => a.boundary.published.value - b.boundary.published.value)) {
    const last = stretches.at(-1);
    if (last && boundary.published.value <= last.end) last.end = Math.max(last.end, end);
    else stretches.push({ boundary, end });
  }
  return stretches;
}

/** Posts of the same time are told apart by their keys, so that the order in the store decides nothing. */
const isOlder = (a: Dated, b: Dated) =>
  a.published.value < b.published.value || (a.published.value === b.published.value && a.postKey < b.postKey);
