import { postKey } from '../model/keys';
import type { PostState } from '../model/rollup';
import type { NetworkId } from '../model/vocabulary';
import type { MonthRecord, Store } from './db';
import { type Filed, publisherOf, type Seen, type Sighting, sighted } from './filed';
import { filedFrom, type Lines, linesOf } from './lines';
import { linesIn, monthId, monthOf, monthRecords } from './months';

/** A post of a file in memory: as lines until it is asked for, parsed from then on. */
interface Slot {
  month: string;
  /** Published by another account. */
  guest: boolean;
  lines: Lines | null;
  filed: Filed | null;
  changed: 'no' | 'state' | 'facts';
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
    file.posts.set(key, { month: record.month, guest: guests.has(key), lines, filed: null, changed: 'no' });
}

const DAY = 86_400_000;

/** Where a post with this date may be filed if all dates are exact: also a day around it, where two sources may differ. */
export function likelyMonths(posts: Iterable<Pick<Sighting, 'published'>>): string[] {
  const days = new Set<number | null>();
  for (const { published } of posts) days.add(published && Math.floor(published.value / DAY));
  const around = new Set<number | null>();
  for (const day of days) for (const away of [-1, 0, 1]) around.add(day === null ? null : Math.max(0, day + away));
  const months = new Set<string>();
  for (const day of around) {
    const value = (day ?? 0) * DAY;
    months.add(monthOf(day === null ? null : { value, low: value, high: value, from: 'id' }));
  }
  return [...months];
}

const isLoose = ({ published }: Pick<Sighting, 'published'>) => published === null || published.low !== published.high;

/** Whether one of these posts may be filed in a month that is not in the file. */
export function mayBeElsewhere(file: AccountFile, posts: Iterable<Sighting>): boolean {
  for (const post of posts) if ((file.loose || isLoose(post)) && !file.posts.has(postKey(file.network, post.id))) return true;
  return false;
}

/** The post as it is filed; undefined where it is not. */
export function filedIn(file: AccountFile, key: string): Filed | undefined {
  const slot = file.posts.get(key);
  return slot && filedOf(file, key, slot);
}

function filedOf(file: AccountFile, key: string, slot: Slot): Filed | undefined {
  if (!slot.filed && slot.lines) slot.filed = filedFrom(key, file, slot.lines);
  return slot.filed ?? undefined;
}

/** Files one more sighting of a post: it stands once, in the month of its best-known date. Gives its state before and now. */
export function sight(file: AccountFile, key: string, post: Sighting, seen: Seen): { before: PostState | undefined; now: PostState } {
  const slot = file.posts.get(key);
  const known = slot && filedOf(file, key, slot);
  const [before, facts] = [known?.state, known?.facts];
  const filed = sighted(known, key, post, seen, file.accountKey);
  const now = filed.state;
  if (!file.loose && isLoose(now)) file.loose = true;
  if (slot && known) {
    if (now.published?.value !== before?.published?.value) {
      file.changed.add(slot.month);
      slot.month = monthOf(now.published);
    }
    if (filed.facts !== facts) {
      slot.guest = publisherOf(filed) !== file.accountKey;
      slot.changed = 'facts';
    } else if (slot.changed === 'no') slot.changed = 'state';
    file.changed.add(slot.month);
  } else {
    const month = monthOf(now.published);
    file.posts.set(key, { month, guest: publisherOf(filed) !== file.accountKey, lines: null, filed, changed: 'facts' });
    file.changed.add(month);
  }
  return { before, now };
}

/** What must be written and removed for the store to hold the file as it is now. */
export function fold(file: AccountFile): { records: MonthRecord[]; surplus: string[] } {
  const months = new Map<string, [string, Lines & { guest: boolean }][]>([...file.changed].map((month) => [month, []]));
  for (const [key, { month, guest, lines, filed, changed }] of file.posts) {
    const posts = months.get(month);
    if (!posts) continue;
    const stored = filed && changed !== 'no' ? linesOf(filed, changed === 'state' ? lines : null) : lines;
    if (stored) posts.push([key, { ...stored, guest }]);
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

/** The ids of an account's months lie between these; so may those of others, whose keys go on after the bar. */
export const monthRange = (accountKey: string): [string, string] => [`${accountKey}|`, `${accountKey}|\uffff`];
export const ownMonths = (accountKey: string, found: MonthRecord[]) => found.filter((record) => record.accountKey === accountKey);

/** All of an account's months as they are filed. */
export const filedMonths = async (store: Store, accountKey: string): Promise<MonthRecord[]> =>
  ownMonths(
    accountKey,
    await store.rollups
      .where('id')
      .between(...monthRange(accountKey))
      .toArray(),
  );
