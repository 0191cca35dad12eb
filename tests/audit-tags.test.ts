import { expect, test } from 'vitest';
import { auditTags } from '../lib/audit-tags';
import { post } from './benchmark/make';

test('tags say the kind of a post, whether it is of use, and its theme; what was not looked at says nothing', () => {
  const tags: Record<string, string[]> = {
    a: ['promote', 'useful', 'recette', 'hiver'],
    b: ['interact'],
    c: ['recette'],
    d: ['useful'],
    e: [],
  };
  const posts = Object.keys(tags).map((postKey) => post({ postKey }));
  expect(auditTags(posts, ({ postKey }) => tags[postKey] ?? [])).toEqual({
    a: { mix: 'promote', topic: 'recette', useful: true },
    b: { mix: 'interact', useful: false },
    c: { topic: 'recette' },
    d: { useful: true },
  });
});

test('a sorted post without a mission serves none only where its account has one that does', () => {
  const tags: Record<string, string[]> = { a: ['mission'], b: ['promote'], c: ['recette'], d: ['promote'] };
  const posts = Object.keys(tags).map((postKey) => post({ postKey, accountKey: postKey === 'd' ? 'x:other' : 'x:lumen' }));
  expect(auditTags(posts, ({ postKey }) => tags[postKey] ?? [])).toEqual({
    a: { mission: true },
    b: { mix: 'promote', useful: false, mission: false },
    c: { topic: 'recette' },
    d: { mix: 'promote', useful: false },
  });
});
