import type { Moment } from '../model/capture';
import type { PostRecord } from '../model/records';
import type { Rollup } from '../model/rollup';
import type { MonthRecord } from './db';
import { publisherOf } from './filed';
import { filedFrom, type Lines, type StoredState, stateFrom } from './lines';

/**
 * The file of an account: its posts by month of publication, a record for each month. IndexedDB costs per record and not per byte, so a month's
 * posts are lines of text in it, in the order of their keys: keys, states (what figures are made from) and lasting facts.
 */

/** Month of publication (UTC) that a post is filed under; `undated` when nothing is known. @example monthOf(null) // 'undated' */
export function monthOf(published: Moment | null): string {
  if (!published) return 'undated';
  const date = new Date(published.value);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  // Years of other than four digits as the standard writes them; all others faster.
  return year < 1000 || year > 9999 ? date.toISOString().slice(0, 7) : `${year}-${month < 10 ? '0' : ''}${month}`;
}

export const monthId = (accountKey: string, month: string) => `${accountKey}|${month}`;

/** Characters in one record: keeps it under 60 KB also where each of them takes two bytes. */
const MOST = 28_000;

const split = (text: string) => (text ? text.split('\n') : []);

export const keysIn = ({ keys }: Pick<MonthRecord, 'keys'>): string[] => split(keys);

/** The lines of a record, by post key. */
export function linesIn(record: MonthRecord): Map<string, Lines> {
  const [states, facts] = [split(record.states), split(record.facts)];
  return new Map(split(record.keys).map((key, index) => [key, { state: states[index] ?? '', facts: facts[index] ?? '' }]));
}

/** All states in a record: one reading of one text. */
export function rollupFrom(record: MonthRecord): Rollup {
  const { id, accountKey, month } = record;
  const keys = split(record.keys);
  const states: StoredState[] = JSON.parse(`[${record.states.replaceAll('\n', ',')}]`);
  return { id, accountKey, month, posts: states.map((state, index) => stateFrom(keys[index] ?? '', record, state)) };
}

/** All lasting facts in a record. */
export function postsFrom(record: MonthRecord): PostRecord[] {
  return [...linesIn(record)].map(([key, lines]) => {
    const filed = filedFrom(key, record, lines);
    const { published, format } = filed.state;
    const { firstSeenAt, lastSeenAt } = filed;
    return {
      postKey: key,
      accountKey: publisherOf(filed),
      network: record.network,
      ...filed.facts,
      published,
      format,
      firstSeenAt,
      lastSeenAt,
    };
  });
}

/** A month as records: one, or several where its posts are many or long. None for a month without posts. */
export function monthRecords(
  { accountKey, network }: Pick<MonthRecord, 'accountKey' | 'network'>,
  month: string,
  posts: [key: string, Lines & { guest: boolean }][],
): MonthRecord[] {
  const sorted = posts.sort(([a], [b]) => (a < b ? -1 : 1));
  const chunks: (typeof posts)[] = [];
  let size = MOST;
  for (const post of sorted) {
    const [key, { state, facts }] = post;
    const length = key.length + state.length + facts.length;
    if (size + length > MOST) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(post);
    size += length;
  }
  const id = monthId(accountKey, month);
  return chunks.map((chunk, part) => ({
    ...{ id: part === 0 ? id : `${id}+${part}`, accountKey, network, month, parts: chunks.length },
    guests: chunk.flatMap(([key, { guest }]) => (guest ? key : [])),
    keys: chunk.map(([key]) => key).join('\n'),
    states: chunk.map(([, { state }]) => state).join('\n'),
    facts: chunk.map(([, { facts }]) => facts).join('\n'),
  }));
}
