import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditRun } from '../../lib/audits/report';
import { audit } from '../../lib/audits/run';
import { SAMPLED, sampleData } from './sample';

/** What a person would see change, without evidence and with as many digits as mean something. */
function digest({ brandName, role, score, criteria, findings, radar, inputs }: AuditRun): unknown {
  const seen = {
    brand: `${brandName} (${role})`,
    score: {
      ...score,
      categories: score.categories.map(({ id, score: each, coverage, counts }) => ({ id, score: each, coverage, counts })),
    },
    criteria: criteria.map(({ code, id, state, why, score: each, low, high, coverage, parts }) => ({
      ...{ criterion: `${code} ${id}`, state, why: why?.reason ?? null, score: each, low, high, coverage },
      parts: parts.map(({ network, state: own, why: reason, score: points, measure, curve }) =>
        [
          network,
          own,
          reason?.reason,
          measure && `${Number(measure.value.toFixed(4))} of ${measure.n}`,
          curve?.kind,
          curve?.basis.kind,
          points,
        ].map((cell) => cell ?? null),
      ),
    })),
    findings: findings.map(({ criterion, network, sentence, gain, effort }) => [criterion, network, sentence, effort, gain]),
    radar: radar.map(({ key, score: each, coverage, hatched }) => [key, each, coverage, hatched]),
    inputs: { ...inputs, snapshots: inputs.snapshots.length },
  };
  return JSON.parse(JSON.stringify(seen, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value)));
}

/**
 * Three invented brands, audited. When a change of the method is meant, write the files anew with JAUGE_GOLDEN=write and biome format, and read the
 * difference before it is committed.
 */
test.each(['orvane', 'tournelune', 'aurestal'])('the audit of %s is the one that was reviewed', (name) => {
  const file = join(import.meta.dirname, 'golden', `${name}.json`);
  const settings = {
    brandId: `sample-${name}_sample`,
    network: null,
    industry: 'food_beverage',
    now: SAMPLED,
    preset: 'awareness',
  } as const;
  const found = digest(audit(sampleData(), settings));
  if (process.env.JAUGE_GOLDEN === 'write') writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  expect(existsSync(file)).toBe(true);
  expect(found).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
