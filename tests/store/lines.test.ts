import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PostState } from '../../lib/model/rollup';
import { METRIC_NAMES, POST_FLAGS } from '../../lib/model/vocabulary';
import { exact } from '../../lib/reading/readings';
import type { Filed, PostFacts } from '../../lib/store/filed';
import { filedFrom, linesOf } from '../../lib/store/lines';
import { everyKind, NOW } from './build';

const WHOSE = { accountKey: 'x:lumen', network: 'x' } as const;
const withoutRaw = everyKind.map(({ raw: _, ...reading }) => reading);
const reading = fc.constantFrom(...withoutRaw);
const counts = fc.record(Object.fromEntries(METRIC_NAMES.map((name) => [name, reading])), { requiredKeys: [] });
const words = fc.string({ unit: 'binary', maxLength: 12 });
const moment = fc.option(
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([before, after]) => ({
    ...{ value: NOW, low: NOW - before, high: NOW + after, from: 'relative' as const },
  })),
);
const filed: fc.Arbitrary<Filed> = fc
  .record({
    ...{ published: moment, metrics: counts, followers: fc.option(reading), flags: fc.subarray([...POST_FLAGS]), tab: fc.option(words) },
    ...{
      format: fc.option(fc.constantFrom('image' as const, 'video' as const)),
      surface: fc.option(fc.constantFrom('profile' as const, 'post' as const)),
    },
    ...{ id: words, aliases: fc.array(words, { maxLength: 2 }), url: fc.option(words), author: fc.option(words), text: words },
    ...{ tags: fc.option(fc.array(words)), reactions: fc.option(fc.record({ love: reading })), other: fc.boolean() },
  })
  .map(({ id, aliases, url, author, text, tags, reactions, other, tab, surface, ...known }) => {
    const key = `x:${other ? 'another' : id}`;
    const state: PostState = { postKey: key, ...WHOSE, snapshotId: 'a"1', adapter: 3, takenAt: NOW + 5, ...known } as PostState;
    if (surface) state.surface = surface;
    if (tab !== null) state.tab = tab;
    const facts: PostFacts = { id, aliases, url, author, text, ...(tags && { hashtags: tags }), ...(reactions && { reactions }) };
    return { state, facts, firstSeenAt: NOW + 1, lastSeenAt: NOW + 9 };
  });

it('a post comes back from its lines as it was, and none of them breaks the line', () => {
  fc.assert(
    fc.property(filed, (post) => {
      const lines = linesOf(post, null);
      expect(lines.state + lines.facts).not.toContain('\n');
      expect(filedFrom(post.state.postKey, WHOSE, lines)).toEqual(post);
    }),
    { numRuns: 300 },
  );
});

it('the facts of before stay as they stand where nothing new is known of them', () => {
  const post = { state: {}, facts: {}, firstSeenAt: 1, lastSeenAt: 2 } as Filed;
  post.state = {
    postKey: 'x:1',
    ...WHOSE,
    snapshotId: 'a',
    adapter: 1,
    takenAt: 2,
    published: null,
    format: null,
    flags: [],
    metrics: {},
    followers: null,
  };
  expect(linesOf(post, { state: 'old', facts: 'as it was' }).facts).toBe('as it was');
});

it('lines that versions 3 to 5 of the database left are read', () => {
  const state = {
    ...{
      snapshotId: 'a',
      adapter: 1,
      takenAt: 2,
      published: { value: 1, low: 0, high: 2, from: 'text' },
      format: 'image',
      flags: ['pinned'],
    },
    ...{
      surface: 'profile',
      tab: 'posts',
      followers: [1, 10],
      metrics: { likes: [1, 5], views: exact(7, 'text') },
      firstSeenAt: 1,
      lastSeenAt: 2,
    },
  };
  const facts = { id: '1', aliases: ['2'], url: null, author: 'lumen', text: 'words', language: 'fr' };
  const { firstSeenAt, lastSeenAt, followers: _, metrics: __, ...seen } = state;
  expect(filedFrom('x:1', WHOSE, { state: JSON.stringify(state), facts: JSON.stringify(facts) })).toEqual({
    state: {
      postKey: 'x:1',
      ...WHOSE,
      ...seen,
      followers: exact(10, 'label'),
      metrics: { likes: exact(5, 'label'), views: exact(7, 'text') },
    },
    ...{ facts, firstSeenAt, lastSeenAt },
  });
});
