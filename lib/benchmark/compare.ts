import { median } from 'simple-statistics';
import type { AccountRecord, PostState, Rollup } from '../model/rollup';
import type { Brand } from '../model/study';
import type { MetricName } from '../model/vocabulary';
import { cliffsDelta, type EffectSize, effectSize } from '../stats/cliff';
import type { Estimate } from '../stats/greater';
import { holm } from '../stats/holm';
import { mannWhitneyP } from '../stats/mann-whitney';
import { neededEach } from '../stats/power';
import { ratioOf } from '../stats/ratio';
import { type Bounded, degreesOf } from '../stats/typical';
import { type AgeCurves, PRIOR } from './age';
import { type Ground, groundOf } from './ground';
import { erFollowers, erViews, type Measure, type Measured, measureAll, per1000, typicalOf, viewRate } from './measures';
import { chanceAbove } from './ranks';
import type { Figure } from './result';
import { usedPosts } from './selection';

/** What two brands are compared by, post against post. */
export const COMPARED = ['erFollowers', 'erViews', 'likes1000', 'comments1000', 'shares1000', 'viewRate'] as const;
export type ComparedKpi = (typeof COMPARED)[number];

/** Fewer posts on a side make no interval, and no test. */
const FEWEST = 5;
/** If it would take more posts than this, the brands are alike for all that matters. */
const MOST_NEEDED = 400;
/** Chance of a false alarm in the whole family of tests. */
const ALPHA = 0.05;

/** One measure of two brands, and what can be said of the difference. */
export interface Compared {
  kpi: ComparedKpi;
  a: Figure;
  b: Figure;
  /** How many times a's typical value is b's. */
  ratio: Estimate | null;
  /** Cliff's δ: chance that a post of a beats one of b, less the chance that it is beaten. */
  delta: number | null;
  size: EffectSize | null;
  /** Chance that a's typical value truly is the greater one. */
  chance: number | null;
  /** Of the Mann–Whitney test, raised by Holm's method over the measures compared here. */
  p: number | null;
  /** `no-difference`: none can be shown; null: one side is missing. */
  answer: 'a-more' | 'b-more' | 'no-difference' | 'too-few' | null;
  /** Posts that each would need for a difference as large as this one to be shown; null where hundreds would not do, or one is shown. */
  needed: number | null;
}

/** Two brands side by side. */
export interface Comparison {
  ground: Ground;
  measures: Compared[];
}

/** Compares two brands on their common ground: a pure function of what was captured. */
export function compareBrands(
  a: Brand,
  b: Brand,
  rollups: Rollup[],
  accounts: AccountRecord[],
  from: number | null,
  curves: AgeCurves = PRIOR,
): Comparison {
  const [usedA, usedB] = [usedPosts(a, rollups, from, curves), usedPosts(b, rollups, from, curves)];
  const ground = groundOf(usedA, usedB);
  const accountOf = new Map(accounts.map((account) => [account.accountKey, account]));
  const pairs = COMPARED.map((kpi) => {
    const measure = measureOf(kpi, ground, (post) => accountOf.get(post.accountKey));
    return { kpi, a: measureAll(usedA, measure), b: measureAll(usedB, measure) };
  });
  const tests = pairs.map(({ a, b }) => (a.values.length >= FEWEST && b.values.length >= FEWEST ? testOf(a.values, b.values) : null));
  const raised = holm(tests.flatMap((p) => p ?? []));
  const family = raised.length;
  const measures = pairs.map((pair, i) => comparedBy(pair, tests[i] === null ? null : (raised.shift() ?? null), family));
  return { ground, measures };
}

/** A measure that both brands have, on the networks where both show what it is made of. */
function measureOf(kpi: ComparedKpi, ground: Ground, account: (post: PostState) => AccountRecord | undefined): Measure {
  const needs = (metric: MetricName, measure: Measure): Measure => {
    return (post) => (ground.shown[post.network]?.includes(metric) ? measure(post) : 'not-shown');
  };
  if (kpi === 'erFollowers') return (post) => erFollowers(post, account(post), ground.counted);
  if (kpi === 'erViews') return needs('views', (post) => erViews(post, ground.counted));
  if (kpi === 'viewRate') return needs('views', (post) => viewRate(post, account(post)));
  const metric = ({ likes1000: 'likes', comments1000: 'comments', shares1000: 'shares' } as const)[kpi];
  return needs(metric, (post) => per1000(post, metric, account(post)));
}

const bounds = (values: Bounded[], bound: 'value' | 'low' | 'high') => values.map((value) => value[bound]);

/** p of the difference that remains when rounded counts are read against it: 1 where they could turn it round. */
function testOf(a: Bounded[], b: Bounded[]): number {
  const above = (cliffsDelta(bounds(a, 'value'), bounds(b, 'value')) ?? 0) >= 0;
  const [first, second] = above ? [bounds(a, 'low'), bounds(b, 'high')] : [bounds(a, 'high'), bounds(b, 'low')];
  const still = (cliffsDelta(first, second) ?? 0) >= 0 === above;
  return still ? mannWhitneyP(first, second) : 1;
}

function comparedBy({ kpi, a, b }: { kpi: ComparedKpi; a: Measured; b: Measured }, p: number | null, family: number): Compared {
  const [figureA, figureB] = [typicalOf(a), typicalOf(b)];
  const delta = cliffsDelta(bounds(a.values, 'value'), bounds(b.values, 'value'));
  const ratio = ratioBetween(figureA, a, figureB, b);
  const answer = answerOf(p, figureA, figureB, ratio, delta ?? 0);
  const needed = answer === 'no-difference' && delta !== null ? neededEach(delta, family) : null;
  return {
    kpi,
    a: figureA,
    b: figureB,
    ratio,
    delta,
    size: delta === null ? null : effectSize(delta),
    chance: chanceAbove(figureA, figureB),
    p,
    answer,
    needed: needed !== null && needed <= MOST_NEEDED ? needed : null,
  };
}

/** A difference is shown by both, or not at all: the test rejects chance, and the interval of the ratio leaves out 1, on the same side. */
function answerOf(p: number | null, a: Figure, b: Figure, ratio: Estimate | null, delta: number): Compared['answer'] {
  if (a.value === null || b.value === null) return null;
  if (p === null) return 'too-few';
  if (p >= ALPHA || !ratio) return 'no-difference';
  if (ratio.low > 1 && delta > 0) return 'a-more';
  return ratio.high < 1 && delta < 0 ? 'b-more' : 'no-difference';
}

function ratioBetween(figureA: Figure, a: Measured, figureB: Figure, b: Measured): Estimate | null {
  if (figureA.value === null || figureA.low === null || figureA.high === null) return null;
  if (figureB.value === null || figureB.low === null || figureB.high === null) return null;
  const half = ({ values }: Measured) => median(values.map((value) => value.half));
  return ratioOf(
    { value: figureA.value, low: figureA.low, high: figureA.high, half: half(a), df: degreesOf(figureA.n) },
    { value: figureB.value, low: figureB.low, high: figureB.high, half: half(b), df: degreesOf(figureB.n) },
  );
}
