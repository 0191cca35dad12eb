import type { Reading } from '../model/reading';
import { METRIC_NAMES, type MetricName, POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { readingOf } from './codes';
import { HEAD, MANY, MIDDLE_NONE, NO_FLAGS, SHORT_NONE } from './pack';
import { rawOf } from './raw-texts';

/** A post of a snapshot; what lasts of it is in its account's file. */
export interface UnpackedPost {
  id: string;
  flags: PostFlag[];
  metrics: Partial<Record<MetricName, Reading>>;
}

const decoder = new TextDecoder('utf-8', { fatal: true });
const flagsOf = (bits: number): PostFlag[] => POST_FLAGS.filter((_, index) => bits & (1 << index));

/** Where its parts lie; throws a RangeError on a buffer that is shorter than it says. */
function opened(packed: ArrayBuffer) {
  const [n = 0, rounded = 0, bits = 0, last = 0] = new Uint32Array(packed, 0, 4);
  const templates = last % NO_FLAGS;
  const names = METRIC_NAMES.filter((_, index) => bits & (1 << index));
  const wide = names.filter((name) => bits & (256 << METRIC_NAMES.indexOf(name)));
  const short = names.filter((name) => bits & (65_536 << METRIC_NAMES.indexOf(name)));
  const middle = names.filter((name) => !wide.includes(name) && !short.includes(name));
  const same = names.filter((name) => bits & (0x1000000 << METRIC_NAMES.indexOf(name)));
  const marks = same.length + (names.length - same.length) * n;
  const middleAt = HEAD + 8 * (wide.length * n + 2 * rounded);
  const shortAt = middleAt + 4 * middle.length * n;
  const usedAt = shortAt + 2 * short.length * n;
  const codesAt = usedAt + (templates < MANY ? 1 : 2) * marks;
  const flags = last >= NO_FLAGS ? 0 : n;
  const textAt = codesAt + marks + flags;
  if (textAt > packed.byteLength) throw new RangeError(`a snapshot of ${n} posts cannot be ${packed.byteLength} bytes long`);
  return { n, rounded, names, wide, middle, short, same, marks, flags, templates, middleAt, shortAt, usedAt, codesAt, textAt };
}

/** Some metrics of all posts, a column each, NaN where there is no number. */
export function columnsOf(packed: ArrayBuffer, names: readonly MetricName[]): Float64Array[] {
  const { n, wide, middle, short, middleAt, shortAt } = opened(packed);
  return names.map((name) => {
    if (wide.includes(name)) return new Float64Array(packed, HEAD + 8 * wide.indexOf(name) * n, n);
    if (middle.includes(name)) return widened(new Uint32Array(packed, middleAt + 4 * middle.indexOf(name) * n, n), MIDDLE_NONE);
    if (short.includes(name)) return widened(new Uint16Array(packed, shortAt + 2 * short.indexOf(name) * n, n), SHORT_NONE);
    return new Float64Array(n).fill(Number.NaN);
  });
}

function widened(counts: Uint32Array | Uint16Array, none: number): Float64Array {
  const column = new Float64Array(counts.length);
  for (let index = 0; index < counts.length; index += 1) {
    const count = counts[index] ?? none;
    column[index] = count === none ? Number.NaN : count;
  }
  return column;
}

/** The lines of its text; throws where they are not what was packed. */
function textIn(packed: ArrayBuffer): { about: string; ids: string[]; templates: string[] } {
  const { n, templates, textAt } = opened(packed);
  const lines = decoder.decode(new Uint8Array(packed, textAt)).split('\n');
  if (lines.length !== 1 + n + templates) throw new RangeError(`a snapshot of ${n} posts cannot have ${lines.length} lines`);
  return { about: lines[0] ?? '', ids: lines.slice(1, 1 + n), templates: lines.slice(1 + n) };
}

/** What the capture is, as it was given to `pack`. */
export const aboutIn = <T>(packed: ArrayBuffer): T => JSON.parse(textIn(packed).about);

/** Ids of the posts, in order. */
export const idsIn = (packed: ArrayBuffer): string[] => textIn(packed).ids;

/** The posts with their readings; throws where the buffer is not what was packed. */
export function unpack(packed: ArrayBuffer): UnpackedPost[] {
  const { n, rounded, names, wide, same, marks, flags, templates: many, usedAt, codesAt } = opened(packed);
  const bounds = new Float64Array(packed, HEAD + 8 * wide.length * n, 2 * rounded);
  const used = many < MANY ? new Uint8Array(packed, usedAt, marks) : new Uint16Array(packed, usedAt, marks);
  const codes = new Uint8Array(packed, codesAt, marks + flags);
  const { ids, templates } = textIn(packed);
  const posts = ids.map((id, index): UnpackedPost => ({ id, flags: flagsOf(codes[marks + index] ?? 0), metrics: {} }));
  const columns = columnsOf(packed, names);
  let [mark, bound] = [0, 0];
  for (const [place, name] of names.entries()) {
    const step = same.includes(name) ? 0 : 1;
    for (const [index, post] of posts.entries()) {
      const code = codes[mark] ?? 0;
      const template = templates[(used[mark] ?? 0) - 1];
      mark += step;
      if (!code) continue;
      const value = columns[place]?.[index] ?? Number.NaN;
      const reading = readingOf(code, Number.isNaN(value) ? null : value);
      if (reading.as === 'rounded') {
        [reading.low, reading.high] = [bounds[bound] ?? null, bounds[bound + 1] ?? null];
        bound += 2;
      }
      if (template !== undefined) reading.raw = rawOf(template, reading.value);
      post.metrics[name] = reading;
    }
    mark += 1 - step;
  }
  return posts;
}
