import { describe, expect, test } from 'vitest';
import type { CommentFact } from '../../lib/audits/given';
import type { NormFile } from '../../lib/model/norm';
import type { PostRecord } from '../../lib/model/records';
import type { PostState } from '../../lib/model/rollup';
import { about, account, count } from '../benchmark/make';
import { ask, is, likes, peers, row } from './ask';

describe('engagement', () => {
  test('eight peers rank it, five make a curve, three lend their middle, two say nothing', () => {
    const own = row(12, () => likes(45));
    const against = (n: number) => ask('engagement', { posts: own, others: peers(n, (i) => likes(10 * (i + 1))) });
    expect(against(8)).toMatchObject({ score: 50, curve: { kind: 'rank', basis: { n: 8, fit: 'rank' } } });
    expect(against(5).curve).toMatchObject({ kind: 'higher', median: expect.closeTo(0.01 * 120 ** 0.2, 9), basis: { fit: 'curve' } });
    expect(against(3).curve).toMatchObject({ median: expect.closeTo(0.01 * 6 ** (1 / 3), 9), basis: { n: 3, fit: 'house-spread' } });
    const two = against(2);
    is(two, 'unscored', 'no-peers-or-norm');
    expect([two.measure?.value, two.need]).toEqual([0.045, 'reference']);
  });

  test('what the network does not print is hidden, not zero', () => {
    const posts = row(12, () => ({ metrics: { likes: count(10), comments: count(1) } }));
    is(ask('amplification', { posts, others: peers(3, () => likes(5)) }), 'hidden', 'not-shown');
  });

  test('constancy is the part of posts that reach the middle of the peers', () => {
    const posts = row(12, (i) => likes(i < 9 ? 30 : 10));
    const part = ask('consistency', { posts, others: peers(3, (i) => likes(10 * (i + 1))) });
    expect(part.measure?.share).toEqual({ hits: 9, of: 12 });
    expect(part.measure?.evidence).toHaveLength(9);
  });

  test('views are counted of videos alone', () => {
    const views = (format: PostState['format'], value: number) => ({ format, metrics: { views: count(value) } });
    const others = peers(3, () => views('video', 400));
    const part = ask('viewRate', { posts: [...row(6, () => views('short', 200)), ...row(20, () => views('image', 900))], others });
    expect(part.measure).toMatchObject({ value: 0.2, n: 6 });
    is(ask('viewRate', { posts: row(9), others }), 'not-applicable', 'no-video');
  });
});

describe('a published norm', () => {
  const source = {
    id: 'r',
    publisher: 'R',
    title: 'R',
    year: 2026,
    from: '2025-01-01',
    to: '2025-12-31',
    url: 'https://r.example/',
    companies: null,
    industries: null,
  };
  const norm = {
    source: 'r',
    network: 'x' as const,
    kpi: 'erFollowers' as const,
    denominator: 'followers' as const,
    statistic: 'median' as const,
    values: { all: 0.02 },
  };
  const norms = (followers: [number, number | null]): NormFile => ({
    sources: [{ ...source, read: 'first-hand', followers: { x: followers } }],
    norms: [norm],
  });
  const posts = row(12, () => likes(20));

  test('comes before three peers and after five', () => {
    const among = (n: number) => ask('engagement', { posts, norms: norms([1, null]), others: peers(n, () => likes(90)) });
    expect(among(3)).toMatchObject({
      score: expect.closeTo(50, 3),
      curve: { median: 0.02, basis: { kind: 'norm', source: 'r', industry: 'all', stale: false } },
    });
    expect(among(5).curve?.basis.kind).toBe('peers');
  });

  test('made of larger accounts says nothing about a small one', () => {
    is(ask('engagement', { posts, norms: norms([25_000, null]) }), 'unscored', 'outside-norm');
    expect(ask('engagement', { posts, norms: norms([25_000, null]), others: peers(3, () => likes(90)) }).curve?.basis).toMatchObject({
      kind: 'peers',
      n: 3,
    });
  });

  test('is what a post has to reach to count as constant', () => {
    expect(ask('consistency', { posts: row(12, (i) => likes(i < 4 ? 20 : 19)), norms: norms([1, null]) }).measure?.share).toEqual({
      hits: 4,
      of: 12,
    });
    is(ask('consistency', { posts }), 'unscored', 'no-peers-or-norm');
  });
});

describe('growth', () => {
  const grown = (from: number, days: number, key?: string) =>
    account(
      [
        [days, count(1000)],
        [0, count(from)],
      ],
      key,
    );
  const others = [1010, 1020, 1030, 1040, 1050].map((last, i) => ({ posts: [], account: grown(last, 21, `x:p${i}`) }));

  test('is ranked among five peers, over two weeks at least, and not below a step of rounding', () => {
    const own = grown(1035, 21);
    expect(ask('growth', { account: own, others }).score).toBeCloseTo((100 * 3.5) / 6, 9);
    is(ask('growth', { account: grown(1035, 10), others }), 'not-captured', 'short-window');
    is(ask('growth', { account: own, others: others.slice(1) }), 'unscored', 'no-peers-or-norm');
    const rounded = account([
      [21, about(12_300, 12_250, 12_349)],
      [0, about(12_300, 12_250, 12_349)],
    ]);
    is(ask('growth', { account: rounded, others }), 'hidden', 'below-step');
  });

  test('associations are posts with others in them; naming oneself is none', () => {
    const text = ({ accountKey }: PostState, i = 0): Partial<PostRecord> => ({
      mentions: accountKey === 'x:lumen' ? ['Lumen'] : i % 2 ? ['ami'] : [],
    });
    const posts = row(12, (i) => ({ flags: i < 3 ? ['quote'] : [] }));
    expect(ask('associations', { posts, others: peers(3, () => ({})), text }).measure?.share).toEqual({ hits: 0, of: 12 });
    const named = ask('associations', { posts, others: peers(3, () => ({})), text: () => ({ mentions: ['ami', 'Lumen'] }) });
    expect(named.measure?.share).toEqual({ hits: 12, of: 12 });
  });

  test('who returns needs authors, which are not collected', () => {
    const by = (i: number, author?: string): CommentFact => ({
      ...{ id: `${i}`, published: null, byAccount: false, replyTo: null, likedByAccount: null, question: false },
      ...(author && { author }),
    });
    const unsigned = Array.from({ length: 40 }, (_, i) => by(i));
    is(ask('returning', { comments: unsigned }), 'not-captured', 'no-commenters');
    is(ask('returning', { comments: unsigned.slice(0, 20).map(({ id }) => by(Number(id), 'a')) }), 'too-few', 'too-few-comments');
    const part = ask('returning', { comments: unsigned.map(({ id }) => by(Number(id), `a${Number(id) % 8}`)) });
    // All on one post: nobody was seen on two.
    expect(part.measure?.share).toEqual({ hits: 0, of: 8 });
    expect(part.state).toBe('unscored');
  });
});
