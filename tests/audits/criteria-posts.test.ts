import { describe, expect, test } from 'vitest';
import type { Given, PostTags } from '../../lib/audits/given';
import type { PostRecord } from '../../lib/model/records';
import type { PostState } from '../../lib/model/rollup';
import { account, ago, count, post } from '../benchmark/make';
import { ask, is, peers, row } from './ask';

describe('presence', () => {
  test('an empty field fails only where others of the network show one', () => {
    const filled = { ...account([[0, count(9)]], 'x:p0'), bio: 'Us', link: 'https://us.example/' };
    const part = ask('profile', { posts: row(3), account: { bio: 'We' }, others: [{ posts: row(3, undefined, 'x:p0'), account: filled }] });
    const passed = part.measure?.checks?.map(({ id, passed }) => [id, passed]);
    expect(passed).toEqual([
      ['handle', true],
      ['name', true],
      ['bio', true],
      ['link', false],
      ['category', null],
    ]);
    expect([part.score, part.low, part.high]).toEqual([75, 60, 80]);
  });

  test('a link is judged by what is known of it', () => {
    const link = (address: string, linkAlive?: boolean) =>
      ask('link', { account: { link: address }, given: linkAlive === undefined ? {} : { confirmed: { b1: { linkAlive } } } });
    expect(link('https://linktr.ee/lumen', true)).toMatchObject({ score: 100, low: 100 });
    expect(link('http://lumen.example/')).toMatchObject({ score: 50, low: 25, high: 75 });
    expect(link('https://lumen.example/', false)).toMatchObject({ score: expect.closeTo(66.7, 1) });
  });

  test('the newest pinned post counts, by its age when captured', () => {
    const tops = [400, 180].map((days) => post({ published: ago(days), flags: ['pinned'] }));
    const part = ask('pinned', { posts: [...row(3), ...tops] });
    expect(part.measure).toMatchObject({ value: 180, unit: 'days', evidence: [tops[1]?.postKey] });
    expect(part.score).toBeCloseTo(50, 3);
    is(ask('pinned', { posts: row(3) }), 'not-applicable', 'no-pinned');
  });

  test('days since the last post run to the last capture, and neither pins nor reposts are life', () => {
    const posts = [
      post({ published: ago(14, 1) }),
      post({ published: ago(1), flags: ['pinned'] }),
      post({ published: ago(2), flags: ['repost'] }),
    ];
    const part = ask('alive', { posts });
    expect(part.measure).toMatchObject({ value: 14, low: 13, high: 15 });
    expect(part.score).toBeCloseTo(50, 3);
    is(ask('alive', {}), 'not-captured', 'no-posts');
    is(ask('alive', { posts: [post({ published: null })] }), 'not-captured', 'undated');
  });
});

test('a study of the last month still sees that the brand fell silent before it, and what is pinned', () => {
  const posts = [post({ published: ago(95) }), post({ published: ago(300), flags: ['pinned'] })];
  expect(ask('alive', { posts, days: 30 }).measure?.value).toBe(95);
  expect(ask('pinned', { posts, days: 30 }).measure?.value).toBe(300);
});

describe('activity', () => {
  test('twice what three peers publish is still in the band, eight times is not', () => {
    const every = (days: number, key?: string) => row(40, (i) => ({ published: ago(1 + i * days) }), key);
    const others = [2, 2, 2].map((days, i) => ({ posts: every(days, `x:p${i}`) }));
    const part = ask('frequency', { posts: every(1.05), others });
    expect(part).toMatchObject({ score: 100, curve: { kind: 'band', basis: { kind: 'peers', n: 3 } } });
    const many = ask('frequency', { posts: row(200, (i) => ({ published: ago(1 + i / 4) })), others });
    expect(many.score).toBeLessThan(10);
    is(ask('frequency', { posts: every(0.2), others }), 'not-captured', 'short-window');
    is(ask('frequency', { posts: every(1) }), 'unscored', 'no-peers-or-norm');
  });

  test('half of the weeks with a post score a third of the way', () => {
    // Two posts in every second week, for sixteen weeks.
    const posts = row(16, (i) => ({ published: ago(1 + 14 * Math.floor(i / 2) + (i % 2)) }));
    const part = ask('activeWeeks', { posts });
    expect(part.measure?.value).toBeCloseTo(0.5, 1);
    expect(part.score).toBeCloseTo(33.3, 0);
    is(ask('activeWeeks', { posts: row(20) }), 'not-captured', 'short-window');
    is(ask('activeWeeks', { posts: row(35) }), 'not-captured', 'few-weeks');
  });

  test('a silence of eight times the usual gap', () => {
    const days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 19, 20];
    const part = ask('silences', { posts: row(13, (i) => ({ published: ago(days[i] ?? 0) })) });
    expect(part.measure).toMatchObject({ value: 8, unit: 'times' });
    // Φ(1.28155 · ln(4 / 8) / ln(4 / 1.7)) = Φ(−1.0382)
    expect(part.score).toBeCloseTo(14.96, 1);
    is(ask('silences', { posts: row(9, (i) => ({ published: ago(1 + 2 * i) })) }), 'too-few', 'too-few-posts');
  });
});

