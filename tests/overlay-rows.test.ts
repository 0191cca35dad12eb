import './components/browser';

import { describe, expect, it } from 'vitest';
import { PRIOR } from '../lib/benchmark/age';
import { percentiles } from '../lib/benchmark/percentile';
import { xFactors } from '../lib/benchmark/x-factor';
import type { PostRecord } from '../lib/model/records';
import { overlayRows } from '../lib/overlay-rows';
import { exact } from '../lib/reading/readings';
import { fold } from './benchmark/fold';
import { speak } from './components/browser';
import { capture, NOW, post } from './store/build';

const DAY = 86_400_000;
const at = (days: number) => ({ value: NOW - days * DAY, low: NOW - days * DAY, high: NOW - days * DAY, from: 'id' as const });
const counted = (id: string, likes: number, days: number) =>
  post(id, { published: at(days), metrics: { likes: exact(likes, 'label'), comments: exact(0, 'label'), shares: exact(0, 'label') } });
const posts = [100, 100, 100, 100, 100, 240].map((likes, index) => counted(String(index), likes, 60 + index));
const { rollups } = fold([capture('a', [...posts, counted('young', 3, 0.0005)])]);
const record = { postKey: 'x:5', aliases: ['pfbid5'] } as PostRecord;
const rows = () => overlayRows(rollups, [record], PRIOR, ({ postKey }) => (postKey === 'x:5' ? ['useful'] : []));

describe('what badges say', () => {
  it('is what the Posts view says of the same post, with its tags and every id that a page may have for it', () => {
    speak('en');
    const states = rollups.flatMap((rollup) => rollup.posts);
    const best = states.find(({ postKey }) => postKey === 'x:5');
    const x = best && xFactors(rollups)(best);
    const place = best && percentiles(rollups, xFactors(rollups))(best).account;
    if (!x || typeof x === 'string' || !place || typeof place === 'string') throw new Error('the post has a factor and a place');
    expect(x.value).toBeCloseTo(240.5 / 100.5, 1);
    const row = rows().rows.find(({ postKey }) => postKey === 'x:5');
    expect(row).toMatchObject({ ids: ['5', 'pfbid5'], tags: ['useful'] });
    expect(row?.text).toBe(
      `×${x.value.toFixed(2)} [${x.low.toFixed(2)}–${x.high.toFixed(2)}] · percentile ${Math.round(100 * place.value)}`,
    );
    expect(row?.title).toMatch(/^(?:100|99\.\d|1\d\d) interactions were expected of it at its age\. From 6 posts of this account\.$/);
  });

  it('is the reason where a post cannot be compared, never a zero', () => {
    speak('en');
    expect(rows().rows.find(({ postKey }) => postKey === 'x:young')).toMatchObject({ text: '×—', title: 'Too young to compare', tags: [] });
  });

  it('comes newest first, in the interface’s language, with the fixed tags in the order of their keys', () => {
    speak('fr');
    const { rows: list, tags, name } = rows();
    expect(list[0]?.postKey).toBe('x:young');
    expect(list.map(({ postKey }) => postKey)).toHaveLength(7);
    expect(list.find(({ postKey }) => postKey === 'x:5')?.text).toMatch(/^×\u202f2,\d\d \[\d,\d\d–\d,\d\d\] · rang centile 9\d$/);
    expect(tags.map(({ id, label }) => `${id} ${label}`)).toEqual([
      'promote promotion',
      'curate curation',
      'interact interaction',
      'useful utile',
      'mission mission',
    ]);
    expect(name).toBe('Jauge');
    // What is sent is what was made: JSON.
    expect(JSON.parse(JSON.stringify(rows()))).toEqual(rows());
  });
});
