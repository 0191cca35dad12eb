import { describe, expect, test } from 'vitest';
import { changesOf } from '../../lib/benchmark/changes';
import type { AccountReading } from '../../lib/model/capture';
import type { AccountSighting } from '../../lib/model/records';
import { about, absent, count, DAY, NOW } from './make';

/** The profile as it was some days ago. */
function seen(days: number, facts: Partial<AccountReading> = {}, rest: Partial<AccountSighting> = {}): AccountSighting {
  const account: AccountReading = {
    ...{ nativeId: null, handle: 'lumen', name: 'Lumen', url: null },
    ...{ followers: absent(), following: absent(), posts: absent() },
    ...facts,
  };
  const page = { url: `https://x.com/lumen?${days}`, surface: 'profile' as const, locale: 'fr', adapter: 1 };
  return { accountKey: 'x:lumen', takenAt: NOW - days * DAY, ...page, account, ...rest };
}
const kinds = (sightings: AccountSighting[]) => changesOf(sightings).map(({ kind }) => kind);

describe('changes of a profile', () => {
  test('lie between the last page that showed it as before and the first that shows it changed, newest first', () => {
    const changes = changesOf([
      seen(30, { bio: 'Cafés', link: 'https://a.example/' }),
      seen(20, { bio: 'Cafés', link: 'https://a.example/' }),
      seen(10, { bio: 'Cafés et thés', link: 'https://a.example/' }),
      seen(1, { bio: 'Cafés et thés', link: 'https://b.example/' }),
    ]);
    expect(changes).toEqual([
      expect.objectContaining({
        kind: 'link',
        after: NOW - 10 * DAY,
        by: NOW - DAY,
        before: 'https://a.example/',
        now: 'https://b.example/',
      }),
      expect.objectContaining({
        kind: 'bio',
        after: NOW - 20 * DAY,
        by: NOW - 10 * DAY,
        url: 'https://x.com/lumen?10',
        otherReader: false,
      }),
    ]);
  });

  test('are not made of what a page does not show: it is held against the last page that did', () => {
    expect(kinds([seen(3, { bio: 'Cafés' }), seen(2), seen(1, { bio: 'Cafés' })])).toEqual([]);
    expect(changesOf([seen(3, { bio: 'Cafés' }), seen(2), seen(1, { bio: 'Thés' })])[0]).toMatchObject({ after: NOW - 3 * DAY });
  });

  test('are not spaces, nor a text that one page cuts short', () => {
    expect(kinds([seen(3, { bio: 'Cafés  et\nthés' }), seen(1, { bio: 'Cafés et thés' })])).toEqual([]);
    expect(kinds([seen(3, { bio: 'Cafés et thés du monde' }), seen(1, { bio: 'Cafés et…' })])).toEqual([]);
    expect(kinds([seen(3, { bio: 'Cafés et thés' }), seen(1, { bio: 'Cafés' })])).toEqual(['bio']);
  });

  test('of a category count between pages in one language only', () => {
    const french = seen(3, { category: 'Boutique' });
    expect(kinds([french, seen(2, { category: 'Shop' }, { locale: 'en-GB' })])).toEqual([]);
    expect(kinds([french, seen(2, { category: 'Shop' }, { locale: 'en' }), seen(1, { category: 'Café' })])).toEqual(['category']);
  });

  test('come from profile pages, and say when another version read them', () => {
    expect(kinds([seen(3, { bio: 'Cafés et thés' }), seen(1, { bio: 'Cafés' }, { surface: 'post' })])).toEqual([]);
    expect(changesOf([seen(3, { verified: false }), seen(1, { verified: true }, { adapter: 2 })])).toMatchObject([
      { kind: 'verified', before: false, now: true, otherReader: true },
    ]);
  });

  test('of two accounts are not mixed', () => {
    expect(kinds([seen(3, { bio: 'A' }), seen(1, { bio: 'B' }, { accountKey: 'x:orvane' })])).toEqual([]);
  });
});

describe('steps of followers', () => {
  test('have the bounds of both readings, and none where it may be no change', () => {
    const rounded = (value: number) => about(value, value, value + 99);
    expect(changesOf([seen(8, { followers: rounded(12_300) }), seen(1, { followers: rounded(12_500) })])).toMatchObject([
      { kind: 'followers', low: 101, high: 299, unusual: null },
    ]);
    expect(kinds([seen(8, { followers: rounded(12_300) }), seen(1, { followers: rounded(12_300) })])).toEqual([]);
    expect(changesOf([seen(8, { followers: count(500) }), seen(1, { followers: count(480) })])).toMatchObject([{ low: -20, high: -20 }]);
  });

  test('go from one capture to the next that is a day younger', () => {
    const close = [seen(8, { followers: count(100) }), seen(7.9, { followers: count(101) }), seen(1, { followers: count(110) })];
    expect(changesOf(close)).toMatchObject([{ low: 10, high: 10, after: NOW - 8 * DAY }]);
  });

  test('are unusual where they lie far from the account’s own, which takes five to know', () => {
    const growing = [100, 101, 103, 104, 106, 107, 187, 188].map((n, i) => seen(70 - 7 * i, { followers: count(1000 * n) }));
    const steps = changesOf(growing);
    expect(steps.map((step) => step.kind === 'followers' && step.unusual)).toEqual([false, true, false, false, false, false, false]);
    expect(changesOf(growing.slice(0, 5)).every((step) => step.kind === 'followers' && step.unusual === null)).toBe(true);
  });
});
