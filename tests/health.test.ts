import { expect, test } from 'vitest';
import { healthOf, shareOf } from '../lib/health';
import type { SnapshotSummary } from '../lib/model/records';
import { capture, DAY, NOW } from './store/build';

const summary = (id: string, over: Partial<SnapshotSummary['coverage']>, rest: Partial<SnapshotSummary> = {}): SnapshotSummary => ({
  ...{ id, accountKey: 'x:lumen', network: 'x', takenAt: NOW, url: 'https://x.com/lumen', n: 10, adapter: 1, doubts: [] },
  ...{ surface: 'profile', account: capture(id, []).account },
  ...rest,
  coverage: { ...capture(id, []).coverage, read: 10, missing: { published: 0, format: 0, author: 0 }, ...over },
});

test('a field’s health is what was read of what should have been; hidden counts are neither', () => {
  const [health] = healthOf([
    summary('a', { values: { likes: 6, views: 10 }, unread: { likes: 0 }, hidden: { likes: 4 } }),
    summary('b', { values: { likes: 8, views: 5 }, unread: { likes: 2, views: 5 }, missing: { published: 3, format: 0, author: 0 } }),
  ]);
  const of = (name: string) => health?.fields.find(({ field }) => field === name);
  expect(of('likes')).toEqual({ field: 'likes', read: 14, due: 16, hidden: 4 });
  expect(of('views')).toEqual({ field: 'views', read: 15, due: 20, hidden: 0 });
  expect(of('published')).toEqual({ field: 'published', read: 17, due: 20, hidden: 0 });
  expect(of('shares')).toBeUndefined();
  expect(health).toMatchObject({ network: 'x', captures: 2, posts: 20, state: 'drifting' });
});

test('the newest reader is judged, by its latest captures alone', () => {
  const old = Array.from({ length: 5 }, (_, index) => summary(`old${index}`, { unread: { likes: 10 } }, { takenAt: NOW - DAY }));
  const fresh = Array.from({ length: 60 }, (_, index) =>
    summary(`new${index}`, index < 50 ? { values: { likes: 10 } } : { unread: { likes: 10 } }, { adapter: 2, takenAt: NOW - index }),
  );
  expect(healthOf([...old, ...fresh])[0]).toMatchObject({ adapter: 2, captures: 50, state: 'ok' });
  expect(healthOf(old)[0]).toMatchObject({ adapter: 1, state: 'broken' });
});

test('too little to judge is not called broken, and the worst network comes first', () => {
  expect(shareOf({ field: 'likes', read: 0, due: 4, hidden: 0 })).toBeNull();
  const list = healthOf([
    summary('a', { values: { likes: 10 } }),
    summary('b', { read: 2, unread: { likes: 2 } }, { network: 'threads' }),
    summary('c', { read: 1, unreadable: 9 }, { network: 'tiktok' }),
  ]);
  expect(list.map(({ network, state }) => [network, state])).toEqual([
    ['tiktok', 'broken'],
    ['x', 'ok'],
    ['threads', 'ok'],
  ]);
});

test('the counts of an account are due on its own page, and only where the page prints them', () => {
  const { account } = capture('', []);
  const unread = { ...account, name: null, followers: { ...account.following, as: 'unread' as const } };
  const of = (list: SnapshotSummary[]) => healthOf(list)[0]?.fields.filter(({ field }) => /^name|^account_/.test(field));
  expect(of([summary('a', {}), summary('b', {}, { account: unread }), summary('c', {}, { account: unread, surface: 'post' })])).toEqual([
    { field: 'name', read: 1, due: 2, hidden: 0 },
    { field: 'account_followers', read: 1, due: 2, hidden: 0 },
  ]);
});

test('followers that are not read any more speak against a reader, and those that never were do not', () => {
  const { account } = capture('', []);
  const unread = { ...account, followers: { ...account.following, as: 'unread' as const } };
  const later = Array.from({ length: 9 }, (_, index) => summary(`b${index}`, { values: { likes: 10 } }, { account: unread }));
  expect(healthOf(later)[0]?.state).toBe('ok');
  expect(healthOf([summary('a', { values: { likes: 10 } }, { takenAt: NOW - DAY }), ...later])[0]?.state).toBe('broken');
});
