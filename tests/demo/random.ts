/** Numbers in [0, 1) that depend on the seed alone, so that the demo is the same every time (mulberry32, public domain). */
export function seeded(seed: string): () => number {
  let state = 0;
  for (const letter of seed) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw of the standard normal law (Box–Muller). */
export const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One of a list, which must not be empty. */
export function pick<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
}

const X_EPOCH = 1288834974657n;
const TID = '234567abcdefghijklmnopqrstuvwxyz';
const VIDEO = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** An X id of that instant. */
export const snowflake = (at: number, random: () => number): string =>
  (((BigInt(at) - X_EPOCH) << 22n) | BigInt(Math.floor(random() * 4_194_304))).toString();

/** A Bluesky record key of that instant. */
export function tid(at: number, random: () => number): string {
  let bits = ((BigInt(at) * 1000n) << 10n) | BigInt(Math.floor(random() * 1024));
  let key = '';
  for (let i = 0; i < 13; i++) {
    key = (TID[Number(bits % 32n)] ?? '') + key;
    bits /= 32n;
  }
  return key;
}

/** A YouTube video id: eleven letters without a date. */
export const videoId = (random: () => number): string => Array.from({ length: 11 }, () => VIDEO[Math.floor(random() * 64)]).join('');
