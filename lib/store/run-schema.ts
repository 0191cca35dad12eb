import * as z from 'zod/mini';
import type { Unit } from '../audits/audit';

// A saved audit as a file may bring it: whatever the views and the comparison of audits read is there and of its kind, so that a forged one can be
// looked at without harm. Keys that are not named here stay: a later version's audits lose nothing on their way through a backup.

const MOST = 50_000;
const text = z.string().check(z.maxLength(2_000));
const number = z.nullable(z.number());
const texts = z.array(text).check(z.maxLength(MOST));
const numbers = z.array(z.number()).check(z.maxLength(MOST));

/** Units are looked up where values are written, and times are made into days: neither may be anything else. */
const unit = z.enum(['fraction', 'per-week', 'per-1000', 'days', 'hours', 'times', 'score', 'count'] satisfies Unit[]);
const time = z.number().check(z.gte(0), z.lte(8.64e15));

const why = z.nullable(z.looseObject({ from: z.enum(['benchmark', 'audit']), reason: text }));
const need = z.nullable(text);
const scored = { score: number, low: number, high: number };

const basis = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('peers'), n: z.number(), fit: text }),
  z.looseObject({
    kind: z.literal('norm'),
    source: text,
    publisher: text,
    year: z.number(),
    industry: text,
    network: text,
    value: z.number(),
  }),
  z.looseObject({ kind: z.literal('published'), title: text, url: text }),
  z.looseObject({ kind: z.enum(['house', 'own']) }),
]);

const curve = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('higher'), basis, median: z.number(), p90: z.number() }),
  z.looseObject({ kind: z.literal('lower'), basis, median: z.number(), p10: z.number() }),
  z.looseObject({ kind: z.literal('rank'), basis, values: numbers.check(z.minLength(1)) }),
  z.looseObject({ kind: z.literal('band'), basis, low: z.number(), high: z.number() }),
  z.looseObject({ kind: z.literal('share'), basis, norm: z.number(), target: z.number() }),
  z.looseObject({ kind: z.literal('mix'), basis, target: numbers.check(z.minLength(1)) }),
  z.looseObject({ kind: z.literal('checks'), basis }),
]);

const check = z.looseObject({ id: text, passed: z.nullable(z.boolean()), where: z.nullable(text), saw: z.nullable(text) });

const checks = z.optional(z.array(check).check(z.maxLength(MOST)));

const measure = z.looseObject({
  ...{ value: z.number(), low: number, high: number, n: z.number(), unit, evidence: texts },
  share: z.optional(z.looseObject({ hits: z.number(), of: z.number() })),
  counts: z.optional(numbers),
  checks,
});

const part = z.looseObject({
  ...{ network: z.nullable(text), state: text, why, need, ...scored, measure: z.nullable(measure), curve: z.nullable(curve) },
  open: checks,
});

const criterion = z.looseObject({
  ...{ id: text, code: text, category: text, keys: texts, version: z.number(), weight: z.number(), state: text, why, need, ...scored },
  coverage: z.number(),
  parts: z.array(part).check(z.maxLength(100)),
});

const finding = z.looseObject({
  ...{ criterion: text, network: z.nullable(text), sentence: text, kind: text, value: z.number(), low: number, high: number, unit },
  ...{ n: z.number(), score: z.number(), comparison: number, basis, passed: number, of: number, evidence: texts, severity: z.number() },
  ...{ action: text, effort: text, aim: z.number(), gain: z.number() },
  pictures: z.optional(z.array(z.looseObject({ sha256: text, snapshotId: text, takenAt: time })).check(z.maxLength(100))),
});

const score = z.looseObject({
  ...{ overall: number, low: number, high: number, confidence: z.nullable(text), coverage: z.number() },
  bounds: z.looseObject({ low: z.number(), high: z.number() }),
  ...{ completeness: text, grade: z.nullable(text), uncapped: z.nullable(text) },
  caps: z.array(z.looseObject({ id: text, most: text, values: numbers, evidence: texts })).check(z.maxLength(100)),
  categories: z
    .array(z.looseObject({ id: text, weight: z.number(), score: number, coverage: number, counts: z.boolean() }))
    .check(z.maxLength(100)),
});

const axis = z.looseObject({ key: text, score: number, coverage: z.number(), hatched: z.boolean(), criteria: texts });

const run = z.looseObject({
  ...{
    format: z.literal('jauge-audit'),
    version: z.literal(1),
    studyId: text,
    studyName: text,
    brandId: text,
    brandName: text,
    role: text,
  },
  ...{ network: z.nullable(text), industry: z.nullable(text), from: z.nullable(time), madeAt: time, seed: z.number(), preset: text },
  ...{ weights: z.record(text, z.number()), method: z.number() },
  inputs: z.looseObject({
    ...{ snapshots: texts, peers: texts, posts: z.number(), norms: texts },
    // With its last account an audit is erased: one without any would stay for ever.
    accounts: texts.check(z.minLength(1)),
    given: z.optional(z.looseObject({})),
    adapters: z.record(text, numbers),
    curves: z.optional(z.record(text, z.record(text, z.looseObject({ halfLife: z.number(), steepness: z.number() })))),
  }),
  criteria: z.array(criterion).check(z.maxLength(200)),
  score,
  findings: z.array(finding).check(z.maxLength(1_000)),
  radar: z.array(axis).check(z.maxLength(50)),
});

/** A saved audit with its id; the ids within it (criteria, states, grades) are not held to today's. */
export const savedRunSchema = z.object({ id: z.string().check(z.minLength(1), z.maxLength(200)), run });
