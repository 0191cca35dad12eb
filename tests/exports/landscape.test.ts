import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { calendarOf } from '../../lib/benchmark/calendar';
import { changesOf } from '../../lib/benchmark/changes';
import { formatGrid } from '../../lib/benchmark/format-grid';
import { positionsOf } from '../../lib/benchmark/positions';
import { topicMap } from '../../lib/benchmark/topics';
import { flavourFor } from '../../lib/exports/csv';
import { calendarCsv, formatsCsv, mapCsv } from '../../lib/exports/landscape-csv';
import { changesCsv, topicsCsv } from '../../lib/exports/topics-csv';
import type { AccountSighting, PostRecord } from '../../lib/model/records';
import { absent } from '../../lib/reading/readings';
import { brand, count, DAY, NOW, post, rollup, study } from '../benchmark/make';
import { benchmarkOf, brandRow, figure } from '../components/make';

const english = flavourFor('en');
const read = (text: string) => Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data;
const brands = [brand(), brand({ id: 'b2', name: '=Orvane', role: 'leader', accounts: ['x:orvane'] })];
const posts = [1, 2, 3, 9, 10, 16].map((days) =>
  post({ published: { value: NOW - days * DAY, low: NOW - days * DAY, high: NOW - days * DAY, from: 'id' } }),
);
const rollups = [rollup(posts)];

test('map.csv holds both figures, the reason of what is missing, and the peers', () => {
  const rows = [
    brandRow('a', 'own', { followers: figure(100, 100, 100) }),
    brandRow('b', 'leader', { followers: figure(null, null, null, { reason: 'hidden' }) }),
  ];
  const lines = read(mapCsv(positionsOf(benchmarkOf(rows), rows, 'followers', 'erFollowers'), study(brands), english));
  expect(lines.map(({ brand: name, role, x, x_reason, y, y_reason }) => [name, role, x, x_reason, y, y_reason])).toEqual([
    ['A', 'own', '100', '', '', 'no-posts'],
    ['B', 'leader', '', 'hidden', '', 'no-posts'],
    ['', 'peers', '', 'no-posts', '0.004', ''],
  ]);
  expect(lines[0]?.x_metric).toBe('followers');
});

test('formats.csv has no figure for few posts', () => {
  const lines = read(formatsCsv(formatGrid(brands, rollups, [], null, 'erFollowers'), 'erFollowers', 'Lumen', study(brands), english));
  expect(lines).toMatchObject([
    { brand: 'Lumen', network: 'x', format: 'image', posts: '6', share_of_posts: '1', typical: '0.015', typical_n: '6' },
  ]);
  const few = read(formatsCsv(formatGrid(brands, [rollup(posts.slice(3))], [], null, 'x'), 'x', null, study(brands), english));
  expect(few).toMatchObject([
    { brand: '', posts: '3', share_of_posts: '', typical: '', typical_reason: 'too-few-posts', metric: 'x_factor' },
  ]);
});

test('calendar.csv writes no zero for a week that was not observed, and one for a silent week that was', () => {
  const lines = read(calendarCsv(calendarOf([posts], null, NOW, 'UTC'), 'Lumen', study(brands), english));
  const weeks = lines.filter(({ kind }) => kind === 'week');
  expect(weeks).toHaveLength(52);
  expect(weeks[0]).toMatchObject({ observed: 'no', posts_low: '', posts_high: '' });
  expect(weeks.at(-2)).toMatchObject({ observed: 'yes', posts_low: '2', posts_high: '2', week_start: '2026-11-09T00:00:00Z' });
  expect(weeks.at(-1)).toMatchObject({ observed: 'in_part', posts_low: '3', posts_high: '' });
  expect(lines.filter(({ kind }) => kind === 'hour')).toHaveLength(7 * 24);
  expect(lines.find(({ kind, weekday, hour }) => kind === 'hour' && weekday === 'sat' && hour === '12')?.posts).toBe('1');
});

test('topics.csv names who speaks in a column per brand, whatever the brand is called', () => {
  const records = new Map(
    posts.map(({ postKey, accountKey, network, published, format }): [string, PostRecord] => {
      const known = { postKey, accountKey, network, id: postKey, aliases: [], url: null, author: null, published, format, text: '' };
      return [postKey, { ...known, hashtags: ['vrac'], firstSeenAt: 0, lastSeenAt: 0 }];
    }),
  );
  const file = topicsCsv(topicMap(brands, { rollups, records, elsewhere: [], from: null }), study(brands), english);
  expect(read(file)).toMatchObject([{ topic: '#vrac', cover: 'shared', x_factor_n: '6', 'posts: Lumen': '6', 'posts: =Orvane': '0' }]);
});

test('changes.csv says between which captures a profile changed, and runs no formula', () => {
  const seen = (days: number, bio: string, followers: number): AccountSighting => ({
    ...{ accountKey: 'x:lumen', takenAt: NOW - days * DAY, url: 'https://x.com/lumen', surface: 'profile', locale: 'fr', adapter: 1 },
    account: {
      nativeId: null,
      handle: 'lumen',
      name: null,
      url: null,
      followers: count(followers),
      following: absent(),
      posts: absent(),
      bio,
    },
  });
  const changes = changesOf([seen(8, 'Cafés', 100), seen(1, '=1+1', 90)]);
  const lines = read(changesCsv(changes, () => brands[0], study(brands), english));
  expect(lines).toMatchObject([
    { fact: 'bio', before: 'Cafés', now: "'=1+1", unchanged_at: '2026-11-14T12:00:00Z', changed_by: '2026-11-21T12:00:00Z' },
    { fact: 'followers', before: '100', now: '90', difference_low: '-10', difference_high: '-10', unusual: '' },
  ]);
});
