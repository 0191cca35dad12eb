import { medianWait } from '../../stats/kaplan-meier';
import type { Criterion } from '../audit';
import { unknown, unmeasured } from '../measured';
import { answerable } from '../replies';
import { ANSWERS } from '../sources';

const HOUR = 3_600_000;
const FEWEST_REPLIES = 8;
/** "2 weeks ago" says nothing about hours. */
const VAGUE = 24 * HOUR;

/**
 * Hours until half of the comments are answered. Comments without an answer count as still waiting when the page was captured. Where less than half were
 * answered, the median is longer than anybody waited, and the score no better than that would be.
 */
export const replyTime: Criterion = {
  ...{ id: 'replyTime', code: 'M2', category: 'community', keys: ['dialogue', 'affinity'], weight: 5, version: 1 },
  ...{ needs: ['comments'], scope: 'network', effort: 'M' },
  measure(facts) {
    const threads = answerable(facts);
    if (!Array.isArray(threads)) return threads;
    const dated = threads.flatMap((thread) => {
      const [asked, answer] = [thread.comment.published, thread.answer?.published];
      if (!asked || asked.high - asked.low > VAGUE) return [];
      if (thread.answer && (!answer || answer.high - answer.low > VAGUE)) return [];
      const time = Math.max(0, ((answer?.value ?? thread.seenAt) - asked.value) / HOUR);
      return [{ postKey: thread.postKey, time, came: thread.answer !== null }];
    });
    if (dated.length < threads.length / 2) return unknown('vague-dates');
    const median = medianWait(dated);
    if (!median || median.came < FEWEST_REPLIES) return unmeasured('too-few', 'too-few-comments', 'comments');
    const slowest = [...dated].sort((a, b) => b.time - a.time).map(({ postKey }) => postKey);
    const value = median.value ?? median.longest;
    const low = median.value === null ? median.longest : median.low;
    return { value, low, high: median.high, n: dated.length, unit: 'hours', evidence: [...new Set(slowest)] };
  },
  curve: () => ({ kind: 'lower', median: 9.5, p10: 0.5, basis: ANSWERS }),
};
