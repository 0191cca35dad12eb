import type { PostReading } from '../model/capture';
import type { Reading } from '../model/reading';
import { METRIC_NAMES, type MetricName, POST_FLAGS, type PostFlag } from '../model/vocabulary';
import { codeOf } from './codes';
import { type Around, around, says, templateOf } from './raw-texts';

/**
 * A snapshot of n posts as one buffer: IndexedDB costs per record and field, and every byte is copied half a dozen times on its way. In order:
 * - head: four uint32: n; rounded readings; bits of the metrics that any post has, from bit 8 on of those kept as float64, from bit 16 on as
 *   uint16, from bit 24 on of those whose readings all are of one kind, source and template; templates, with the highest bit where no post has a flag;
 * - float64: wide columns (NaN = no number), then low and high of each rounded reading;
 * - uint32 and uint16: the other columns (all bits set = no number);
 * - uint16, or uint8 where they are few: a template for each reading, or one for all of a column, column by column (0 = no raw text);
 * - uint8: likewise kind and source (0 = not printed there), then the flags of each post, if any has one;
 * - UTF-8, lines: what the capture is, ids of the posts, templates of raw texts (see raw-texts.ts).
 */
export const HEAD = 16;
export const MIDDLE_NONE = 0xffffffff;
export const SHORT_NONE = 0xffff;
/** More templates than a byte can number. */
export const MANY = 256;
export const NO_FLAGS = 0x80000000;
const encoder = new TextEncoder();

/** Packs some posts and what their capture is (anything that JSON holds). Runs for every capture of an import: each post is looked at once, and nothing is made on the way. */
export function pack(posts: readonly Pick<PostReading, 'id' | 'flags' | 'metrics'>[], about: object): ArrayBuffer {
  const n = posts.length;
  const { values, bounds, used, codes } = roomFor(n);
  const columns: Column[] = [];
  const templates = new Map<string, number>();
  let [cell, mark, bound] = [0, 0, 0];
  for (const name of METRIC_NAMES) {
    const [first, firstMark] = [cell, mark];
    let width: Column['width'] | 0 = 0;
    let same = true;
    // Nearly all of a column's texts are alike.
    let [alike, place]: [Around | null, number] = [null, 0];
    let [as, from, code]: [Reading['as'] | null, Reading['from'] | null, number] = [null, null, 0];
    for (const { metrics } of posts) {
      const reading = metrics[name];
      const value = reading ? reading.value : null;
      values[cell++] = value ?? Number.NaN;
      used[mark] = 0;
      codes[mark] = 0;
      if (reading) {
        if (reading.as !== as || reading.from !== from) {
          ({ as, from } = reading);
          code = codeOf(reading);
        }
        codes[mark] = code;
        width = wider(width, value);
        if (reading.raw) {
          if (!alike || !says(alike, reading.raw, value)) {
            const template = templateOf(reading.raw, value);
            alike = around(template);
            place = placeIn(templates, template);
          }
          used[mark] = place;
        }
        if (reading.as === 'rounded') {
          bounds[bound++] = reading.low ?? Number.NaN;
          bounds[bound++] = reading.high ?? Number.NaN;
        }
      }
      same = same && codes[mark] === codes[firstMark] && used[mark] === used[firstMark];
      mark += 1;
    }
    if (width) columns.push({ name, width, first, same });
    else cell = first;
    if (!width) mark = firstMark;
    else if (same) mark = firstMark + 1;
  }
  const flags = flagsAfter(codes, mark, posts);
  const text = textOf(posts, about, templates.keys());
  return joined(n, columns, {
    values,
    bounds: bounds.subarray(0, bound),
    used: used.subarray(0, mark),
    codes,
    flags,
    text,
    templates: templates.size,
  });
}

/** A metric that some post has. */
interface Column {
  name: MetricName;
  /** Bytes of a count: as few as all of them fit into. */
  width: 2 | 4 | 8;
  /** Its first value. */
  first: number;
  /** All of its readings are of one kind, source and template. */
  same: boolean;
}

/** Where a capture is put together, column by column, the posts' flags as codes after them. Used again for the next one, since an import packs thousands. */
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

function flagBits(flags: PostReading['flags']): number {
  let bits = 0;
  for (const flag in flags) if (flags[flag as PostFlag]) bits |= 1 << POST_FLAGS.indexOf(flag as PostFlag);
  return bits;
}

/** Writes the flags of posts behind the codes of their readings; 0 where no post has one, or how many there are. */
function flagsAfter(codes: Uint8Array, at: number, posts: readonly Pick<PostReading, 'flags'>[]): number {
  let any = 0;
  let place = at;
  for (const { flags } of posts) {
    const bits = flagBits(flags);
    codes[place++] = bits;
    any |= bits;
  }
  return any ? posts.length : 0;
}

/** Place of a template among the others, from 1 on. */
function placeIn(templates: Map<string, number>, template: string): number {
  const known = templates.get(template);
  if (known) return known;
  templates.set(template, templates.size + 1);
  return templates.size;
}

let letters = new Uint8Array(65_536);

/** What a capture is, ids and templates, as lines; until the next capture. */
function textOf(posts: readonly Pick<PostReading, 'id'>[], about: object, templates: Iterable<string>): Uint8Array {
  let text = JSON.stringify(about);
  for (const { id } of posts) text += `\n${id.includes('\n') ? id.replaceAll('\n', ' ') : id}`;
  for (const template of templates) text += `\n${template}`;
  // A letter takes three bytes at most.
  if (letters.length < 3 * text.length) letters = new Uint8Array(6 * text.length);
  return letters.subarray(0, encoder.encodeInto(text, letters).written);
}

type Packed = Room & { flags: number; text: Uint8Array; templates: number };

function joined(n: number, columns: Column[], { values, bounds, used, codes, flags, text, templates }: Packed): ArrayBuffer {
  const ofWidth = (width: number) => columns.filter((column) => column.width === width);
  const [wide, middle, short] = [ofWidth(8), ofWidth(4), ofWidth(2)];
  const middleAt = HEAD + 8 * (wide.length * n + bounds.length);
  const shortAt = middleAt + 4 * middle.length * n;
  const usedAt = shortAt + 2 * short.length * n;
  const codesAt = usedAt + (templates < MANY ? 1 : 2) * used.length;
  const textAt = codesAt + used.length + flags;
  const buffer = new ArrayBuffer(textAt + text.length);
  const same = columns.filter((column) => column.same);
  const bits = bitsOf(columns) | (bitsOf(wide) << 8) | (bitsOf(short) << 16) | (bitsOf(same) << 24);
  new Uint32Array(buffer, 0, 4).set([n, bounds.length / 2, bits, flags ? templates : templates + NO_FLAGS]);
  const floats = new Float64Array(buffer, HEAD, wide.length * n + bounds.length);
  fill(floats, wide, n, values, Number.NaN);
  floats.set(bounds, wide.length * n);
  fill(new Uint32Array(buffer, middleAt, middle.length * n), middle, n, values, MIDDLE_NONE);
  fill(new Uint16Array(buffer, shortAt, short.length * n), short, n, values, SHORT_NONE);
  const places = templates < MANY ? new Uint8Array(buffer, usedAt, used.length) : new Uint16Array(buffer, usedAt, used.length);
  places.set(used);
  new Uint8Array(buffer, codesAt).set(codes.subarray(0, used.length + flags));
  new Uint8Array(buffer, textAt).set(text);
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
