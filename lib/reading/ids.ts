import type { Moment } from '../model/capture';

/** Milliseconds between the Unix epoch and X's own (4 Nov 2010), from X's published snowflake code. */
const X_EPOCH = 1288834974657n;
const TID_ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

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
