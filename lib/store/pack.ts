import type { PostReading } from '../model/capture';
import type { Reading } from '../model/reading';
import { METRIC_NAMES, type MetricName, POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { codeOf, readingOf } from './codes';
import { type Around, around, rawOf, says, templateOf } from './raw-texts';

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

/** Packs some posts and what their capture is (anything that JSON holds). Runs for every capture of an import: each post is looked at once, and nothing is made on the way. */
export function pack(posts: readonly Pick<PostReading, 'id' | 'flags' | 'metrics'>[], about: object): ArrayBuffer {
  const n = posts.length;
  const { values, bounds, used, codes } = roomFor(n);
  const columns: Column[] = [];
  const templates = new Map<string, number>();
  let [cell, bound] = [0, 0];
  for (const name of METRIC_NAMES) {
    const first = cell;
    let width: Column['width'] | 0 = 0;
    // Nearly all of a column's texts are alike.
    let [alike, place]: [Around | null, number] = [null, 0];
    for (const { metrics } of posts) {
      const reading = metrics[name];
      const value = reading ? reading.value : null;
      values[cell] = value ?? Number.NaN;
      used[cell] = 0;
      codes[cell] = reading ? codeOf(reading) : 0;
      if (reading) {
        width = wider(width, value);
        if (reading.raw) {
          if (!alike || !says(alike, reading.raw, value)) {
            const template = templateOf(reading.raw, value);
            alike = around(template);
            place = placeIn(templates, template);
          }
          used[cell] = place;
        }
        if (reading.as === 'rounded') {
          bounds[bound++] = reading.low ?? Number.NaN;
          bounds[bound++] = reading.high ?? Number.NaN;
        }
      }
      cell += 1;
    }
    if (width) columns.push({ name, width, first });
    else cell = first;
  }
  for (let index = 0; index < n; index += 1) codes[cell + index] = flagBits((posts[index] as PostReading).flags);
  const text = textOf(posts, about, templates.keys());
  return joined(n, columns, { values, bounds: bounds.subarray(0, bound), used, codes, text, templates: templates.size });
}

/** A metric that some post has: bytes of a count (as few as all of them fit into), and its first cell. */
interface Column {
  name: MetricName;
  width: 2 | 4 | 8;
  first: number;
}

/** Where a capture is put together, by cell: column by column, and a post's flags as codes after them. Used again for the next one, since an import packs thousands. */
interface Room {
  values: Float64Array;
  bounds: Float64Array;
  used: Uint16Array;
  codes: Uint8Array;
}

let room: Room | null = null;

function roomFor(n: number): Room {
  const cells = METRIC_NAMES.length * n;
  if (!room || room.values.length < cells)
    room = {
      ...{ values: new Float64Array(cells), bounds: new Float64Array(2 * cells) },
      ...{ used: new Uint16Array(cells), codes: new Uint8Array(cells + n) },
    };
  return room;
}

function wider(width: Column['width'] | 0, value: number | null): Column['width'] {
  if (width === 8 || (value !== null && (value >>> 0 !== value || value === MIDDLE_NONE))) return 8;
  return width === 4 || (value !== null && value >= SHORT_NONE) ? 4 : 2;
}

const FLAG_BITS = Object.fromEntries(POST_FLAGS.map((flag, index) => [flag, 1 << index])) as Record<PostFlag, number>;

function flagBits(flags: PostReading['flags']): number {
  let bits = 0;
  for (const flag in flags) if (flags[flag as PostFlag]) bits |= FLAG_BITS[flag as PostFlag] ?? 0;
  return bits;
}

/** Place of a template among the others, from 1 on. */
function placeIn(templates: Map<string, number>, template: string): number {
  const known = templates.get(template);
  if (known) return known;
  templates.set(template, templates.size + 1);
  return templates.size;
}

function textOf(posts: readonly Pick<PostReading, 'id'>[], about: object, templates: Iterable<string>): Uint8Array {
  let text = JSON.stringify(about);
  for (const { id } of posts) text += `\n${id.includes('\n') ? id.replaceAll('\n', ' ') : id}`;
  for (const template of templates) text += `\n${template}`;
  return encoder.encode(text);
}

function joined(
  n: number,
  columns: Column[],
  { values, bounds, used, codes, text, templates }: Room & { text: Uint8Array; templates: number },
) {
  const ofWidth = (width: number) => columns.filter((column) => column.width === width);
  const [wide, middle, short] = [ofWidth(8), ofWidth(4), ofWidth(2)];
  const cells = columns.length * n;
  const middleAt = HEAD + 8 * (wide.length * n + bounds.length);
  const shortAt = middleAt + 4 * middle.length * n;
  const usedAt = shortAt + 2 * short.length * n;
  const codesAt = usedAt + (templates < MANY ? 1 : 2) * cells;
  const buffer = new ArrayBuffer(codesAt + cells + n + text.length);
  const bits = bitsOf(columns) | (bitsOf(wide) << 8) | (bitsOf(short) << 16);
  new Uint32Array(buffer, 0, 4).set([n, bounds.length / 2, bits, templates]);
  const floats = new Float64Array(buffer, HEAD, wide.length * n + bounds.length);
  fill(floats, wide, n, values, Number.NaN);
  floats.set(bounds, wide.length * n);
  fill(new Uint32Array(buffer, middleAt, middle.length * n), middle, n, values, MIDDLE_NONE);
  fill(new Uint16Array(buffer, shortAt, short.length * n), short, n, values, SHORT_NONE);
  const places = templates < MANY ? new Uint8Array(buffer, usedAt, cells) : new Uint16Array(buffer, usedAt, cells);
  places.set(used.subarray(0, cells));
  const rest = new Uint8Array(buffer, codesAt);
  rest.set(codes.subarray(0, cells + n));
  rest.set(text, cells + n);
  return buffer;
}

/** Columns one behind the other; `none` stands where there is no number. */
function fill(into: Float64Array | Uint32Array | Uint16Array, columns: Column[], n: number, values: Float64Array, none: number): void {
  let at = 0;
  for (const { first } of columns)
    for (let cell = first; cell < first + n; cell += 1) {
      const value = values[cell] as number;
      into[at++] = Number.isNaN(value) ? none : value;
    }
}

const bitsOf = (columns: Column[]) => columns.reduce((bits, { name }) => bits | (1 << METRIC_NAMES.indexOf(name)), 0);
const flagsOf = (bits: number): PostFlag[] => POST_FLAGS.filter((_, index) => bits & (1 << index));

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
