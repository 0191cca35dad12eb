import { describe, expect, test } from 'vitest';
import { topicsOf } from '../../lib/benchmark/post-topics';
import { topicMap } from '../../lib/benchmark/topics';
import { groupedBy } from '../../lib/model/grouped';
import type { PostRecord } from '../../lib/model/records';
import type { PostState } from '../../lib/model/rollup';
import type { Role } from '../../lib/model/vocabulary';
import { brand, count, post, rollup } from './make';

describe('topics of a post', () => {
  const words = (text: string, language?: string) => [...topicsOf({ text, ...(language ? { language } : {}) }).keys()];

  test('are words that carry one, and pairs of them in a row', () => {
    expect(words('La récolte d’altitude est arrivée : trois cafés, torréfiés ce matin.', 'fr')).toEqual([
      ...['récolte', 'altitude', 'arrivée', 'cafés', 'torréfiés', 'matin'],
    ]);
    expect(words('Behind the counter: our smoked tea and the baker’s chestnut tart', 'en')).toEqual([
      ...['behind', 'counter', 'smoked', 'tea', 'smoked tea', 'baker', 'chestnut', 'baker chestnut', 'tart', 'chestnut tart'],
    ]);
  });

  test('leave out addresses, accounts, numbers, and what stands on both sides of a full stop', () => {
    expect(words('Atelier. Novembre 2026 https://orvane.example/pain @lumen #pain', 'fr')).toEqual(['atelier']);
    expect(words("L'eau, c'est l'essentiel", 'fr')).toEqual(['eau', 'essentiel']);
    expect(words('Dites-le-nous, voulez-vous ?', 'fr')).toEqual([]);
  });

  test('hold hashtags as written by their network, in lower case and once', () => {
    const topics = topicsOf({ text: 'pain', hashtags: ['ZéroDéchet', 'zérodéchet'], language: 'fr' });
    expect([...topics]).toEqual([
      ['#zérodéchet', 'tag'],
      ['pain', 'word'],
    ]);
  });

  test('leave out the little words of both languages, whichever the network took the post for', () => {
    expect(words('The chestnut tart and the tea', 'fr')).toEqual(['chestnut', 'tart', 'chestnut tart', 'tea']);
  });

  test('of a language whose stop words are not known are hashtags alone', () => {
    expect([...topicsOf({ text: 'Der frische Kaffee', hashtags: ['kaffee'], language: 'de' }).keys()]).toEqual(['#kaffee']);
    // Of an unknown language, what is a stop word in either is none.
    expect(words('the café dans our atelier')).toEqual(['café', 'atelier']);
  });
});

const brands = (['own', 'direct', 'direct', 'leader'] as Role[]).map((role, i) =>
  brand({ id: `b${i}`, name: `B${i}`, role, accounts: [`x:b${i}`] }),
);

/** Posts of an account, each with one hashtag; `likes` times 100. */
function posts(account: string, tag: string, n: number, likes = 1): { state: PostState; record: PostRecord }[] {
  return Array.from({ length: n }, () => {
    const state = post({ accountKey: account, metrics: { likes: count(100 * likes), comments: count(0), shares: count(0) } });
    const { postKey, network, published, format } = state;
    const known = { postKey, accountKey: account, network, id: postKey, aliases: [], url: null, author: null, published, format };
    return { state, record: { ...known, text: '', hashtags: [tag], firstSeenAt: 0, lastSeenAt: 0 } };
  });
}

function mapOf(all: ReturnType<typeof posts>, elsewhere: string[] = [], only?: string, of = brands) {
  const byAccount = groupedBy(all, ({ state }) => state.accountKey);
  const rollups = [...byAccount].map(([key, list]) =>
    rollup(
      list.map(({ state }) => state),
      key,
    ),
  );
  const records = new Map(all.map(({ record }) => [record.postKey, record]));
  return topicMap(of, { rollups, records, elsewhere, from: null, ...(only === undefined ? {} : { only }) });
}

