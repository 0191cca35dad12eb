import type { Moment } from '../model/capture';

/** Milliseconds between the Unix epoch and X's own (4 Nov 2010), from X's published snowflake code. */
const X_EPOCH = 1288834974657n;
const TID_ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/** Instagram's own epoch (24 Aug 2011): https://instagram-engineering.com/sharding-ids-at-instagram-1cf5a71e5a5c */
const INSTAGRAM_EPOCH = 1314220021721n;
const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const moment = (ms: number): Moment => ({ value: ms, low: ms, high: ms, from: 'id' });

/**
 * When an X post was made, from its id: `(id >> 22) + 1288834974657` ms. Null for ids that carry no time (older than Nov 2010) or are no id.
 * @example snowflakeTime('1212092628029698048')?.value // 2019-12-31T19:26:16.…Z
 */
export function snowflakeTime(id: string): Moment | null {
  if (!/^\d{15,20}$/.test(id)) return null;
  return moment(Number((BigInt(id) >> 22n) + X_EPOCH));
}

/**
 * When an AT-protocol record was made, from its key (TID: base-32 sortable, microseconds in the upper 53 bits).
 * @example tidTime('3jt5tsfbwmc2a') // April 2023
 */
export function tidTime(key: string): Moment | null {
  if (!/^[234567abcdefghij][234567a-z]{12}$/.test(key)) return null;
  let bits = 0n;
  for (const letter of key) bits = bits * 32n + BigInt(TID_ALPHABET.indexOf(letter));
  return moment(Number((bits >> 10n) / 1000n));
}

/**
 * The number (pk) that an Instagram or Threads shortcode writes in base 64. Links to private posts have 28 more letters, which are a key.
 * Null for codes older than numbers with a time in them (September 2011) and for what is no code.
 * @example mediaNumber('DR1BchxgSxf') // '3779933820703288415'
 */
export function mediaNumber(code: string): string | null {
  if (!/^[\w-]{10,11}$|^[\w-]{38,39}$/.test(code)) return null;
  let number = 0n;
  for (const letter of code.length > 11 ? code.slice(0, -28) : code) number = number * 64n + BigInt(BASE64_URL.indexOf(letter));
  return `${number}`;
}

/**
 * When an Instagram or Threads post was made, from its shortcode or its number: `(pk >> 23) + 1314220021721` ms. That is when its upload
 * began: minutes before it was published, or hours where it was written ahead.
 * @example igTime('DR1BchxgSxf') // December 2025
 */
export function igTime(id: string): Moment | null {
  const number = /^\d{16,20}$/.test(id) ? id : mediaNumber(id);
  return number === null ? null : moment(Number((BigInt(number) >> 23n) + INSTAGRAM_EPOCH));
}
