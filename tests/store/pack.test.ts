import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage, PostReading } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import { METRIC_NAMES, POST_FLAGS } from '../../lib/model/vocabulary';
import { exact, hidden } from '../../lib/reading/readings';
import { fromShort, shortAbout } from '../../lib/store/about';
import { crc32 } from '../../lib/store/checksum';
import { pack } from '../../lib/store/pack';
import { around, rawOf, says, templateOf } from '../../lib/store/raw-texts';
import { aboutIn, columnsOf, unpack } from '../../lib/store/unpack';
import { capture, everyKind, post } from './build';

const reading = fc.constantFrom(...everyKind);
const line = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((id) => id.replaceAll('\n', ''));
const packable = fc.record({
  id: line,
  flags: fc.record(Object.fromEntries(POST_FLAGS.map((flag) => [flag, fc.boolean()]))) as fc.Arbitrary<PostReading['flags']>,
  metrics: fc.record(Object.fromEntries(METRIC_NAMES.map((name) => [name, reading])), { requiredKeys: [] }) as fc.Arbitrary<
    PostReading['metrics']
  >,
});

describe('packed readings', () => {
  it('come back as they went in, missing ones missing and zero zero', () => {
    fc.assert(
      fc.property(fc.array(packable, { maxLength: 40 }), (posts) => {
        const packed = pack(posts, { locale: 'fr' });
        const back = unpack(packed);
        expect(aboutIn(packed)).toEqual({ locale: 'fr' });
        expect(back.map((post) => post.id)).toEqual(posts.map((post) => post.id));
        expect(back.map((post) => post.metrics)).toEqual(posts.map((post) => post.metrics));
        expect(back.map((post) => post.flags)).toEqual(posts.map((post) => POST_FLAGS.filter((flag) => post.flags[flag])));
        for (const name of METRIC_NAMES)
          expect([...(columnsOf(packed, [name])[0] ?? [])]).toEqual(posts.map((post) => post.metrics[name]?.value ?? Number.NaN));
      }),
    );
  });

  it('come back where all readings of a metric are alike, and then take two bytes less each', () => {
    fc.assert(
      fc.property(reading, fc.nat({ max: 30 }), fc.boolean(), (alike, others, pinned) => {
        const posts = Array.from({ length: 2 + others }, (_, index) => post(`${index}`, { metrics: { likes: alike, views: alike } }));
        const last = post('last', { metrics: { views: exact(1, 'text') }, flags: { ...post('').flags, pinned } });
        for (const all of [posts, [...posts, last], [last, ...posts]])
          expect(unpack(pack(all, {}))).toEqual(
            all.map(({ id, flags, metrics }) => ({ id, metrics, flags: flags.pinned ? ['pinned'] : [] })),
          );
      }),
    );
    const sized = (count: number, of: (index: number) => Reading) =>
      pack(
        Array.from({ length: count }, (_, index) => post('1', { metrics: { likes: of(index) } })),
        {},
      ).byteLength;
    expect(sized(100, () => exact(7, 'label')) - sized(100, (index) => exact(7, index ? 'label' : 'text'))).toBe(-2 * 99);
  });

  it('keep counts of any size, and what is no whole number', () => {
    for (const values of [
      [0, 65_534],
      [1, 65_535],
      [2, 65_536, 2 ** 32 - 2],
      [3, 2 ** 32 - 1],
      [2 ** 32, 8.5e12, 0.5],
    ]) {
      const posts = values.map((value) => post(String(value), { metrics: { views: exact(value, 'text'), likes: hidden() } }));
      const packed = pack(posts, {});
      expect(unpack(packed).map(({ metrics }) => metrics.views?.value)).toEqual(values);
      const columns = columnsOf(packed, ['views', 'likes']);
      expect(columns.map((column) => [...column])).toEqual([values, values.map(() => Number.NaN)]);
    }
  });

  it('keep more raw texts than a byte can number', () => {
    const posts = Array.from({ length: 300 }, (_, index) =>
      post(`${index}`, { metrics: { likes: exact(index, 'label', `${'a'.repeat(index % 70)} ${Math.floor(index / 70)}b ${index}`) } }),
    );
    expect(unpack(pack(posts, {})).map(({ metrics }) => metrics.likes)).toEqual(posts.map(({ metrics }) => metrics.likes));
  });

  it('know a text that says the same as the one before it, and no other', () => {
    const raw = fc.tuple(
      fc.constantFrom('', 'likes: ', '1 of '),
      fc.nat(5_000_000),
      fc.constantFrom('', ' likes', ' ', '1'),
      fc.constantFrom(',', '', ' '),
    );
    fc.assert(
      fc.property(raw, raw, ([before, value, after, by], [front, other, back, sign]) => {
        const text = (head: string, count: number, tail: string, mark: string) =>
          `${head}${String(count).replace(/\B(?=(\d{3})+$)/g, mark)}${tail}`;
        const [first, second] = [text(before, value, after, by), text(front, other, back, sign)];
        const template = templateOf(first, value);
        const parts = around(template);
        return parts !== null && says(parts, first, value) && says(parts, second, other) === (rawOf(template, other) === second);
      }),
    );
    const likes = around(templateOf('7 likes', 7));
    expect(likes).toEqual({ before: '', after: ' likes', by: '' });
    if (!likes) return;
    expect(says(likes, '8 likes', 8)).toBe(true);
    for (const [raw, value] of [
      ['8 likes', 7],
      ['8 shares', 8],
      ['08 likes', 8],
      ['8 likes', null],
      ['-8 likes', -8],
      [' likes', 0],
      ['0.5 likes', 0.5],
    ] as const)
      expect(says(likes, raw, value), raw).toBe(false);
    expect(around('no count')).toBeNull();
  });

  it('refuse a buffer that is not of that many posts', () => {
    const packed = pack([post('1'), post('2')], {});
    expect(() => unpack(packed.slice(0, 60))).toThrow(RangeError);
  });

  it('use the CRC-32 of gzip', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 9 }), (one, other) => {
        let crc = -1;
        for (const byte of [...one, ...other]) {
          crc ^= byte;
          for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
        }
        return crc32(one, other) === ~crc >>> 0;
      }),
    );
    expect(crc32(new TextEncoder().encode('1234'), new TextEncoder().encode('56789'))).toBe(0xcbf43926);
  });

  it('are small: 200 posts in less than 20 KB', () => {
    const wordy = Array.from({ length: 200 }, (_, index) => post(`19851277374811${index}`));
    expect(pack(wordy, {}).byteLength).toBeLessThan(20_000);
  });
});

