import { describe, expect, test } from 'vitest';
import type { Check, CriterionId, Measure, PartResult } from '../../lib/audits/audit';
import { capsOf } from '../../lib/audits/caps';
import { coherenceOf, profilesOf } from '../../lib/audits/checklist';
import { findingsOf } from '../../lib/audits/findings';
import { criteria } from '../../lib/audits/index';
import { nextGrade } from '../../lib/audits/next-grade';
import { radarOf } from '../../lib/audits/radar';
import { audit, auditAll, reweighted } from '../../lib/audits/run';
import { scoreOf } from '../../lib/audits/score';
import { account, post } from '../benchmark/make';
import { result } from './make';
import { SAMPLED, sampleData } from './sample';
import { CAPTURED, example } from './worked-example';

const run = audit(example, { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' });
const part = (measure: Partial<Measure>, score = 50): PartResult => ({
  ...{
    network: 'x',
    state: 'scored',
    why: null,
    need: null,
    score,
    low: score,
    high: score,
    curve: { kind: 'checks', basis: { kind: 'house' } },
  },
  measure: { value: 0, low: null, high: null, n: 1, unit: 'fraction', evidence: ['x:1'], ...measure },
});
const all = (score: number, changed: Partial<Record<CriterionId, PartResult[]>> = {}) =>
  criteria.map(({ id }) => result(id, score, changed[id] ? { parts: changed[id] } : {}));
const failed = (id: string): PartResult[] => [part({ checks: [{ id, passed: false, where: 'x:9', saw: null }] })];

describe('caps', () => {
  test.each<[string, 'B' | 'C' | 'D', Partial<Record<CriterionId, PartResult[]>>]>([
    ['silent', 'D', { alive: [part({ value: 95, low: 93 })] }],
    ['closed', 'B', { openness: failed('commentsOpen') }],
    ['unanswering', 'B', { replyRate: [part({ share: { hits: 0, of: 14 } }), part({ share: { hits: 1, of: 16 } })] }],
    ['deadLink', 'B', { link: failed('linkAlive') }],
    ['undisclosed', 'C', { disclosure: failed('disclosed') }],
    ['noObjective', 'B', { objectives: failed('anyObjective') }],
  ])('%s keeps a grade at %s, with its evidence', (id, most, changed) => {
    const { grade, uncapped, caps, overall } = scoreOf(all(95, changed), 1);
    expect([grade, uncapped]).toEqual([most, 'A']);
    expect(overall).toBeCloseTo(95, 9);
    expect(caps).toMatchObject([{ id, most }]);
    if (id !== 'noObjective') expect(caps[0]?.evidence.length).toBeGreaterThan(0);
    // It never lifts one.
    expect(scoreOf(all(10, changed), 1).grade).toBe('F');
  });

  test('what is not sure caps nothing', () => {
    const open: Check = { id: 'linkAlive', passed: null, where: null, saw: null };
    const unsure = {
      alive: [part({ value: 95, low: 80 }), part({ value: 3, low: 3 })],
      replyRate: [part({ share: { hits: 0, of: 19 } })],
      link: [part({ checks: [open] })],
    };
    expect(capsOf(all(95, unsure))).toEqual([]);
    expect(capsOf(all(95, { alive: [part({ value: 95, low: 80 })] }))).toEqual([]);
    expect(capsOf(all(95, { replyRate: [part({ share: { hits: 2, of: 40 } })] }))).toEqual([]);
  });

  test('the lowest of several decides', () => {
    expect(scoreOf(all(95, { link: failed('linkSafe'), disclosure: failed('disclosed') }), 1).grade).toBe('C');
  });
});

describe('findings', () => {
  test('say what reaching the aim would bring, which the score confirms', () => {
    for (const { criterion, gain, aim } of run.findings.filter((finding) => finding.gain > 0).slice(0, 6)) {
      const better = run.criteria.map((each) => (each.id === criterion ? { ...each, score: aim, low: aim, high: aim } : each));
      const gained = (scoreOf(better, 1).overall ?? 0) - (run.score.overall ?? 0);
      // Growth does not count: less than half of it is scored.
      expect(criterion === 'associations' ? gain : gained, criterion).toBeCloseTo(gain, 6);
    }
  });

  test('of several networks share out what the criterion would gain', () => {
    const [own] = auditAll(sampleData(), { network: null, industry: null, now: SAMPLED, preset: 'awareness' });
    if (!own) throw new Error('none');
    const rates = own.findings.filter(({ criterion }) => criterion === 'engagement');
    expect(rates.map(({ network }) => network).sort()).toEqual(['bluesky', 'x', 'youtube']);
    const better = own.criteria.map((each) => (each.id === 'engagement' ? { ...each, score: 75, low: 75, high: 75 } : each));
    const gained = (scoreOf(better, 1).overall ?? 0) - (own.score.overall ?? 0);
    expect(rates.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(gained, 6);
  });

  test('come in the order of what they bring for their effort, each with what it rests on', () => {
    const worth = run.findings.map(({ gain, effort }) => gain / { S: 1, M: 3, L: 9 }[effort]);
    expect(worth).toEqual([...worth].sort((a, b) => b - a));
    const rate = run.findings.find(({ criterion }) => criterion === 'engagement');
    expect(rate).toMatchObject({
      sentence: 'finding_below',
      comparison: 0.004,
      n: 22,
      basis: { kind: 'norm' },
      action: 'criterion_engagement_do',
      aim: 75,
    });
    expect(rate?.evidence).toHaveLength(22);
    expect(run.findings.find(({ criterion }) => criterion === 'silences')).toMatchObject({ sentence: 'finding_above', comparison: 4 });
    expect(run.findings.find(({ criterion }) => criterion === 'link')).toMatchObject({
      sentence: 'finding_checks',
      passed: 3,
      of: 3,
      comparison: null,
    });
  });

  test('of what is surely bad are more severe than of what may be', () => {
    const of = (low: number, high: number) =>
      findingsOf([
        result('engagement', 20, {
          parts: [{ ...part({}, 20), low, high, curve: { kind: 'higher', median: 1, p90: 2, basis: { kind: 'house' } } }],
        }),
      ])[0];
    expect(of(18, 22)?.severity).toBeCloseTo(10 * 0.8 * 0.96, 9);
    expect(of(0, 80)?.severity).toBeCloseTo(10 * 0.8 * 0.2, 9);
  });

  test('the way to a better grade is no longer than needed, and ends at a cap', () => {
    const next = nextGrade(run);
    const gains = next?.by.map(({ gain }) => gain) ?? [];
    expect(gains.reduce((sum, gain) => sum + gain, 0)).toBeGreaterThanOrEqual(next?.missing ?? 0);
    expect(gains.slice(0, -1).reduce((sum, gain) => sum + gain, 0)).toBeLessThan(next?.missing ?? 0);
    const elsewhere = run.findings.map((finding) => (finding.criterion === 'associations' ? { ...finding, gain: 50 } : finding));
    const first = [...elsewhere].sort((a, b) => b.gain - a.gain);
    expect(nextGrade({ ...run, findings: first })?.by.some(({ criterion }) => criterion === 'associations')).toBe(false);
    const capped = {
      ...run,
      score: {
        ...run.score,
        caps: [{ id: 'undisclosed', most: 'C', values: [], evidence: [] } as const].map((cap) => ({ ...cap, values: [], evidence: [] })),
      },
    };
    expect(nextGrade(capped)).toBeNull();
  });
});

describe('the radar', () => {
  test('has eleven axes, each with criteria of its own', () => {
    const axes = radarOf(all(60));
    expect(axes).toHaveLength(11);
    for (const { key, criteria: own, score, hatched } of axes) {
      expect(own.length, key).toBeGreaterThan(0);
      expect(score).toBeCloseTo(60, 9);
      expect(hatched).toBe(false);
    }
  });

  test('an axis of which too little is scored is hatched, and one of which nothing is has no score', () => {
    const missing = criteria.map(({ id, keys }) => result(id, keys.includes('affinity') && id !== 'returning' ? null : 40));
    expect(radarOf(missing).find(({ key }) => key === 'affinity')).toMatchObject({ score: 40, hatched: true });
    expect(radarOf(criteria.map(({ id }) => result(id, null)))[0]).toMatchObject({ score: null, coverage: 0, hatched: true });
  });
});

describe('profiles', () => {
  const one = { ...account([], 'x:lumen'), link: 'https://www.lumen.example/fr', category: 'Tea' };
  const two = {
    ...account([], 'bluesky:lumen.bsky.social'),
    network: 'bluesky' as const,
    handle: 'lumen.bsky.social',
    name: 'LUMEN',
    link: 'https://lumen.example',
  };

  test('are alike in what counts, not in how it is written', () => {
    const checks = (accounts: (typeof one)[]) => Object.fromEntries(coherenceOf(accounts).map(({ id, passed }) => [id, passed]));
    expect(checks([one, { ...one, ...two }])).toEqual({
      sameHandle: true,
      sameName: true,
      sameLink: true,
      sameCategory: true,
      verified: null,
    });
    expect(checks([one, { ...one, handle: 'lumen_paris', verified: false }])).toMatchObject({ sameHandle: false, verified: false });
    expect(checks([{ ...one, category: '' }, one])).toMatchObject({ sameCategory: null });
  });

  test('list every field, and never judge a picture', () => {
    const [list] = profilesOf({ accounts: [one], known: [one], posts: [post()] });
    expect(list?.checks.map(({ id, passed }) => [id, passed])).toEqual([
      ...[
        ['handle', true],
        ['name', true],
        ['bio', null],
        ['link', true],
        ['category', true],
        ['avatar', null],
      ],
    ]);
  });
});

test('18,430 followers on X, 4,212 on Bluesky and 31,200 on YouTube are 2.18 channels', () => {
  const [own] = auditAll(sampleData(), { network: null, industry: null, now: SAMPLED, preset: 'awareness' });
  const [each] = own?.criteria.find(({ id }) => id === 'dependency')?.parts ?? [];
  // 1 / (0.3423² + 0.0782² + 0.5795²)
  expect(each?.measure?.value).toBeCloseTo(2.178, 2);
});

test('one channel is no identity, and its dependency is not measured', () => {
  const of = (id: CriterionId) => run.criteria.find((each) => each.id === id);
  expect(of('identity')).toMatchObject({ state: 'not-applicable', why: { reason: 'one-channel' } });
  expect(of('dependency')).toMatchObject({ state: 'too-few', need: 'channels' });
  expect(reweighted(run, run.weights, 'awareness')).toEqual(run);
});
