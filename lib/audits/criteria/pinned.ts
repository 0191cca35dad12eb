import type { Criterion } from '../audit';
import { unknown, unmeasured } from '../measured';

const DAY = 86_400_000;

/** Age in days of the newest post that is pinned on top of a profile. What visitors see first grows stale. */
export const pinned: Criterion = {
  ...{ id: 'pinned', code: 'P4', category: 'presence', keys: ['content'], weight: 1, version: 1 },
  ...{ needs: ['posts'], scope: 'network', effort: 'S' },
  measure({ posts }) {
    if (!posts.length) return unknown('no-posts');
    const seen = posts.reduce((latest, { takenAt }) => Math.max(latest, takenAt), 0);
    const tops = posts.filter(({ flags }) => flags.includes('pinned'));
    if (!tops.length) return unmeasured('not-applicable', 'no-pinned', null);
    const dated = tops.flatMap(({ published, postKey }) => (published ? [{ published, postKey }] : []));
    if (!dated.length) return unknown('undated');
    const { published, postKey } = dated.reduce((a, b) => (b.published.value > a.published.value ? b : a));
    const days = (time: number) => Math.max(0, (seen - time) / DAY);
    const bounds = { value: days(published.value), low: days(published.high), high: days(published.low) };
    return { ...bounds, n: tops.length, unit: 'days', evidence: [postKey] };
  },
  curve: () => ({ kind: 'lower', median: 180, p10: 30, basis: { kind: 'house' } }),
};
