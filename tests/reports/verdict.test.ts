import '../components/browser';

import { beforeEach, describe, expect, test } from 'vitest';
import type { AuditRun } from '../../lib/audits/report';
import { toCapture, verdictOf } from '../../lib/reports/verdict';
import { gainText, measureText } from '../../lib/reports/words';
import { speak } from '../components/browser';
import { graded, incomplete } from './runs';

beforeEach(() => speak('en-GB'));

describe('an audit in five sentences', () => {
  test('says grade, ground, engagement, extremes and what would move it', () => {
    expect(verdictOf(graded)).toEqual([
      '@marque gets a C: 56 points of 100 (80% interval 49 – 63), from 84% of the weight.',
      'This rests on 26 posts on Instagram, from all the time captured, beside 3 other brands.',
      'A typical post engages 0.29% of followers on Instagram (below 0.40%).',
      'Its strongest point is Complete profile (100), its weakest Thresholds (0).',
      'It would be a B with Reply rate on Instagram (+2.3), Questions answered on Instagram (+1.4), Objectives on Instagram (+1.1), Silences on Instagram (+2.8) and Time to reply on Instagram (+2.3).',
    ]);
  });

  test('is written in French as French is', () => {
    speak('fr-FR');
    const [first, , third, fourth] = verdictOf(graded);
    expect(first).toBe(
      '@marque obtient C\u202f: 56 points sur 100 (intervalle à 80\u202f%\u202f: 49 – 63), à partir de 84\u202f% du poids.',
    );
    expect(third).toBe('Une publication typique engage 0,29\u202f% des abonnés sur Instagram (sous 0,40\u202f%).');
    expect(fourth).toBe('Son point fort\u202f: Profil complet (100)\u202f; son point faible\u202f: Seuils (0).');
  });

  test('without a grade says between what it lies whatever is missing, and what the missing part waits for', () => {
    const [first, , , , last] = verdictOf(incomplete);
    expect(first).toMatch(
      /no grade yet: \d\d% of the weight could be scored, and whatever the rest is, it comes to \d+ – \d+ points of 100\.$/,
    );
    expect(last).toMatch(/^\d+ points of weight wait above all for comments and answers, tags of posts and more posts\.$/);
  });

  test('names the grade that a rule holds back instead of actions that could not lift it', () => {
    const caps: AuditRun['score']['caps'] = [{ id: 'silent', most: 'D', values: [120], evidence: [] }];
    const capped = { ...graded, score: { ...graded.score, grade: 'D' as const, caps } };
    expect(verdictOf(capped)[4]).toBe('By points alone it would be a C: what keeps it down counts more than any action.');
  });

  test('of what is out of scope says why, and gives no points', () => {
    const said = (['U', 'P', 'N', 'X'] as const).map((grade) => verdictOf({ ...graded, score: { ...graded.score, grade } })[0]);
    expect(said.every((sentence) => sentence.startsWith('@marque has no grade: '))).toBe(true);
    expect(said.join(' ')).not.toMatch(/56|84/);
    expect(said[3]).toContain('says nothing about the brand');
  });

  test('without an engagement rate gives the reason', () => {
    const criteria = graded.criteria.map((result) =>
      result.id === 'engagement'
        ? {
            ...result,
            state: 'not-captured' as const,
            score: null,
            why: { from: 'benchmark' as const, reason: 'followers-unknown' as const },
          }
        : result,
    );
    const findings = graded.findings.filter(({ criterion }) => criterion !== 'engagement');
    expect(verdictOf({ ...graded, criteria, findings })[2]).toMatch(/^Engagement by followers could not be scored\. \S/);
  });
});

test('what to capture next goes by the weight that waits for it, and leaves out what nobody can do anything about', () => {
  const waiting = toCapture(incomplete);
  expect(waiting[0]?.need).toBe('comments');
  expect(waiting.map(({ weight }) => weight)).toEqual([...waiting.map(({ weight }) => weight)].sort((a, b) => b - a));
  expect(waiting.map(({ need }) => need)).not.toContain('commenters');
  expect(waiting.flatMap(({ criteria }) => criteria)).not.toContain('engagement');
});

test('a value is written with its unit once, its interval, and an open end as one', () => {
  const measure = { value: 0.7126, low: 0.474, high: 0.9501, unit: 'per-1000' as const };
  expect(measureText(measure)).toBe('0.71 (0.47–0.95) per 1,000 followers');
  expect(measureText({ ...measure, value: 21, low: 9, high: null, unit: 'hours' })).toBe('21 hrs (≥ 9 hrs)');
  expect(measureText({ ...measure, value: 12, low: 12, high: 12, unit: 'days' })).toBe('12 days');
  expect([gainText(8.128), gainText(0.05), gainText(12)]).toEqual(['+8.1', '+0.1', '+12.0']);
});
