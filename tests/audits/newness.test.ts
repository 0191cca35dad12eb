import { expect, test } from 'vitest';
import { type AuditSettings, audit } from '../../lib/audits/run';
import { count, DAY } from '../benchmark/make';
import { CAPTURED, example } from './worked-example';

const settings: AuditSettings = { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' };

test('a brand is N whose every post is captured and younger than four weeks; of any other the age is unknown', () => {
  const recent = example.rollups.map((rollup) => ({
    ...rollup,
    posts: rollup.posts.filter(({ published }) => CAPTURED - (published?.low ?? 0) < 28 * DAY),
  }));
  const saying = (posts: number, published = recent) => {
    const accounts = example.accounts.map((account) => ({ ...account, posts: count(posts) }));
    return audit({ ...example, rollups: published, accounts }, settings).score.grade;
  };
  const all = recent[0]?.posts.length ?? 0;
  expect(all).toBeGreaterThan(5);
  expect(saying(all)).toBe('N');
  // More than were captured, which may be older; and none told, which says nothing of the past.
  expect(saying(all + 1)).not.toBe('N');
  expect(audit({ ...example, rollups: recent }, settings).score.grade).not.toBe('N');
  expect(saying(26, example.rollups)).toBe('C');
});
