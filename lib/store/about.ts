import type { AccountReading, Coverage, Surface } from '../model/capture';
import type { Reading } from '../model/reading';
import type { NetworkId } from '../model/vocabulary';
import { lengthened, type ShortReading, shortened } from './codes';

/** What a capture is, beside its posts. */
export interface About {
  network: NetworkId;
  url: string;
  surface: Surface;
  locale: string;
  adapter: number;
  account: AccountReading;
  coverage: Coverage;
  followedSince?: number;
}

/** A reading with its raw text, in few letters; before version 6 of the database it was kept in full. */
type KeptReading = ShortReading | [ShortReading, raw: string] | Reading;

/** What a capture is as it is kept: without what most captures have alike. */
export interface ShortAbout extends Omit<About, 'account' | 'coverage'> {
  account: Omit<AccountReading, 'followers' | 'following' | 'posts'> & Record<'followers' | 'following' | 'posts', KeptReading>;
  coverage: Partial<Coverage>;
}

/** Of most captures. */
const USUAL = { unreadable: 0, others: 0, unread: {}, hidden: {}, conflicts: 0, partial: null } satisfies Partial<Coverage>;

export function shortAbout({ account, coverage, ...about }: About): ShortAbout {
  const { followers, following, posts } = account;
  return {
    ...about,
    account: { ...account, followers: kept(followers), following: kept(following), posts: kept(posts) },
    coverage: withoutUsual(coverage),
  };
}

export function fromShort({ account, coverage, ...about }: ShortAbout): About {
  const { followers, following, posts } = account;
  return {
    ...about,
    account: { ...account, followers: full(followers), following: full(following), posts: full(posts) },
    coverage: { ...USUAL, ...coverage } as Coverage,
  };
}

function withoutUsual(coverage: Coverage): Partial<Coverage> {
  const { unreadable, others, unread, hidden, conflicts, partial, ...rest } = coverage;
  const unusual: Partial<Coverage> = rest;
  if (unreadable) unusual.unreadable = unreadable;
  if (others) unusual.others = others;
  if (Object.keys(unread).length) unusual.unread = unread;
  if (Object.keys(hidden).length) unusual.hidden = hidden;
  if (conflicts) unusual.conflicts = conflicts;
  if (partial) unusual.partial = partial;
  return unusual;
}

const kept = (reading: Reading): KeptReading => (reading.raw === undefined ? shortened(reading) : [shortened(reading), reading.raw]);

function full(reading: KeptReading): Reading {
  if (!Array.isArray(reading) || typeof reading[1] !== 'string') return lengthened(reading as ShortReading | Reading);
  return { ...lengthened(reading[0] as ShortReading), raw: reading[1] };
}