describe('content', () => {
  const tags = (posts: PostState[], of: (i: number) => PostTags): Given => ({
    tags: Object.fromEntries(posts.map(({ postKey }, i) => [postKey, of(i)])),
  });

  test('the mix needs nine tagged posts, and the strategy may set another than thirds', () => {
    const posts = row(12);
    const mixed = tags(posts, (i) => ({ mix: i < 6 ? 'promote' : i < 9 ? 'curate' : 'interact' }));
    expect(ask('mix', { posts, given: mixed })).toMatchObject({
      score: expect.closeTo(75, 6),
      curve: { basis: { kind: 'house' } },
      measure: { counts: [6, 3, 3] },
    });
    const aimed: Given = { ...mixed, strategy: { b1: { objectives: [], mix: [0.5, 0.25, 0.25] } } };
    expect(ask('mix', { posts, given: aimed })).toMatchObject({ score: 100, curve: { basis: { kind: 'own' } } });
    is(ask('mix', { posts }), 'manual', 'no-tags');
    is(ask('mix', { posts: posts.slice(0, 8), given: mixed }), 'too-few', 'too-few-posts');
  });

  test('variety goes by the analyst’s themes, or by hashtags', () => {
    const posts = row(12);
    const even = ask('variety', { posts, given: tags(posts, (i) => ({ topic: ['a', 'b', 'c'][i % 3] ?? '' })) });
    expect(even.measure?.value).toBeCloseTo(1, 9);
    const tagged = ask('variety', { posts, text: ({ postKey }) => ({ hashtags: postKey === posts[0]?.postKey ? ['b'] : ['a'] }) });
    // −(11/12 ln 11/12 + 1/12 ln 1/12) / ln 2
    expect(tagged.measure?.value).toBeCloseTo(0.4138, 4);
    expect(tagged.score).toBeCloseTo(100 * (1 - Math.log(0.55 / 0.4138) / Math.log(4)), 1);
    is(ask('variety', { posts }), 'too-few', 'too-few-posts');
  });

  test('formats are those that the study’s brands use there', () => {
    const used = ['image', 'video', 'text', 'link'] as const;
    const others = peers(3, () => ({})).map(({ posts }) => ({ posts: posts.map((each, i) => ({ ...each, format: used[i % 4] ?? null })) }));
    const part = ask('formats', { posts: row(12, (i) => ({ format: i % 2 ? 'image' : 'video' })), others });
    expect(part.measure).toMatchObject({ value: 0.5, n: 4 });
    is(ask('formats', { posts: row(12) }), 'not-applicable', 'one-format');
  });

  test('calls to action are held against three peers', () => {
    const asking = 'Découvrez la carte, lien en bio.';
    const others = peers(3, () => ({}));
    const text = ({ postKey, accountKey }: PostState): Partial<PostRecord> => {
      const place = [...others.flatMap((other) => other.posts)].findIndex((each) => each.postKey === postKey);
      return { text: accountKey === 'x:lumen' || place % 2 ? asking : 'Bonjour' };
    };
    const part = ask('callToAction', { posts: row(12), others, text });
    expect(part.measure?.share).toEqual({ hits: 12, of: 12 });
    expect(part.curve).toMatchObject({ kind: 'share', norm: 0.5, target: 0.75, basis: { kind: 'peers', n: 3 } });
    is(ask('callToAction', { posts: row(12), others }), 'not-captured', 'no-texts');
    is(ask('callToAction', { posts: row(12), others: others.slice(1), text }), 'unscored', 'no-peers-or-norm');
  });

  test('use and mission are shares of what was tagged, and show what lacks them first', () => {
    const posts = row(15);
    const given = tags(posts.slice(0, 12), (i) => ({ useful: i < 3, mission: i >= 3 }));
    expect(ask('usefulness', { posts, given }).measure).toMatchObject({ share: { hits: 3, of: 12 }, n: 12 });
    expect(ask('mission', { posts, given }).measure?.evidence.slice(0, 3)).toEqual(posts.slice(0, 3).map(({ postKey }) => postKey));
    is(ask('mission', { posts }), 'manual', 'no-tags');
  });
});
