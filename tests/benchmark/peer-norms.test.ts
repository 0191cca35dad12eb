import { expect, test } from 'vitest';
import { normFor } from '../../lib/benchmark/norms';
import { mergedNorms, peerNorms } from '../../lib/benchmark/peer-norms';
import { normFileSchema } from '../../lib/model/norm';
import type { Role } from '../../lib/model/vocabulary';
import { account, ago, brand, count, hidden, NOW, post, rollup, study } from './make';

const DAYS = [3, 6, 9, 12, 15, 18, 21, 24];
/** A brand of one account whose posts get that many likes of 1,000 followers. */
function member(name: string, role: Role, likes: number | null) {
  const accountKey = `x:${name}`;
  const posts = DAYS.map((days) => {
    const known = likes === null ? hidden() : count(likes);
    return post({ accountKey, published: ago(days), metrics: { likes: known, comments: count(0), shares: count(0) } });
  });
  return {
    brand: brand({ id: name, name, role, accounts: [accountKey] }),
    rollup: rollup(posts, accountKey),
    account: account([[0, count(1000)]], accountKey),
  };
}
const file = (members: ReturnType<typeof member>[], changes = {}) =>
  peerNorms(
    { ...study(members.map((each) => each.brand)), ...changes },
    members.map((each) => each.rollup),
    members.map((each) => each.account),
    NOW,
  );

const own = member('own', 'own', 900);
const inspiration = member('muse', 'inspiration', 800);
const peers = [10, 20, 30, 40, 50].map((likes, index) => member(`peer${index}`, index ? 'direct' : 'leader', likes));

test('five accounts of competitors and leaders are a norm: the median of their typical values, with its passport', () => {
  const norms = file([own, inspiration, ...peers], { industry: 'retail', client: 'Lumen' });
  expect(normFileSchema.parse(norms)).toEqual(norms);
  const found = normFor(norms, 'x', 'retail', 'erFollowers', NOW);
  expect(found).toMatchObject({
    value: 0.03,
    stale: false,
    source: { publisher: 'Study', title: 'Lumen', companies: 5, industries: 1, read: 'own' },
  });
  expect(found?.source.followers).toEqual({ x: [1000, 1000] });
  expect(normFor(norms, 'x', 'all', 'erFollowers', NOW)).toBeNull();
  expect(normFor(norms, 'x', 'retail', 'erViews', NOW)).toBeNull();
});

test('four are none, nor are five of which one shows nothing', () => {
  expect(file([own, ...peers.slice(0, 4)])).toEqual({ sources: [], norms: [] });
  const rates = file([own, ...peers.slice(0, 4), member('mute', 'direct', null)]).norms.filter(({ kpi }) => kpi === 'erFollowers');
  expect(rates).toEqual([]);
});

test('a file that is brought in twice stands there once, in its later form', () => {
  const first = file(peers);
  const later = { ...first, norms: first.norms.map((norm) => ({ ...norm, values: { all: 0.5 } })) };
  const both = mergedNorms(mergedNorms(first, later), { sources: [], norms: [] });
  expect(both).toEqual(later);
});
