import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostReading } from '../../lib/model/capture';
import { METRIC_NAMES, POST_FLAGS } from '../../lib/model/vocabulary';
import { crc32 } from '../../lib/store/checksum';
import { pack, unpack } from '../../lib/store/pack';
import { everyKind, post } from './build';

const reading = fc.constantFrom(...everyKind);
const packable = fc.record({
  flags: fc.record(Object.fromEntries(POST_FLAGS.map((flag) => [flag, fc.boolean()]))) as fc.Arbitrary<PostReading['flags']>,
  metrics: fc.record(Object.fromEntries(METRIC_NAMES.map((name) => [name, reading])), { requiredKeys: [] }) as fc.Arbitrary<
    PostReading['metrics']
  >,
});

describe('packed readings', () => {
  it('come back as they went in, missing ones missing and zero zero', () => {
    fc.assert(
      fc.property(fc.array(packable, { maxLength: 40 }), (posts) => {
        const keys = posts.map((_, index) => `x:${index}`).join('\n');
        const back = unpack(pack(posts, keys), posts.length);
        expect(back.map((entry) => entry.metrics)).toEqual(posts.map((entry) => entry.metrics));
        expect(back.map((entry) => entry.flags)).toEqual(posts.map((entry) => POST_FLAGS.filter((flag) => entry.flags[flag])));
      }),
    );
  });

  it('refuse a buffer that is not of that many posts', () => {
    const packed = pack([post('1'), post('2')], 'x:1\nx:2');
    expect(() => unpack({ ...packed, metrics: packed.metrics.slice(0, 30) }, 2)).toThrow(RangeError);
  });

  it('carry a checksum that any changed byte changes', () => {
    const packed = pack([post('1')], 'x:1');
    expect(pack([post('1')], 'x:1').checksum).toBe(packed.checksum);
    expect(pack([post('1')], 'x:2').checksum).not.toBe(packed.checksum);
  });

  it('use the CRC-32 of gzip', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    expect(crc32(new TextEncoder().encode('1234'), new TextEncoder().encode('56789'))).toBe(0xcbf43926);
  });

  it('stay under 60 KB for the most posts that one record may hold', () => {
    const wordy = Array.from({ length: 200 }, (_, index) => post(String(index)));
    const packed = pack(wordy, wordy.map((entry) => `x:19851277374811${entry.id}`).join('\n'));
    expect(packed.metrics.byteLength + packed.raw.length * 2).toBeLessThan(60_000);
  });
});
