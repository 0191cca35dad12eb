import { postKey } from '../model/keys';
import type { NetworkId } from '../model/vocabulary';
import type { MonthRecord, Store } from './db';
import { type Filed, publisherOf, type Seen, type Sighting, sighted } from './filed';
import { filedFrom, type Lines, linesIn, linesOf, monthId, monthOf, monthRecords } from './months';

/** A post of a file in memory: as lines until it is asked for, parsed from then on. */
interface Slot {
  month: string;
  /** Published by another account. */
  guest: boolean;
  lines: Lines | null;
  filed: Filed | null;
  changed: { facts: boolean } | null;
}

/** An account's file in memory, or the months of it that a piece of work needs. */
export interface AccountFile {
  accountKey: string;
  network: NetworkId;
  posts: Map<string, Slot>;
  changed: Set<string>;
  /** How many records each month had in the store. */
  parts: Map<string, number>;
  /** Holds, or ever held, a post whose date is not known exactly: it may be filed under another month than a page now says. */
  loose: boolean;
}

export const emptyFile = (accountKey: string, network: NetworkId, loose = false): AccountFile => ({
  ...{ accountKey, network, loose, posts: new Map(), changed: new Set(), parts: new Map() },
});

/** Adds a month's record to the file. */
export function unfold(file: AccountFile, record: MonthRecord): void {
  const guests = new Set(record.guests);
  file.parts.set(record.month, record.parts);
  for (const [key, lines] of linesIn(record))
    file.posts.set(key, { month: record.month, guest: guests.has(key), lines, filed: null, changed: null });
}

const DAY = 86_400_000;

/** Where a post with this date may be filed if all dates are exact: also a day around it, where two sources may differ. */
export function likelyMonths(posts: Pick<Sighting, 'published'>[]): string[] {
  const days = new Set<number | null>();
  for (const { published } of posts) days.add(published && Math.floor(published.value / DAY));
  const months = new Set<string>();
  for (const day of days)
    for (const around of [-1, 0, 1]) {
      const value = day === null ? null : Math.max(0, (day + around) * DAY);
      months.add(monthOf(value === null ? null : { value, low: value, high: value, from: 'id' }));
    }
  return [...months];
}

const isLoose = ({ published }: Pick<Sighting, 'published'>) => published === null || published.low !== published.high;

/** Whether one of these posts may be filed in a month that is not in the file. */
export const mayBeElsewhere = (file: AccountFile, posts: Sighting[]): boolean =>
  posts.some((post) => (file.loose || isLoose(post)) && !file.posts.has(postKey(file.network, post.id)));

/** The post as it is filed; undefined where it is not. */
export function filedIn(file: AccountFile, key: string): Filed | undefined {
  const slot = file.posts.get(key);
  if (slot && !slot.filed && slot.lines) slot.filed = filedFrom(key, file, slot.lines);
  return slot?.filed ?? undefined;
}

/** Files one more sighting of a post: it stands once, in the month of its best-known date. */
export function sight(file: AccountFile, key: string, post: Sighting, seen: Seen): Filed {
  const known = filedIn(file, key);
  const slot = file.posts.get(key);
  const filed = sighted(known, post, seen, file.accountKey);
  const { published } = filed.state;
  const same = known && slot && published?.value === known.state.published?.value;
  const month = same ? slot.month : monthOf(published);
  if (slot && slot.month !== month) file.changed.add(slot.month);
  file.changed.add(month);
  if (isLoose(filed.state)) file.loose = true;
  const sameFacts = known?.facts === filed.facts;
  const guest = sameFacts && slot ? slot.guest : publisherOf(filed) !== file.accountKey;
  const facts = !sameFacts || slot?.changed?.facts === true;
  file.posts.set(key, { month, guest, lines: slot?.lines ?? null, filed, changed: { facts } });
  return filed;
}

/** What must be written and removed for the store to hold the file as it is now. */
export function fold(file: AccountFile): { records: MonthRecord[]; surplus: string[] } {
  const months = new Map<string, [string, Lines & { guest: boolean }][]>([...file.changed].map((month) => [month, []]));
  for (const [key, { month, guest, lines, filed, changed }] of file.posts) {
    const stored = filed && changed ? linesOf(filed, lines, changed.facts ? 'new' : 'old') : lines;
    if (stored) months.get(month)?.push([key, { ...stored, guest }]);
  }
  const records: MonthRecord[] = [];
  const surplus: string[] = [];
  for (const [month, posts] of months) {
    const now = monthRecords(file, month, posts);
    records.push(...now);
    for (let part = now.length; part < (file.parts.get(month) ?? 0); part += 1)
      surplus.push(part === 0 ? monthId(file.accountKey, month) : `${monthId(file.accountKey, month)}+${part}`);
    file.parts.set(month, now.length);
  }
  return { records, surplus };
}

/** All of an account's months. */
export async function monthsOf(store: Store, accountKey: string): Promise<MonthRecord[]> {
  const found = await store.rollups.where('id').between(`${accountKey}|`, `${accountKey}|\uffff`).toArray();
  return found.filter((record) => record.accountKey === accountKey);
}

/** All of an account's posts in memory. */
export async function wholeFile(store: Store, accountKey: string, network: NetworkId): Promise<AccountFile> {
  const file = emptyFile(accountKey, network);
  for (const record of await monthsOf(store, accountKey)) unfold(file, record);
  return file;
}
