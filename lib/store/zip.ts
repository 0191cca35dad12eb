import { crc32 } from './checksum';

interface ZipEntry {
  /** With `/` between folders. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Beyond these a zip needs the 64-bit form, which nobody's evidence comes near. */
const MOST_BYTES = 0xffffffff;
const MOST_FILES = 0xffff;

/**
 * A zip file of files as they are: pictures are compressed already, and what is stored as it is can be checked without trusting anybody's
 * decompression. Times are UTC. Throws RangeError beyond 4 GB or 65,535 files. Format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16
 * (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT).
 */
export function zip(entries: readonly ZipEntry[], at: number): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const encoded = new TextEncoder().encode(name);
    // Needs version 2.0; bit 11: the name is UTF-8; method 0: stored; one size for compressed and not.
    const common = [u16(20), u16(1 << 11), u16(0), ...dosTime(at), u32(crc32(bytes)), u32(bytes.length), u32(bytes.length)];
    const local = joined([u32(0x04034b50), ...common, u16(encoded.length), u16(0), encoded]);
    // Made by version 2.0; neither extra field nor comment, first disk, no attributes.
    const rest = [u16(encoded.length), u16(0), u16(0), u16(0), u16(0), u32(0), u32(offset), encoded];
    directory.push(joined([u32(0x02014b50), u16(20), ...common, ...rest]));
    parts.push(local, bytes);
    offset += local.length + bytes.length;
  }
  const index = joined(directory);
  if (offset + index.length > MOST_BYTES || entries.length > MOST_FILES) throw new RangeError('too much for one zip file');
  const count = u16(entries.length);
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(index.length), u32(offset), u16(0)];
  return new Blob([...parts, index, joined(end)], { type: 'application/zip' });
}

const u16 = (value: number) => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff);
const u32 = (value: number) => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff);

/** Time and date as MS-DOS kept them: two-second steps from 1980 on. */
function dosTime(at: number): [time: Uint8Array<ArrayBuffer>, date: Uint8Array<ArrayBuffer>] {
  const then = new Date(Math.max(at, Date.UTC(1980, 0, 1)));
  const time = (then.getUTCHours() << 11) | (then.getUTCMinutes() << 5) | (then.getUTCSeconds() >> 1);
  return [u16(time), u16(((then.getUTCFullYear() - 1980) << 9) | ((then.getUTCMonth() + 1) << 5) | then.getUTCDate())];
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
