import type { PostState } from '../model/rollup';
import type { Estimate } from '../stats/greater';
import { wilson } from '../stats/wilson';
import { isOrdinary } from './selection';
import { type Dated, type Stream, streamsOf } from './stretches';
import { type Zone, zoneOf } from './zone';

const HOUR = 3_600_000;
const DAY_HOURS = 24;
const WEEKDAYS = 7;
/** A year: what comes back every year is seen once. */
const WEEKS = 52;

/** whole: nothing can have been missed; part: some of the week was seen; none: it lies outside of what captures reach. */
type Observed = 'whole' | 'part' | 'none';

/** A week from Monday to Sunday. */
export interface Week {
  /** Monday 0:00 in the calendar's time zone, and the Monday after. */
  start: number;
  end: number;
  observed: Observed;
  /** Posts that surely lie in it. */
  low: number;
  /** Posts that may lie in it, vague dates included; null where the week was not seen whole, so that there may be any number. */
  high: number | null;
  /** The posts that surely lie in it. */
  evidence: string[];
}

/** Posts of one weekday (0 is Monday), by the hour of their publication. */
export interface Weekday {
  weekday: number;
  n: number;
  /** Its part of the posts whose hour is known. */
  share: Estimate | null;
  hours: { n: number; evidence: string[] }[];
}

/** When a brand was seen to publish. */
export interface Calendar {
  /** Oldest first; fewer than 52 where the study's period is shorter. */
  weeks: Week[];
  weekdays: Weekday[];
  /** Posts with a date in these weeks, and those of them whose hour is known. */
  n: number;
  exact: number;
  /** Posts without any date, which may lie anywhere. */
  undated: number;
  /** Places among the accounts of those that no post was captured of: whatever they publish is missing. */
  unseen: number[];
  zone: string;
}

/**
 * The observed calendar of a brand: posts per week over the last year, and by weekday and hour. A week is whole only where captures of every
 * list of every account cover it; elsewhere its count is a least number, and never 0. Pinned posts, reposts, promoted posts and replies are
 * left out.
 * @param accounts posts of each account of the brand
 * @param zone IANA name of the time zone that days and hours are counted in
 */
export function calendarOf(accounts: PostState[][], from: number | null, now: number, zone: string): Calendar {
  const clock = zoneOf(zone);
  const ordinary = accounts.map((posts) => posts.filter(isOrdinary));
  const streams = ordinary.flatMap(streamsOf);
  const unseen = ordinary.flatMap((posts, index) => (posts.length ? [] : [index]));
  const inPeriod = ({ published }: Dated) => from === null || published.value >= from;
  const dated = [
    ...new Map(
      streams
        .flatMap((stream) => stream.dated)
        .filter(inPeriod)
        .map((post) => [post.postKey, post]),
    ).values(),
  ];
  const weeks = weeksUpTo(now, from, clock).map((span) =>
    weekOf(span, dated, streams, unseen.length > 0 || (from !== null && span.start < from)),
  );
  const start = weeks[0]?.start ?? now;
  const shown = dated.filter(({ published }) => published.value >= start && published.value <= now);
  const exact = shown.filter(({ published }) => published.high - published.low <= HOUR);
  return {
    ...{ weeks, weekdays: byHour(exact, clock), n: shown.length, exact: exact.length, unseen, zone },
    undated: streams.reduce((sum, stream) => sum + stream.undated, 0),
  };
}

type Span = Pick<Week, 'start' | 'end'>;

/** The week of now and those before it, as far as the period goes. */
function weeksUpTo(now: number, from: number | null, { at, startOf }: Zone): Span[] {
  const { day, weekday } = at(now);
  const monday = day - weekday;
  const spans: Span[] = [];
  for (let back = WEEKS - 1; back >= 0; back -= 1) {
    const first = monday - WEEKDAYS * back;
    const span = { start: startOf(first), end: startOf(first + WEEKDAYS) };
    if (from === null || span.end > from) spans.push(span);
  }
  return spans;
}

/** `cut`: an account was not captured at all, or the period begins within the week. */
function weekOf({ start, end }: Span, dated: Dated[], streams: Stream[], cut: boolean): Week {
  const sure = dated.filter(({ published }) => published.low >= start && published.high < end);
  const perhaps = dated.filter(({ published }) => published.high >= start && published.low < end);
  const seen = streams.map((stream) => observedIn(stream, start, end));
  if (cut) seen.push('none');
  const observed =
    !seen.length || seen.every((each) => each === 'none') ? 'none' : seen.every((each) => each === 'whole') ? 'whole' : 'part';
  return {
    ...{ start, end, observed, low: sure.length },
    high: observed === 'whole' ? perhaps.length : null,
    evidence: sure.map(({ postKey }) => postKey),
  };
}

/** What captures of one list saw of a week. Where the oldest post's date is vague, the stretch surely begins at its latest end only. */
function observedIn({ stretches }: Stream, start: number, end: number): Observed {
  if (stretches.some((stretch) => stretch.boundary.published.high <= start && stretch.end >= end)) return 'whole';
  return stretches.some((stretch) => stretch.boundary.published.value < end && stretch.end > start) ? 'part' : 'none';
}

function byHour(exact: Dated[], { at }: Zone): Weekday[] {
  const weekdays = Array.from({ length: WEEKDAYS }, (_, weekday): Weekday => {
    const hours = Array.from({ length: DAY_HOURS }, () => ({ n: 0, evidence: [] as string[] }));
    return { weekday, n: 0, share: null, hours };
  });
  for (const { published, postKey } of exact) {
    const { weekday, hour } = at(published.value);
    const day = weekdays[weekday];
    const cell = day?.hours[hour];
    if (!day || !cell) continue;
    day.n += 1;
    cell.n += 1;
    cell.evidence.push(postKey);
  }
  return weekdays.map((day) => ({ ...day, share: exact.length ? wilson(day.n, exact.length) : null }));
}
