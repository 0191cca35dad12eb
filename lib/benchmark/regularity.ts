import type { PostState } from '../model/rollup';
import { burstiness as burstinessOf } from '../stats/burstiness';
import { wilson } from '../stats/wilson';
import { missing } from './measures';
import type { Figure, Reason } from './result';
import { isOrdinary } from './selection';
import { type Dated, type Stretch, streamsOf } from './stretches';

const DAY = 86_400_000;
const WEEK = 7 * DAY;
/** Older weeks say little about today's habits. */
const MOST_WEEKS = 12;
const FEWEST_WEEKS = 4;
/** A silence is long or short beside a rhythm, and two weeks are the least to show one. */
const SHORTEST = 14 * DAY;

/** How steadily a brand publishes. */
export interface Regularity {
  activeWeeks: Figure;
  longestSilence: Figure;
  burstiness: Figure;
}

/** The time in which nothing of a brand can have been missed, up to its last capture, and what was published in it, oldest first. */
interface Window {
  start: number;
  end: number;
  posts: Dated[];
}

/**
 * Regularity of a brand over the latest time that captures of all its lists cover: the part of weeks with a post, the longest silence in
 * days (one that still lasts counts), and the burstiness of the gaps. Pinned posts, reposts, promoted posts and replies are left out.
 */
export function regularityOf(accounts: PostState[][], from: number | null, now: number): Regularity {
  const window = windowOf(accounts, from, now);
  if (typeof window === 'string') return { activeWeeks: missing(window), longestSilence: missing(window), burstiness: missing(window) };
  const vague = window.posts.some(({ published }) => published.high - published.low > DAY);
  return {
    activeWeeks: activeWeeks(window),
    longestSilence: vague ? missing('vague-dates') : longestSilence(window),
    burstiness: vague ? missing('vague-dates') : burstiness(window),
  };
}

function windowOf(accounts: PostState[][], from: number | null, now: number): Window | Reason {
  const ordinary = accounts.map((posts) => posts.filter(isOrdinary));
  if (!ordinary.length || ordinary.some((posts) => !posts.length)) return 'no-posts';
  const streams = ordinary.flatMap(streamsOf);
  // An undated post could fill any silence.
  if (streams.some(({ undated }) => undated > 0)) return 'undated';
  const latest = streams.map(({ stretches }): Stretch | undefined => stretches.at(-1));
  let [start, end] = [from ?? 0, now];
  for (const stretch of latest) {
    if (!stretch) return 'short-window';
    start = Math.max(start, stretch.boundary.published.value);
    end = Math.min(end, stretch.end);
  }
  const inside = ({ published }: Dated) => published.value >= start && published.value <= end;
  const posts = streams.flatMap(({ dated }) => dated.filter(inside)).sort((a, b) => a.published.value - b.published.value);
  return end - start < SHORTEST ? 'short-window' : { start, end, posts };
}

const evidenceOf = ({ posts }: Window) => ({ n: posts.length, evidence: posts.map(({ postKey }) => postKey) });

/** Weeks counted back from the end; a post of vague date makes a week certainly active only if it lies wholly in it. */
function activeWeeks(window: Window): Figure {
  const weeks = Math.min(MOST_WEEKS, Math.floor((window.end - window.start) / WEEK));
  if (weeks < FEWEST_WEEKS) return missing('short-window');
  const weekOf = (time: number) => Math.floor((window.end - time) / WEEK);
  const [active, surely, perhaps] = [new Set<number>(), new Set<number>(), new Set<number>()];
  for (const { published } of window.posts) {
    const [first, last] = [weekOf(published.high), weekOf(published.low)];
    active.add(weekOf(published.value));
    if (first === last) surely.add(first);
    for (let week = first; week <= last; week++) perhaps.add(week);
  }
  const count = (set: Set<number>) => [...set].filter((week) => week >= 0 && week < weeks).length;
  const { value } = wilson(count(active), weeks);
  const [low, high] = [wilson(count(surely), weeks).low, wilson(count(perhaps), weeks).high];
  return { value, low, high, as: 'estimated', reason: null, ...evidenceOf(window) };
}

/** Gaps between posts in days; the last one, up to the capture, is not over yet. */
function gapsOf({ posts, end }: Window): { days: number; doubt: number }[] {
  return posts.map(({ published }, i) => {
    const next = posts[i + 1]?.published ?? { value: end, low: end, high: end };
    const doubt = published.high - published.low + (next.high - next.low);
    return { days: (next.value - published.value) / DAY, doubt: doubt / DAY };
  });
}

function longestSilence(window: Window): Figure {
  const gaps = gapsOf(window);
  if (gaps.length < 2) return missing('too-few-posts');
  const longest = gaps.reduce((a, b) => (b.days > a.days ? b : a));
  const value = longest.days;
  const [low, high] = [Math.max(0, value - longest.doubt), value + longest.doubt];
  return { value, low, high, as: longest.doubt === 0 ? 'exact' : 'estimated', reason: null, ...evidenceOf(window) };
}

function burstiness(window: Window): Figure {
  const found = burstinessOf(
    gapsOf(window)
      .slice(0, -1)
      .map(({ days }) => days),
  );
  return found ? { ...found, as: 'estimated', reason: null, ...evidenceOf(window) } : missing('too-few-posts');
}
