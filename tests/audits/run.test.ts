import { describe, expect, test } from 'vitest';
import type { Criterion } from '../../lib/audits/audit';
import type { AuditData } from '../../lib/audits/facts';
import { criteria } from '../../lib/audits/index';
import { weightsOf } from '../../lib/audits/presets';
import { type AuditSettings, audit, auditAll, isSound, recompute, reweighted } from '../../lib/audits/run';
import { count } from '../benchmark/make';
import { SAMPLED, sampleData } from './sample';
import { CAPTURED, example } from './worked-example';

const settings: AuditSettings = { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' };
const run = audit(example, settings);
const sample = sampleData();
const ofSample: AuditSettings = {
  brandId: 'sample-orvane_sample',
  network: null,
  industry: 'food_beverage',
  now: SAMPLED,
  preset: 'awareness',
};

describe('one criterion and the others', () => {
  test.each(criteria.map((criterion) => [criterion.id, criterion] as const))('%s breaks down and harms no other', (id, criterion) => {
    const broken: Criterion = {
      ...criterion,
      measure: () => {
        throw new Error('broken');
      },
    };
    const other = audit(
      example,
      settings,
      criteria.map((each) => (each === criterion ? broken : each)),
    );
    expect(other.criteria.find((result) => result.id === id)).toMatchObject({ state: 'failed', score: null, why: { reason: 'failed' } });
    expect(other.criteria.filter((result) => result.id !== id)).toEqual(run.criteria.filter((result) => result.id !== id));
    expect(other.score.overall).not.toBeNaN();
  });

  test('what gives no number is a failure and not a zero', () => {
    const [first] = criteria;
    if (!first) throw new Error('none');
    const measure = { value: Number.NaN, low: 0, high: 1, n: 1, unit: 'fraction' as const, evidence: [] };
    const strange: Criterion = {
      ...first,
      measure: () => measure,
      curve: () => ({ kind: 'higher', median: 1, p90: 2, basis: { kind: 'house' } }),
    };
    expect(audit(example, settings, [strange]).criteria[0]).toMatchObject({ state: 'failed', score: null });
  });

  test('taking one away changes no other', () => {
    for (const removed of criteria) {
      const without = audit(
        example,
        settings,
        criteria.filter((each) => each !== removed),
      );
      expect(without.criteria).toEqual(run.criteria.filter(({ id }) => id !== removed.id));
    }
  });
});

describe('an audit', () => {
  test('is JSON, and the same every time, in whatever order its data come', () => {
    expect(JSON.parse(JSON.stringify(run))).toEqual(run);
    const turned: AuditData = {
      ...sample,
      rollups: [...sample.rollups].reverse().map((rollup) => ({ ...rollup, posts: [...rollup.posts].reverse() })),
      accounts: [...sample.accounts].reverse(),
      records: [...sample.records].reverse(),
      comments: [...sample.comments].reverse(),
    };
    const [one, other] = [audit(sample, ofSample), audit(turned, ofSample)];
    expect(other.score.overall).toBeCloseTo(one.score.overall ?? 0, 9);
    expect(other.criteria.map(({ id, score }) => [id, score?.toFixed(6)])).toEqual(
      one.criteria.map(({ id, score }) => [id, score?.toFixed(6)]),
    );
  });

  test('of a brand without data has no score and says of every criterion what to do or that it does not apply', () => {
    const empty: AuditData = { ...sample, rollups: [], accounts: [], records: [], comments: [] };
    const { score, criteria: all } = audit(empty, ofSample);
    expect([score.overall, score.grade, score.coverage]).toEqual([null, null, 0]);
    for (const { id, state, score: each, why, need } of all) {
      expect([id, each]).toEqual([id, null]);
      expect(why, id).not.toBeNull();
      if (state !== 'not-applicable' && state !== 'hidden') expect(need, id).not.toBeNull();
    }
  });

  test('of several networks asks each apart: what one does not show lowers the coverage alone', () => {
    const { criteria: all } = audit(sample, ofSample);
    const carried = all.find(({ id }) => id === 'amplification');
    expect(carried?.parts.map(({ network, state }) => [network, state])).toEqual([
      ['x', 'scored'],
      ['youtube', 'hidden'],
      ['bluesky', 'scored'],
    ]);
    const scores = carried?.parts.flatMap(({ score }) => score ?? []) ?? [];
    expect(carried?.score).toBeCloseTo(((scores[0] ?? 0) + (scores[1] ?? 0)) / 2, 9);
    expect(carried?.coverage).toBeCloseTo(2 / 3, 9);
    // YouTube pins nothing here: what does not apply is no gap.
    expect(all.find(({ id }) => id === 'pinned')?.coverage).toBe(1);
  });

  test('is held against direct competitors and the leader, not against inspiration', () => {
    const rate = audit(sample, ofSample).criteria.find(({ id }) => id === 'engagement');
    expect(rate?.parts[0]?.curve?.basis).toMatchObject({ kind: 'peers', n: 3 });
    expect(audit(sample, ofSample).inputs.peers).toEqual(['sample-tournelune_sample', 'sample-ondivelle_sample', 'sample-aurestal_sample']);
  });

  test('of a competitor leaves business and governance out', () => {
    const { criteria: all } = audit(example, { ...settings, brandId: 'r1' });
    const own = all.filter(({ category }) => category === 'business' || category === 'governance');
    expect(new Set(own.map(({ state }) => state))).toEqual(new Set(['not-applicable']));
  });

  test('of all brands is what each alone is', () => {
    const { brandId: _, ...all } = ofSample;
    const runs = auditAll(sample, all);
    expect(runs.map((each) => each.brandId)).toEqual(sample.study.brands.map(({ id }) => id));
    expect(runs[0]).toEqual(audit(sample, ofSample));
  });

  test.each([
    ['U', { own: { official: false } }],
    ['P', { own: { private: true } }],
  ])('is %s by what a person says', (grade, confirmed) => {
    expect(audit({ ...example, given: { ...example.given, confirmed } }, settings).score.grade).toBe(grade);
  });

  test('is N of hardly a post (newness.test.ts: or of a new brand), and X where our reader failed', () => {
    const few = { ...example, rollups: example.rollups.map((rollup) => ({ ...rollup, posts: rollup.posts.slice(0, 4) })) };
    expect(audit(few, settings).score.grade).toBe('N');
    const none = { ...example, rollups: [], unreadable: ['instagram:marque'] };
    expect(audit(none, settings).score.grade).toBe('X');
  });

  test('knows only brands of its study', () => expect(() => audit(example, { ...settings, brandId: 'nobody' })).toThrow('nobody'));
});

describe('making it again', () => {
  test('gives the same, also after later captures', () => {
    expect(recompute(run, example)).toMatchObject({ same: true, missing: [] });
    const later = {
      ...example,
      rollups: example.rollups.map((rollup) => ({
        ...rollup,
        posts: [
          ...rollup.posts,
          ...rollup.posts.map((post, i) => ({
            ...post,
            postKey: `${post.postKey}-${i}`,
            snapshotId: 'later',
            metrics: { likes: count(9e6), comments: count(9) },
          })),
        ],
      })),
    };
    expect(audit(later, settings).score.overall).not.toBeCloseTo(run.score.overall ?? 0, 1);
    expect(recompute(run, later)).toMatchObject({ same: true, missing: [] });
  });

  test('does not see followers that were won since', () => {
    const before = audit(sample, ofSample);
    const won = { takenAt: SAMPLED + 3_600_000, followers: count(5e6) };
    const accounts = sample.accounts.map((account) =>
      account.accountKey === 'x:orvane_sample' ? { ...account, followers: [...account.followers, won] } : account,
    );
    expect(recompute(before, { ...sample, accounts })).toMatchObject({ same: true });
  });

  test('says that it is not the same where a count was changed or a capture is gone', () => {
    const changed = { ...example, rollups: example.rollups.map((rollup) => ({ ...rollup, posts: rollup.posts.slice(1) })) };
    expect(recompute(run, changed)).toMatchObject({ same: false, missing: [], lost: 1 });
    const gone = { ...example, comments: example.comments.slice(1) };
    expect(recompute(run, gone)).toMatchObject({ same: false, missing: ['c0'] });
  });

  test('is checked from the file alone, which no changed number passes', () => {
    expect([run, audit(sample, ofSample)].map(isSound)).toEqual([true, true]);
    const changed = {
      ...run,
      criteria: run.criteria.map((each) => (each.id === 'mix' && each.score !== null ? { ...each, score: each.score + 1 } : each)),
    };
    expect(isSound(changed)).toBe(false);
    expect(isSound({ ...run, score: { ...run.score, grade: 'B' } })).toBe(false);
    expect(isSound(JSON.parse(JSON.stringify(run)))).toBe(true);
  });

  test('keeps the weights that it was made by', () => {
    const own = audit(example, { ...settings, weights: { engagement: 3, replyRate: 1 } });
    expect([own.preset, own.weights.engagement, own.weights.mix]).toEqual(['own', 75, 0]);
    expect(recompute(own, example).same).toBe(true);
  });

  test('by other weights needs no data', () => {
    const weights = weightsOf('service');
    const other = audit(example, { ...settings, preset: 'service' });
    expect(reweighted(run, weights, 'service').score.overall).toBeCloseTo(other.score.overall ?? 0, 9);
    expect(reweighted(run, weights, 'service').findings.map(({ criterion }) => criterion)).toEqual(
      other.findings.map(({ criterion }) => criterion),
    );
  });
});
