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

const codeOf = (reading: Reading | undefined) =>
  reading ? 1 + READING_KINDS.indexOf(reading.as) * READING_SOURCES.length + READING_SOURCES.indexOf(reading.from) : 0;

const flagBits = (flags: PostReading['flags']) => POST_FLAGS.reduce((bits, name, index) => (flags[name] ? bits | (1 << index) : bits), 0);

/** Packs the readings of some posts. */
export function pack(posts: Pick<PostReading, 'flags' | 'metrics'>[], postKeys: string[]): Packed {
  const readings = METRIC_NAMES.flatMap((name) => posts.map((post) => post.metrics[name]));
  const bounds = readings.flatMap((reading) => (reading?.as === 'rounded' ? [reading.low ?? Number.NaN, reading.high ?? Number.NaN] : []));
  const numbers = Float64Array.from([...readings.map((reading) => reading?.value ?? Number.NaN), ...bounds]);
  const codes = Uint8Array.from([...readings.map(codeOf), ...posts.map((post) => flagBits(post.flags))]);
  const bytes = new Uint8Array(numbers.byteLength + codes.byteLength);
  bytes.set(new Uint8Array(numbers.buffer), 0);
  bytes.set(codes, numbers.byteLength);
  const raw = readings.map((reading) => reading?.raw?.replace(/\n/g, ' ') ?? '').join('\n');
  return { metrics: bytes.buffer, raw, checksum: checksumOf(bytes, raw, postKeys) };
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
export function checksumOf(metrics: Uint8Array, raw: string, postKeys: string[]): number {
  return crc32(metrics, new TextEncoder().encode(`${raw}\n${postKeys.join('\n')}`));
}

function readingOf(code: number, number: number, raw: string | undefined): Reading {
  const as = READING_KINDS[Math.floor((code - 1) / READING_SOURCES.length)] ?? 'unread';
  const from = READING_SOURCES[(code - 1) % READING_SOURCES.length] ?? 'text';
  const value = Number.isNaN(number) ? null : number;
  const reading: Reading = { value, low: value, high: value, as, from };
  return raw ? { ...reading, raw } : reading;
}

const flagsOf = (bits: number): PostFlag[] => POST_FLAGS.filter((_, index) => bits & (1 << index));
