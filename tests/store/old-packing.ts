import type { PostReading } from '../../lib/model/capture';
import { METRIC_NAMES, POST_FLAGS, READING_KINDS, READING_SOURCES } from '../../lib/model/vocabulary';
import { crc32 } from '../../lib/store/checksum';

/** The readings of a snapshot as versions 1 to 3 of the database packed them. */
export function packedAsBefore(posts: PostReading[], network: string) {
  const readings = METRIC_NAMES.flatMap((name) => posts.map(({ metrics }) => metrics[name]));
  const bounds = readings.flatMap((reading) => (reading?.as === 'rounded' ? [reading.low ?? 0, reading.high ?? 0] : []));
  const numbers = Float64Array.from([...readings.map((reading) => reading?.value ?? Number.NaN), ...bounds]);
  const codes = readings.map((reading) =>
    reading ? 1 + READING_KINDS.indexOf(reading.as) * READING_SOURCES.length + READING_SOURCES.indexOf(reading.from) : 0,
  );
  const flags = posts.map((post) => POST_FLAGS.reduce((bits, flag, index) => bits | (post.flags[flag] ? 1 << index : 0), 0));
  const bytes = Uint8Array.from([...new Uint8Array(numbers.buffer), ...codes, ...flags]);
  const raw = readings.map((reading) => reading?.raw ?? '').join('\n');
  const keys = posts.map(({ id }) => `${network}:${id}`);
  const checksum = crc32(bytes, new TextEncoder().encode(`${raw}\n${keys.join('\n')}`));
  return { metrics: bytes.buffer, raw, checksum, keys };
}
