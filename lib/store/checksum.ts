/** CRC-32 (ISO 3309, polynomial 0xEDB88320, as in gzip) of some bytes. @example crc32(new TextEncoder().encode('123456789')) // 0xCBF43926 */
export function crc32(...parts: Uint8Array[]): number {
  let crc = -1;
  for (const bytes of parts) crc = crcAfter(crc, bytes);
  return ~crc >>> 0;
}

/** Four bytes at a time ("slicing by four"), since everything that is read or written goes through here; what is left over byte by byte. */
function crcAfter(before: number, bytes: Uint8Array): number {
  const fours = bytes.length - (bytes.length % 4);
  const at = (place: number) => TABLES[place] as number;
  let crc = before;
  for (let i = 0; i < fours; i += 4) {
    const four =
      crc ^ ((bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16) | ((bytes[i + 3] as number) << 24));
    crc = at(768 + (four & 0xff)) ^ at(512 + ((four >>> 8) & 0xff)) ^ at(256 + ((four >>> 16) & 0xff)) ^ at(four >>> 24);
  }
  for (let i = fours; i < bytes.length; i += 1) crc = (crc >>> 8) ^ at((crc ^ (bytes[i] as number)) & 0xff);
  return crc;
}

/** What a byte does to the sum, and from the second row on what it does with one, two and three more bytes behind it. */
const TABLES = new Int32Array(1024);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  TABLES[byte] = value;
}
for (let place = 256; place < 1024; place += 1) {
  const behind = TABLES[place - 256] as number;
  TABLES[place] = (behind >>> 8) ^ (TABLES[behind & 0xff] as number);
}

/** SHA-256 of some bytes, in hexadecimal digits, as `sha256sum` prints it. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