describe('topics by brand', () => {
  const all = [
    ...posts('x:b0', 'pain', 12),
    ...posts('x:b1', 'pain', 12),
    ...posts('x:b1', 'brassage', 6, 3),
    ...posts('x:b2', 'livraison', 4),
    ...posts('x:b1', 'livraison', 4),
    ...posts('x:b3', 'vrac', 5),
    ...posts('x:b3', 'reste', 20),
    ...posts('x:b2', 'rare', 4),
  ];
  const { topics, n, unheard } = mapOf(all);
  const topic = (name: string) => topics.find((each) => each.topic === name);

  test('say who speaks: several, rivals alone, one alone, nobody but a leader', () => {
    expect(n).toBe(all.length);
    expect(topic('#pain')).toMatchObject({ cover: 'shared', n: 24 });
    expect(topic('#livraison')).toMatchObject({ cover: 'yours-missing', n: 8 });
    expect(topic('#brassage')).toMatchObject({ cover: 'alone', alone: 'b1', n: 6 });
    expect(topic('#vrac')).toMatchObject({ cover: 'nobody', alone: null, brands: [{ brandId: 'b3' }] });
    expect(unheard).toEqual([]);
  });

  test('of fewer than five posts are none, unless one is asked for', () => {
    expect(topic('#rare')).toBeUndefined();
    expect(mapOf(all, [], '#rare').topics.map(({ topic: name, n: found }) => [name, found])).toEqual([['#rare', 4]]);
  });

  test('have a demand: what their posts got against what was expected of their account', () => {
    // B1's typical post has 100 likes, those about brewing 300: (300 + 0.5) / (100 + 0.5).
    expect(topic('#brassage')?.demand.value).toBeCloseTo(300.5 / 100.5, 1);
    expect(topic('#brassage')?.demand).toMatchObject({ n: 6 });
    expect(topic('#reste')?.demand.value).toBeCloseTo(1, 9);
    expect(topics[0]?.topic).toBe('#brassage');
  });

  test('that only other studies’ accounts cover are covered by nobody here', () => {
    const { topics: wider } = mapOf([...all, ...posts('x:away', 'ailleurs', 7)], ['x:away']);
    const found = wider.find((each) => each.topic === '#ailleurs');
    expect(found).toMatchObject({ cover: 'nobody', brands: [], n: 7 });
    expect(found?.elsewhere).toHaveLength(7);
  });

  test('are the most used of each kind of cover where there are too many', () => {
    const many = Array.from({ length: 260 }, (_, i) => posts('x:b3', `vrac${i}`, i === 259 ? 9 : 5)).flat();
    const { topics: measured, leftOut } = mapOf([...many, ...posts('x:b0', 'pain', 5), ...posts('x:b1', 'pain', 5)]);
    expect([measured.length, leftOut]).toEqual([251, 10]);
    expect(measured.find(({ topic: name }) => name === '#vrac259')?.n).toBe(9);
    expect(measured.some(({ topic: name }) => name === '#pain')).toBe(true);
  });

  test('name the brands of the sector that were not heard', () => {
    expect(mapOf(posts('x:b3', 'vrac', 6)).unheard).toEqual(['b0', 'b1', 'b2']);
  });

  test('that stand on exactly the same posts are one, named by its phrase', () => {
    const same = posts('x:b0', 'vrac', 6).map(({ state, record }) => ({
      state,
      record: { ...record, text: 'chestnut tart', language: 'en' },
    }));
    const { topics: merged } = mapOf(same);
    expect(merged.map(({ topic: name, also }) => [name, also])).toEqual([['chestnut tart', ['#vrac', 'chestnut', 'tart']]]);
  });

  test('are not what a brand is called: its name, a word of it or a handle, in posts of its own', () => {
    const named = [brand({ id: 'b0', name: 'Maison Lévan', accounts: ['bluesky:levan.example'] }), ...brands.slice(1)];
    const own = ['MaisonLévan', 'levan', 'Levan', 'vrac'].flatMap((tag) => posts('bluesky:levan.example', tag, 6));
    const topicsWith = (...others: ReturnType<typeof posts>[]) => mapOf([...own, ...others.flat()], [], undefined, named).topics;
    expect(topicsWith().map(({ topic: name }) => name)).toEqual(['#vrac']);
    // A rival that names it speaks of it; the brand's own signature still says nothing.
    expect(topicsWith(posts('x:b1', 'levan', 4)).map(({ topic: name }) => name)).toEqual(['#vrac']);
    // What others speak of as much is a word of the trade.
    expect(topicsWith(posts('x:b1', 'levan', 5)).find(({ topic: name }) => name === '#levan')).toMatchObject({ n: 17, cover: 'shared' });
  });
});
