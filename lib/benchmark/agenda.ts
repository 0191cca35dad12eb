import type { PostState } from '../model/rollup';
import { isOrdinary } from './selection';

const HOUR = 3_600_000;
/** Ages at which one capture more says how a post grows: its first hour, its first day, its first week. */
export const CHECKPOINTS = [HOUR, 24 * HOUR, 7 * 24 * HOUR] as const;
/** A capture is at an age if it is not earlier and not later than these parts of it. */
const [EARLIEST, LATEST] = [0.75, 1.5];

/** A time at which one click on an account's page catches posts at an age that no capture has caught yet. */
export interface Visit {
  accountKey: string;
  /** The click is in time between these, epoch ms. */
  from: number;
  until: number;
  /** Posts that it catches at each age (ms), the youngest age first. */
  catches: { age: number; posts: number }[];
}

interface Window {
  age: number;
  from: number;
  until: number;
}

/**
 * What to capture again and when, so that an account's posts are seen after an hour, a day and a week. Only posts that were captured once
 * already are known to be there; those with a vague date, of others or paid for are left out. Visits in the past are gone; the first may be
 * under way.
 * @param captured when the account's pages were captured, epoch ms
 */
export function agendaOf(accountKey: string, posts: readonly PostState[], captured: readonly number[], now: number): Visit[] {
  const windows = posts.filter(isOrdinary).flatMap((post) => CHECKPOINTS.flatMap((age) => open(post, age, captured, now) ?? []));
  const visits: Window[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  // The fewest visits that lie in every window: each as late as the one that closes first allows.
  for (const window of windows.sort((a, b) => a.until - b.until)) {
    if (window.from > until) {
      visits.push([]);
      until = window.until;
    }
    visits.at(-1)?.push(window);
  }
  return visits.map((caught) => ({
    accountKey,
    from: Math.max(...caught.map(({ from }) => from)),
    until: Math.min(...caught.map((window) => window.until)),
    catches: CHECKPOINTS.flatMap((age) => {
      const many = caught.filter((window) => window.age === age).length;
      return many ? [{ age, posts: many }] : [];
    }),
  }));
}

/** When a post is to be captured at an age; null where it was, where it is too late, or where its date is too vague to say. */
function open({ published }: PostState, age: number, captured: readonly number[], now: number): Window | null {
  if (!published || published.high - published.low > age / 2) return null;
  const window = { age, from: published.value + EARLIEST * age, until: published.value + LATEST * age };
  if (window.until <= now || captured.some((time) => time >= window.from && time <= window.until)) return null;
  return window;
}
