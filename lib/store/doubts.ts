import type { Doubt } from '../model/records';
import type { PostState } from '../model/rollup';
import type { MetricName } from '../model/vocabulary';

/** Networks take bots and withdrawn likes away by the per cent; half of a count that is more than a handful is a misreading. */
const FALL = 0.5;
const HANDFUL = 20;
const DAY = 24 * 60 * 60 * 1000;
const MOST_DOUBTS = 200;

type Observed = Pick<PostState, 'postKey' | 'published' | 'takenAt' | 'metrics'>;

/** Adds what can hardly be true of a post beside its last capture and the clock. */
export function doubtsOf({ postKey, published, takenAt, metrics }: Observed, before: PostState | undefined, doubts: Doubt[]): void {
  if (doubts.length >= MOST_DOUBTS) return;
  if (published && published.low > takenAt + DAY) doubts.push({ postKey, kind: 'future', now: published.value, before: takenAt });
  if (before && before.takenAt <= takenAt)
    for (const name in metrics) {
      const metric = name as MetricName;
      const now = metrics[metric];
      const then = before.metrics[metric];
      if (now?.value == null || then?.value == null || now.high === null || then.low === null) continue;
      if (then.low >= HANDFUL && now.high < then.low * FALL)
        doubts.push({ postKey, kind: 'fell', metric, before: then.value, now: now.value });
    }
  const { likes, views } = metrics;
  if (likes?.low != null && views?.high != null && likes.value !== null && likes.low > views.high && likes.low >= HANDFUL)
    doubts.push({ postKey, kind: 'beyond-views', metric: 'likes', before: views.value ?? undefined, now: likes.value });
}
