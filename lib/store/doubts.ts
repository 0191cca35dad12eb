import type { Doubt } from '../model/records';
import type { PostState } from '../model/rollup';
import { METRIC_NAMES } from '../model/vocabulary';

/** Networks take bots and withdrawn likes away by the per cent; half of a count that is more than a handful is a misreading. */
const FALL = 0.5;
const HANDFUL = 20;
const DAY = 24 * 60 * 60 * 1000;
const MOST_DOUBTS = 200;

/** What can hardly be true of these posts beside their last capture (by post key) and the clock. */
export function doubtsOf(states: PostState[], before: ReadonlyMap<string, PostState>): Doubt[] {
  return states.flatMap((state) => [...timeOf(state), ...countsOf(state, before.get(state.postKey))]).slice(0, MOST_DOUBTS);
}

function timeOf({ postKey, published, takenAt }: PostState): Doubt[] {
  return published && published.low > takenAt + DAY ? [{ postKey, kind: 'future', now: published.value, before: takenAt }] : [];
}

function countsOf({ postKey, metrics, takenAt }: PostState, before: PostState | undefined): Doubt[] {
  const fallen = METRIC_NAMES.flatMap((metric): Doubt[] => {
    const now = metrics[metric];
    const then = before && before.takenAt <= takenAt ? before.metrics[metric] : undefined;
    if (now?.value == null || then?.value == null || now.high === null || then.low === null) return [];
    return then.low >= HANDFUL && now.high < then.low * FALL ? [{ postKey, kind: 'fell', metric, before: then.value, now: now.value }] : [];
  });
  const { likes, views } = metrics;
  const beyond = likes?.low != null && views?.high != null && likes.value !== null && likes.low > views.high && likes.low >= HANDFUL;
  return beyond
    ? [...fallen, { postKey, kind: 'beyond-views', metric: 'likes', before: views.value ?? undefined, now: likes.value as number }]
    : fallen;
}
