import { describe, expect, test } from 'vitest';
import type { CommentFact, Given } from '../../lib/audits/given';
import { threadsOf } from '../../lib/audits/threads';
import type { PostState } from '../../lib/model/rollup';
import { NOW, post } from '../benchmark/make';
import { ask, is, row } from './ask';

const DAY = 86_400_000;
const HOUR = DAY / 24;

describe('community', () => {
  const said = (id: string, hours: number, changes: Partial<CommentFact> = {}): CommentFact => {
    const at = NOW - hours * HOUR;
    return {
      id,
      published: { value: at, low: at, high: at, from: 'id' },
      byAccount: false,
      replyTo: null,
      likedByAccount: null,
      question: false,
      ...changes,
    };
  };
  const answer = (to: string, hours: number) => said(`${to}-a`, hours, { byAccount: true, replyTo: to });
  const twelve = Array.from({ length: 12 }, (_, i) => said(`c${i}`, 100, { question: i < 8 }));

  test('replies to comments count once, answers among visitors not at all', () => {
    const among = said('v', 50, { replyTo: 'c5' });
    const part = ask('replyRate', {
      comments: [...twelve, answer('c0', 90), said('c0-b', 80, { byAccount: true, replyTo: 'c0' }), answer('c1', 10), among],
    });
    expect(part.measure?.share).toEqual({ hits: 2, of: 12 });
  });

  test('where pages do not show whom an answer is for, silence says nothing', () => {
    is(ask('replyRate', { comments: [...twelve, said('a', 5, { byAccount: true })] }), 'hidden', 'threads-not-shown');
    is(ask('replyRate', {}), 'not-captured', 'no-comments');
    const elsewhere = [said('z', 9), answer('z', 8)];
    const silent = ask('replyRate', { comments: twelve, others: [{ posts: [] }], otherComments: elsewhere });
    expect(silent.measure?.share).toEqual({ hits: 0, of: 12 });
    is(
      ask('questions', { comments: twelve.slice(0, 7), others: [{ posts: [] }], otherComments: elsewhere }),
      'too-few',
      'too-few-comments',
    );
  });

  test('the first answer counts', () => {
    const twice = twelve.flatMap(({ id }) => [said(`${id}-late`, 10, { byAccount: true, replyTo: id }), answer(id ?? '', 96)]);
    expect(ask('replyTime', { comments: [...twelve, ...twice] }).measure).toMatchObject({ value: 4, n: 12 });
  });

  test('a comment waits until it was last seen, not until the page was', () => {
    const page = (id: string, hours: number, comments: CommentFact[]) => ({
      id,
      postKey: 'x:1',
      accountKey: 'x:lumen',
      takenAt: NOW - hours * HOUR,
      comments,
    });
    const threads = threadsOf([page('later', 0, [said('b', 50), answer('b', 40)]), page('first', 30, [said('a', 60), said('b', 50)])], []);
    expect(threads?.map(({ comment, answer: found, seenAt }) => [comment.id, found?.id ?? null, (NOW - seenAt) / HOUR])).toEqual([
      ['a', null, 30],
      ['b', 'b-a', 0],
    ]);
  });

  test('a median that is never reached scores no better than the longest wait', () => {
    const many = Array.from({ length: 30 }, (_, i) => said(`m${i}`, 100));
    const part = ask('replyTime', { comments: [...many, ...Array.from({ length: 8 }, (_, i) => answer(`m${i}`, 99))] });
    expect(part.measure).toMatchObject({ value: 100, low: 100, high: null, n: 30 });
    expect(part.low).toBe(0);
    expect(part.high).toBeCloseTo(part.score ?? 0, 9);
    is(ask('replyTime', { comments: [...many, answer('m0', 99)] }), 'too-few', 'too-few-comments');
  });

  test('dates like "2 weeks ago" say nothing about hours', () => {
    const vague = twelve.map((comment) => ({
      ...comment,
      published: { value: NOW - 14 * DAY, low: NOW - 21 * DAY, high: NOW - 14 * DAY, from: 'relative' as const },
    }));
    is(ask('replyTime', { comments: [...vague, answer('c0', 3)] }), 'hidden', 'vague-dates');
  });

  test('likes of the account are known where the network marks them', () => {
    is(ask('acknowledgement', { comments: twelve }), 'hidden', 'likes-not-marked');
    const marked = twelve.map((comment, i) => ({ ...comment, likedByAccount: i < 3 }));
    const part = ask('acknowledgement', { comments: marked });
    expect([part.state, part.measure?.share]).toEqual(['unscored', { hits: 3, of: 12 }]);
  });

  test('mentions are judged by a person, and each brand has its own', () => {
    const mention = (i: number, brandId: string) => ({ id: `${i}`, brandId, at: NOW, answered: i % 2 === 0 });
    const mentions = [0, 1, 2, 3, 4].map((i) => mention(i, 'b1')).concat(mention(5, 'other'));
    expect(ask('mentions', { given: { mentions } }).measure?.share).toEqual({ hits: 3, of: 5 });
    is(ask('mentions', {}), 'manual', 'no-mentions');
  });

  test('closed comments and unanswered critics fail', () => {
    const posts = row(3);
    const [first] = posts;
    expect(ask('openness', { posts })).toMatchObject({ score: 100 });
    expect(ask('openness', { posts, given: { confirmed: { b1: { closed: { [first?.postKey ?? '']: true } } } } })).toMatchObject({
      score: 0,
    });
    const [one, other] = posts.map(({ postKey }) => postKey);
    const critics = (answers: boolean[]) =>
      ask('openness', {
        posts,
        given: { confirmed: { b1: { critics: { [one ?? '']: answers[0] ?? true, [other ?? '']: answers[1] ?? true } } } },
      });
    expect(critics([true, true])).toMatchObject({ score: 100, measure: { n: 2 } });
    expect(critics([true, false]).measure?.checks).toMatchObject([
      { id: 'commentsOpen', passed: true },
      { id: 'criticsAnswered', passed: false, where: other },
    ]);
  });
});

