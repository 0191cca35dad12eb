import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaOf, CHECKPOINTS } from '../../lib/benchmark/agenda';
import { ago, NOW, post } from './make';

const HOUR = 3_600_000;
const hoursAgo = (hours: number) => ago(hours / 24);

test('a post of half an hour is to be seen after an hour, a day and a week', () => {
  const published = NOW - 0.5 * HOUR;
  const visits = agendaOf('x:lumen', [post({ published: hoursAgo(0.5) })], [NOW], NOW);
  expect(visits).toEqual([
    { accountKey: 'x:lumen', from: published + 0.75 * HOUR, until: published + 1.5 * HOUR, catches: [{ age: HOUR, posts: 1 }] },
    { accountKey: 'x:lumen', from: published + 18 * HOUR, until: published + 36 * HOUR, catches: [{ age: 24 * HOUR, posts: 1 }] },
    { accountKey: 'x:lumen', from: published + 126 * HOUR, until: published + 252 * HOUR, catches: [{ age: 168 * HOUR, posts: 1 }] },
  ]);
});

test('one visit catches several posts, and what a capture has caught is not asked for again', () => {
  const posts = [post({ published: hoursAgo(20) }), post({ published: hoursAgo(22) }), post({ published: hoursAgo(140) })];
  const [first] = agendaOf('x:lumen', posts, [NOW - 21 * HOUR], NOW);
  expect(first).toEqual({
    ...{ accountKey: 'x:lumen', from: NOW - 2 * HOUR, until: NOW + 14 * HOUR },
    catches: [
      { age: 24 * HOUR, posts: 2 },
      { age: 168 * HOUR, posts: 1 },
    ],
  });
  const after = agendaOf('x:lumen', posts, [NOW - 21 * HOUR, NOW - HOUR], NOW);
  expect(after.flatMap(({ catches }) => catches)).toEqual([{ age: 168 * HOUR, posts: 2 }]);
});

test('nothing is asked of posts of others, of vague dates, or of what is past', () => {
  const others = [
    post({ published: hoursAgo(1), flags: ['repost'] }),
    post({ published: ago(1, 5) }),
    post({ published: ago(40) }),
    post({ published: null }),
  ];
  expect(agendaOf('x:lumen', others, [], NOW)).toEqual([]);
});

test('every visit lies in the windows of all it catches, and following the agenda empties it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 25 }), (ages) => {
      const posts = ages.map((age) => post({ published: hoursAgo(age) }));
      const visits = agendaOf('x:lumen', posts, [], NOW);
      for (const { from, until } of visits) expect(from).toBeLessThanOrEqual(until);
      const caught = visits.flatMap(({ catches }) => catches).reduce((sum, { posts: many }) => sum + many, 0);
      expect(caught).toBeLessThanOrEqual(posts.length * CHECKPOINTS.length);
      const followed = visits.map(({ from, until }) => Math.max(from, Math.min(NOW + 1, until)));
      expect(agendaOf('x:lumen', posts, followed, NOW)).toEqual([]);
    }),
  );
});
