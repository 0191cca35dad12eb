import { groupsP } from '../stats/groups';
import { shrink } from '../stats/shrink';
import type { Relative } from './relative';
import { zoneOf } from './zone';

const HOUR = 3_600_000;
const FEWEST_POSTS = 20;
/** Habits of long ago are not today's, and a permutation costs as much as there are posts. */
const MOST_POSTS = 500;
const ALPHA = 0.05;
const BEST = 3;

/** A part of the week: six hours of a weekday (0 is Monday). */
export interface TimeBlock {
  weekday: number;
  /** First hour: 0, 6, 12 or 18. */
  hour: number;
  n: number;
  /** How many times the engagement of the brand's ordinary post; drawn towards 1. */
  value: number;
  low: number;
  high: number;
  evidence: string[];
}

/** The best times to publish, or that none can be told apart from chance. */
export interface BestTimes {
  /** Posts with a time known to the hour. */
  n: number;
  /** Chance alone would part the blocks as far this often; null below twenty posts. */
  p: number | null;
  /** The best three; empty where none is detectable. */
  blocks: TimeBlock[];
}

/**
 * Best times in blocks of six hours. They are named only if a permutation test over all blocks rejects chance: of 28 blocks one is always
 * the best, which means nothing by itself.
 */
export function bestTimes(relative: Relative[], zone: string): BestTimes {
  const exact = relative
    .filter(({ post: { published } }) => published && published.high - published.low <= HOUR)
    .sort((a, b) => timeOf(b) - timeOf(a) || (a.post.postKey < b.post.postKey ? -1 : 1))
    .slice(0, MOST_POSTS);
  const n = exact.length;
  if (n < FEWEST_POSTS) return { n, p: null, blocks: [] };
  const blocks = new Map<string, Relative[]>();
  const blockOf = blocksIn(zone);
  for (const each of exact) {
    const block = blockOf(timeOf(each));
    const list = blocks.get(block);
    if (list) list.push(each);
    else blocks.set(block, [each]);
  }
  const groups = [...blocks].sort(([a], [b]) => (a < b ? -1 : 1));
  const p = groupsP(groups.map(([, list]) => list.map(({ value }) => value)));
  if (p >= ALPHA) return { n, p, blocks: [] };
  const spread = exact.reduce((sum, { value }) => sum + value ** 2, 0) / (n - 1);
  const shrunk = shrink(
    groups.map(([, list]) => ({ value: list.reduce((sum, { value }) => sum + value, 0) / list.length, variance: spread / list.length })),
  );
  const named = groups.map(([block, list], i): TimeBlock => {
    const [weekday = 0, hour = 0] = block.split(' ').map(Number);
    const { value = 0, low = 0, high = 0 } = shrunk[i] ?? {};
    const evidence = list.map(({ post }) => post.postKey);
    return { weekday, hour, n: list.length, value: Math.exp(value), low: Math.exp(low), high: Math.exp(high), evidence };
  });
  return { n, p, blocks: named.sort((a, b) => b.value - a.value).slice(0, BEST) };
}

const timeOf = ({ post }: Relative) => post.published?.value ?? 0;

/** Weekday and first hour of the block that a time lies in, as "0 18". */
function blocksIn(zone: string): (time: number) => string {
  const { at } = zoneOf(zone);
  return (time) => {
    const { weekday, hour } = at(time);
    return `${weekday} ${6 * Math.floor(hour / 6)}`;
  };
}
