import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATEGORY_IDS, CRITERION_IDS, SOCIALMEDIA_KEYS } from '../../lib/audits/audit';
import { criteria } from '../../lib/audits/index';

const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

test('every criterion is registered once, in the order of the ids, from a file of its own', () => {
  expect(criteria.map(({ id }) => id)).toEqual([...CRITERION_IDS]);
  const files = readdirSync('lib/audits/criteria').map((file) => file.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual(CRITERION_IDS.map(kebab).sort());
});

test('codes count up within their category, whose letter they bear', () => {
  const letters = {
    presence: 'P',
    activity: 'A',
    content: 'C',
    engagement: 'E',
    community: 'M',
    growth: 'G',
    business: 'B',
    governance: 'L',
  };
  for (const category of CATEGORY_IDS) {
    const own = criteria.filter((criterion) => criterion.category === category);
    expect(own.map(({ code }) => code)).toEqual(own.map((_, i) => `${letters[category]}${i + 1}`));
  }
});

test('each names its keys and what it needs, and each key has a criterion', () => {
  for (const { id, keys, needs, version } of criteria) {
    expect(keys.length, id).toBeGreaterThan(0);
    expect(needs.length, id).toBeGreaterThan(0);
    expect(version, id).toBeGreaterThanOrEqual(1);
  }
  expect(new Set(criteria.flatMap(({ keys }) => keys))).toEqual(new Set(SOCIALMEDIA_KEYS));
});
