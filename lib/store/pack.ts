import type { PostReading } from '../model/capture';
import type { Reading } from '../model/reading';
import { METRIC_NAMES, type MetricName, POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { codeOf, readingOf } from './codes';
import { rawOf, says, templateOf } from './raw-texts';

/**
 * A snapshot of n posts as one buffer: IndexedDB costs per record and field, and every byte that is read back costs too. In order:
 * - head: four uint32: n, rounded readings, bits of the metrics that any post has (from bit 8 on of those kept as float64, from bit 16 on as
 *   uint16), templates;
 * - float64: wide columns (NaN = no number), then low and high of each rounded reading;
 * - uint32 and uint16: the other columns (all bits set = no number);
 * - uint16, or uint8 where they are few: a template for each reading, column by column (0 = no raw text);
 * - uint8: kind and source of each reading (0 = not printed there), then the flags of each post;
 * - UTF-8, lines: what the capture is, ids of the posts, templates of raw texts (see raw-texts.ts).
 */
export interface UnpackedPost {
  id: string;
  flags: PostFlag[];
  metrics: Partial<Record<MetricName, Reading>>;
}

const HEAD = 16;
const MIDDLE_NONE = 0xffffffff;
const SHORT_NONE = 0xffff;
/** More templates than a byte can number. */
const MANY = 256;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Packs some posts and what their capture is (anything that JSON holds). Runs for every capture of an import: no list is made on the way. */
export function pack(posts: readonly Pick<PostReading, 'id' | 'flags' | 'metrics'>[], about: object): ArrayBuffer {
  const n = posts.length;
  const columns = METRIC_NAMES.map((name) => columnAs(posts, name)).filter(({ width }) => width > 0);
  const [wide, middle, short] = [8, 4, 2].map((width) => columns.filter((column) => column.width === width)) as [
    Column[],
    Column[],
    Column[],
  ];
  const rounded = columns.reduce((sum, column) => sum + column.rounded, 0);
  const floats = new Float64Array(wide.length * n + 2 * rounded);
  const [middles, shorts] = [new Uint32Array(middle.length * n), new Uint16Array(short.length * n)];
  const used = new Uint16Array(columns.length * n);
  const codes = new Uint8Array(columns.length * n + n);
  const templates = new Map<string, number>();
  let [cell, bound] = [0, wide.length * n];
  const at = { 8: 0, 4: 0, 2: 0 };
  for (const { name, width } of columns) {
    // Nearly all of a column's texts are alike.
    let [template, place] = ['', 0];
    for (const { metrics } of posts) {
      const reading = metrics[name];
      const value = reading?.value ?? null;
      if (width === 2) shorts[at[2]++] = value ?? SHORT_NONE;
      else if (width === 4) middles[at[4]++] = value ?? MIDDLE_NONE;
      else floats[at[8]++] = value ?? Number.NaN;
      if (reading) {
        codes[cell] = codeOf(reading);
        if (reading.raw) {
          if (!place || !says(template, reading.raw, value)) {
            template = templateOf(reading.raw, value);
            place = placeIn(templates, template);
          }
          used[cell] = place;
        }
        if (reading.as === 'rounded') {
          floats[bound++] = reading.low ?? Number.NaN;
          floats[bound++] = reading.high ?? Number.NaN;
        }
      }
      cell += 1;
    }
  }
  let text = JSON.stringify(about);
  for (const { id, flags } of posts) {
    codes[cell++] = flagBits(flags);
    text += `\n${id.includes('\n') ? id.replaceAll('\n', ' ') : id}`;
  }
  for (const template of templates.keys()) text += `\n${template}`;
  const head = Uint32Array.of(n, rounded, bitsOf(columns) | (bitsOf(wide) << 8) | (bitsOf(short) << 16), templates.size);
  const places = templates.size < MANY ? Uint8Array.from(used) : used;
  return joined([head, floats, middles, shorts, places, codes, encoder.encode(text)]);
}

interface Column {
  name: MetricName;
  /** Bytes of a count: as few as all of them fit into; 0 where no post has the metric. */
  width: 0 | 2 | 4 | 8;
  rounded: number;
}

function columnAs(posts: readonly Pick<PostReading, 'metrics'>[], name: MetricName): Column {
  const column: Column = { name, width: 0, rounded: 0 };
  for (const { metrics } of posts) {
    const reading = metrics[name];
    if (!reading) continue;
    const width = widthOf(reading.value);
    if (width > column.width) column.width = width;
    if (reading.as === 'rounded') column.rounded += 1;
  }
  return column;
}

function widthOf(value: number | null): 2 | 4 | 8 {
  if (value === null) return 2;
  if (value >>> 0 !== value || value === MIDDLE_NONE) return 8;
  return value < SHORT_NONE ? 2 : 4;
}

const bitsOf = (columns: Column[]) => columns.reduce((bits, { name }) => bits | (1 << METRIC_NAMES.indexOf(name)), 0);
const flagsOf = (bits: number): PostFlag[] => POST_FLAGS.filter((_, index) => bits & (1 << index));

function flagBits(flags: PostReading['flags']): number {
  let bits = 0;
  for (let index = 0; index < POST_FLAGS.length; index += 1) if (flags[POST_FLAGS[index] as PostFlag]) bits |= 1 << index;
  return bits;
}

/** Place of a template among the others, from 1 on. */
function placeIn(templates: Map<string, number>, template: string): number {
  const known = templates.get(template);
  if (known) return known;
  templates.set(template, templates.size + 1);
  return templates.size;
}

function joined(parts: (Uint8Array | Uint16Array | Uint32Array | Float64Array)[]): ArrayBuffer {
  const buffer = new ArrayBuffer(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  const whole = new Uint8Array(buffer);
  let at = 0;
  for (const { buffer: bytes, byteOffset, byteLength } of parts) {
    whole.set(new Uint8Array(bytes, byteOffset, byteLength), at);
    at += byteLength;
  }
  return buffer;
}

/** Where its parts lie; throws a RangeError on a buffer that is shorter than it says. */
function opened(packed: ArrayBuffer) {
  const [n = 0, rounded = 0, bits = 0, templates = 0] = new Uint32Array(packed, 0, 4);
  const names = METRIC_NAMES.filter((_, index) => bits & (1 << index));
  const wide = names.filter((name) => bits & (256 << METRIC_NAMES.indexOf(name)));
  const short = names.filter((name) => bits & (65_536 << METRIC_NAMES.indexOf(name)));
  const middle = names.filter((name) => !wide.includes(name) && !short.includes(name));
  const cells = names.length * n;
  const middleAt = HEAD + 8 * (wide.length * n + 2 * rounded);
  const shortAt = middleAt + 4 * middle.length * n;
  const usedAt = shortAt + 2 * short.length * n;
  const codesAt = usedAt + (templates < MANY ? 1 : 2) * cells;
  const textAt = codesAt + cells + n;
  if (textAt > packed.byteLength) throw new RangeError(`a snapshot of ${n} posts cannot be ${packed.byteLength} bytes long`);
  return { n, rounded, names, wide, middle, short, cells, templates, middleAt, shortAt, usedAt, codesAt, textAt };
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
  const { n, rounded, names, wide, cells, templates: many, usedAt, codesAt } = opened(packed);
  const bounds = new Float64Array(packed, HEAD + 8 * wide.length * n, 2 * rounded);
  const used = many < MANY ? new Uint8Array(packed, usedAt, cells) : new Uint16Array(packed, usedAt, cells);
  const codes = new Uint8Array(packed, codesAt, cells + n);
  const { ids, templates } = textIn(packed);
  const posts = ids.map((id, index): UnpackedPost => ({ id, flags: flagsOf(codes[cells + index] ?? 0), metrics: {} }));
  const columns = columnsOf(packed, names);
  let [cell, bound] = [0, 0];
  for (const [place, name] of names.entries()) {
    for (const [index, post] of posts.entries()) {
      const code = codes[cell] ?? 0;
      const template = templates[(used[cell] ?? 0) - 1];
      cell += 1;
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
  }
  return posts;
}