describe('what a capture is', () => {
  it('comes back as it went in, in fewer letters, and so does what was kept in full', () => {
    const { account, coverage, network, url, surface, locale, adapter } = capture('a', [post('1')]);
    fc.assert(
      fc.property(reading, reading, fc.nat(3), fc.boolean(), (followers, posts, others, cut) => {
        const unread: Coverage['unread'] = others ? { likes: others } : {};
        const told: Coverage = { ...coverage, others, unread, values: { likes: 1 }, partial: cut ? 'too-many-posts' : null };
        const about = { network, url, surface, locale, adapter, account: { ...account, followers, posts }, coverage: told };
        const short = JSON.stringify(shortAbout(about));
        expect(fromShort(JSON.parse(short))).toEqual(about);
        expect(fromShort(about)).toEqual(about);
        expect(short.length).toBeLessThan(JSON.stringify(about).length - 150);
      }),
    );
  });
});

describe('raw texts', () => {
  it('come back letter by letter, wherever and however the count stands in them', () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 999 }));
    const by = fc.constantFrom('', ',', '.', ' ', '\u00a0', '\u202f', '’', "'");
    const words = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => [...text].filter((letter) => letter >= ' ').join(''));
    fc.assert(
      fc.property(value, by, words, words, (count, grouping, before, after) => {
        const digits = String(count ?? 1234).replace(/\B(?=(\d{3})+$)/g, grouping);
        for (const raw of [before + digits + after, before + after, digits + digits])
          expect(rawOf(templateOf(raw, count), count)).toBe(raw);
      }),
    );
  });

  it('that say the same of other counts are one template', () => {
    expect(
      new Set(['7 likes', '1,234 likes', '12 likes'].map((raw) => templateOf(raw, Number.parseInt(raw.replace(',', ''), 10)))).size,
    ).toBe(2);
  });
});
