import type { PostReading } from '../model/capture';
import type { Reading } from '../model/reading';
import { METRIC_NAMES, type MetricName, POST_FLAGS, type PostFlag, READING_KINDS, READING_SOURCES } from '../model/vocabulary';
import { crc32 } from './checksum';

/**
 * Readings of n posts, column by column: 6·n float64 values (NaN = no number), then the bounds of the rounded ones (two float64 each,
 * in order), then 6·n bytes of kind and source (0 = not printed there), then n bytes of flags.
 */
export interface Packed {
  metrics: ArrayBuffer;
  raw: string;
  checksum: number;
}
export interface UnpackedPost {
  flags: PostFlag[];
  metrics: Partial<Record<MetricName, Reading>>;
}

const SOURCES = READING_SOURCES.length;
const codeOf = (reading: Reading) => 1 + READING_KINDS.indexOf(reading.as) * SOURCES + READING_SOURCES.indexOf(reading.from);
const encoder = new TextEncoder();

function flagBits(flags: PostReading['flags']): number {
  let bits = 0;
  for (const [index, name] of POST_FLAGS.entries()) if (flags[name]) bits |= 1 << index;
  return bits;
}

/** Packs the readings of some posts; `postKeys` are theirs, a line each. */
export function pack(posts: Pick<PostReading, 'flags' | 'metrics'>[], postKeys: string): Packed {
  const n = posts.length;
  const cells = METRIC_NAMES.length * n;
  let rounded = 0;
  for (const { metrics } of posts) for (const name of METRIC_NAMES) if (metrics[name]?.as === 'rounded') rounded += 1;
  const floats = cells + 2 * rounded;
  const metrics = new ArrayBuffer(floats * 8 + cells + n);
  const [numbers, codes] = [new Float64Array(metrics, 0, floats), new Uint8Array(metrics, floats * 8)];
  const raw: string[] = [];
  let [cell, bound] = [0, cells];
  for (const name of METRIC_NAMES)
    for (const post of posts) {
      const reading = post.metrics[name];
      numbers[cell] = reading?.value ?? Number.NaN;
      if (reading) codes[cell] = codeOf(reading);
      if (reading?.as === 'rounded') {
        numbers[bound] = reading.low ?? Number.NaN;
        numbers[bound + 1] = reading.high ?? Number.NaN;
        bound += 2;
      }
      raw.push(reading?.raw ? lineOf(reading.raw) : '');
      cell += 1;
    }
  for (const [index, post] of posts.entries()) codes[cells + index] = flagBits(post.flags);
  const text = raw.join('\n');
  return { metrics, raw: text, checksum: checksumOf(new Uint8Array(metrics), text, postKeys) };
}

const lineOf = (raw: string) => (raw.includes('\n') ? raw.replaceAll('\n', ' ') : raw);

/** One metric of all posts of a packed record, NaN where there is no number; the buffer itself, not a copy. */
export function columnOf({ metrics }: Pick<Packed, 'metrics'>, n: number, name: MetricName): Float64Array {
  return new Float64Array(metrics, METRIC_NAMES.indexOf(name) * n * 8, n);
}

/** The readings of `n` posts from a packed record; throws when the buffer does not have that many. */
export function unpack(packed: Pick<Packed, 'metrics' | 'raw'>, n: number): UnpackedPost[] {
  const cells = METRIC_NAMES.length * n;
  const floats = (packed.metrics.byteLength - cells - n) / 8;
  if (!Number.isInteger(floats) || floats < cells)
    throw new RangeError(`a snapshot of ${n} posts cannot be ${packed.metrics.byteLength} bytes long`);
  const numbers = new Float64Array(packed.metrics, 0, floats);
  const codes = new Uint8Array(packed.metrics, floats * 8);
  const raw = packed.raw.split('\n');
  const posts: UnpackedPost[] = Array.from({ length: n }, (_, index) => ({ flags: flagsOf(codes[cells + index] ?? 0), metrics: {} }));
  let bound = cells;
  for (let cell = 0; cell < cells; cell += 1) {
    const code = codes[cell] ?? 0;
    const post = posts[cell % n];
    const name = METRIC_NAMES[Math.floor(cell / n)];
    if (!code || !post || !name) continue;
    const reading = readingOf(code, numbers[cell] ?? Number.NaN, raw[cell]);
    if (reading.as === 'rounded') {
      reading.low = numbers[bound] ?? null;
      reading.high = numbers[bound + 1] ?? null;
      bound += 2;
    }
    post.metrics[name] = reading;
  }
  return posts;
}

/** Checksum of what a snapshot record must still hold when it is read back. */
export function checksumOf(metrics: Uint8Array, raw: string, postKeys: string): number {
  return crc32(metrics, encoder.encode(`${raw}\n${postKeys}`));
}

function readingOf(code: number, number: number, raw: string | undefined): Reading {
  const as = READING_KINDS[Math.floor((code - 1) / SOURCES)] ?? 'unread';
  const from = READING_SOURCES[(code - 1) % SOURCES] ?? 'text';
  const value = Number.isNaN(number) ? null : number;
  const reading: Reading = { value, low: value, high: value, as, from };
  return raw ? { ...reading, raw } : reading;
}

const flagsOf = (bits: number): PostFlag[] => POST_FLAGS.filter((_, index) => bits & (1 << index));