describe('business and governance', () => {
  test('objectives: five of seven for one that is vain and undated', () => {
    const sound = { specific: true, measurable: true, attainable: true, relevant: true, timed: true, business: true, ego: false };
    const given: Given = { strategy: { b1: { objectives: [{ id: 'o', text: 'Devis', ...sound, timed: false, ego: true }] } } };
    expect(ask('objectives', { given }).score).toBeCloseTo((100 * 5) / 7, 9);
    expect(ask('objectives', { given: { strategy: { b1: { objectives: [] } } } }).score).toBe(0);
    is(ask('objectives', {}), 'manual', 'no-strategy');
    is(ask('objectives', { given, role: 'direct' }), 'not-applicable', 'competitor');
  });

  test('thresholds: 30 of 1,000 are above 2 %, 24 undecided, 5 below', () => {
    const of = (conversions: number) =>
      ask('thresholds', { given: { owner: { b1: { visits: 1000, conversions } } } }).measure?.checks?.[0]?.passed;
    expect([of(30), of(5)]).toEqual([true, false]);
    is(ask('thresholds', { given: { owner: { b1: { visits: 1000, conversions: 24 } } } }), 'manual', 'to-confirm');
    const budget = (production: number) =>
      ask('thresholds', { given: { owner: { b1: { budget: { production, advertising: 100 - production } } } } }).score;
    expect([55, 65, 66, 40].map(budget)).toEqual([100, 100, 0, 0]);
    is(ask('thresholds', {}), 'owner-only', 'no-owner-data');
  });

  test('KPIs without numbers lower the coverage of measurement', () => {
    const kpis = [true, true, false].map((live, i) => ({ id: `${i}`, live }));
    expect(ask('measurement', { given: { owner: { b1: { kpis } } } }).measure).toMatchObject({ value: 2 / 3, n: 3 });
  });

  test('labelled posts disclose, suspected ones wait for a person', () => {
    const posts = [post({ flags: ['paid'] }), post(), post()];
    const text = ({ postKey }: PostState) => ({ text: postKey === posts[1]?.postKey ? 'Code promo LUMEN20 #ad' : 'Rien' });
    expect(ask('disclosure', { posts, text })).toMatchObject({ score: 100, low: 50, high: 100 });
    const given: Given = { confirmed: { b1: { disclosed: { [posts[1]?.postKey ?? '']: false } } } };
    expect(ask('disclosure', { posts, text, given })).toMatchObject({ score: 50 });
    // What only looks like advertising is taken off the list.
    const none: Given = { confirmed: { b1: { disclosed: { [posts[1]?.postKey ?? '']: null } } } };
    expect(ask('disclosure', { posts, text, given: none })).toMatchObject({ score: 100, low: 100, measure: { n: 1 } });
    is(ask('disclosure', { posts: posts.slice(1), text, given: none }), 'not-applicable', 'nothing-commercial');
    const waiting = ask('disclosure', { posts: posts.slice(1), text });
    is(waiting, 'manual', 'to-confirm');
    expect(waiting.open).toMatchObject([{ id: 'disclosed', where: posts[1]?.postKey }]);
    is(ask('disclosure', { posts: posts.slice(2), text }), 'not-applicable', 'nothing-commercial');
  });

  test('a register of four, of which one is not known', () => {
    const register = { charter: true, roles: true, escalation: null, backedUpAt: NOW - 200 * DAY };
    expect(ask('charter', { given: { register: { b1: register } } })).toMatchObject({ score: expect.closeTo(66.7, 1), low: 50, high: 75 });
    is(ask('charter', {}), 'manual', 'no-register');
  });
});
