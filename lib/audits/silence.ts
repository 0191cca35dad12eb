import { isOrdinary } from '../benchmark/selection';
import type { PostState } from '../model/rollup';

const DAY = 86_400_000;

/** Days from the last post of an account's own to when its page was last captured; null where none has a date. */
export function silenceOf(posts: readonly PostState[]): { value: number; low: number; high: number; evidence: string[] } | null {
  const seen = posts.reduce((latest, { takenAt }) => Math.max(latest, takenAt), 0);
  const dated = posts.filter(isOrdinary).flatMap(({ published, postKey }) => (published ? [{ published, postKey }] : []));
  if (!dated.length) return null;
  const { published, postKey } = dated.reduce((a, b) => (b.published.value > a.published.value ? b : a));
  const days = (time: number) => Math.max(0, (seen - time) / DAY);
  return { value: days(published.value), low: days(published.high), high: days(published.low), evidence: [postKey] };
}
