import type { Capture, Moment, PostReading } from '../model/capture';
import { accountKey } from '../model/keys';
import type { Reading } from '../model/reading';
import type { PostRecord } from '../model/records';
import type { PostState } from '../model/rollup';
import { POST_FLAGS, type PostFlag } from '../model/vocabulary';

/** What lasts of a post beside its date and format, which its state has too. */
export type PostFacts = Pick<
  PostRecord,
  'id' | 'aliases' | 'url' | 'author' | 'text' | 'language' | 'hashtags' | 'mentions' | 'links' | 'reactions'
>;

/** A post in its account's file: where it stands, what lasts of it, and when it was first and last seen. */
export interface Filed {
  state: PostState;
  facts: PostFacts;
  firstSeenAt: number;
  lastSeenAt: number;
}

/** A sighting of a post: the page's reading, or what a snapshot and the file still know of one. */
export type Sighting = Pick<PostReading, 'flags' | 'metrics'> & PostFacts & Pick<PostReading, 'published' | 'format'>;
/** The capture that it was seen in. */
export type Seen = Pick<Capture, 'id' | 'takenAt' | 'network' | 'account' | 'surface' | 'adapter'>;

/**
 * What two sightings know of a publication time together: the overlap of their intervals. Relative dates ("2 weeks ago") narrow
 * down with each capture like this. Where they contradict each other the narrower one stands.
 */
export function bestMoment(a: Moment | null, b: Moment | null): Moment | null {
  if (!a || !b) return a ?? b;
  if (a.low === a.high && a.value === b.value) return a;
  const low = Math.max(a.low, b.low);
  const high = Math.min(a.high, b.high);
  const narrower = b.high - b.low < a.high - a.low ? b : a;
  if (low > high || narrower.low === narrower.high) return narrower;
  return { low, high, value: Math.round((low + high) / 2), from: narrower.from };
}

/** What engagement is computed from. Some surfaces print none of it (a channel's grid has views alone). */
const isRead = (reading: Reading | undefined) => (reading && reading.value !== null ? 1 : 0);
const readOf = ({ metrics: { likes, comments, shares } }: Pick<PostState, 'metrics'>) => isRead(likes) + isRead(comments) + isRead(shares);

/**
 * The state of a post is its fullest observation, and of equally full ones the latest. Mixing two observations would divide the
 * likes of one day by the views of another.
 */
function replaces(post: Sighting, takenAt: number, known: PostState): boolean {
  const more = readOf(post) - readOf(known);
  return more === 0 ? takenAt >= known.takenAt : more > 0;
}

/**
 * A post after one more sighting: what is known better replaces what was known, nothing is lost. What was known is changed and given back (its
 * state is another object where it changed): an import comes here for every post of every capture.
 */
export function sighted(known: Filed | undefined, key: string, post: Sighting, seen: Seen, account: string): Filed {
  const { takenAt } = seen;
  if (!known) {
    const state = stateOf(key, post, post.published, post.format ?? null, seen, account);
    return { state, facts: factsOf(post), firstSeenAt: takenAt, lastSeenAt: takenAt };
  }
  const newest = takenAt >= known.lastSeenAt;
  const { state } = known;
  const published = bestMoment(state.published, post.published);
  const format = (newest ? (post.format ?? state.format) : (state.format ?? post.format)) ?? null;
  if (replaces(post, takenAt, state)) known.state = stateOf(key, post, published, format, seen, account);
  else if (published !== state.published || format !== state.format) known.state = { ...state, published, format };
  known.facts = factsAfter(known.facts, post, newest);
  if (takenAt < known.firstSeenAt) known.firstSeenAt = takenAt;
  if (newest) known.lastSeenAt = takenAt;
  return known;
}

/** The raw texts stay in it while it is in memory; what is stored goes without, evidence takes them from the snapshot. */
function stateOf(
  key: string,
  post: Sighting,
  published: Moment | null,
  format: PostState['format'],
  seen: Seen,
  account: string,
): PostState {
  const { followers } = seen.account;
  const { kind, tab } = seen.surface;
  const state: PostState = {
    postKey: key,
    accountKey: account,
    network: seen.network,
    snapshotId: seen.id,
    adapter: seen.adapter,
    takenAt: seen.takenAt,
    published,
    format,
    flags: flagsOf(post.flags),
    metrics: post.metrics,
    followers: followers.value === null ? null : followers,
    surface: kind,
  };
  if (tab) state.tab = tab;
  return state;
}

/** Of nearly all posts: one for all of them. */
const NO_FLAGS: PostFlag[] = [];

function flagsOf(flags: Sighting['flags']): PostFlag[] {
  for (const flag in flags) if (flags[flag as PostFlag]) return POST_FLAGS.filter((name) => flags[name]);
  return NO_FLAGS;
}

const WORDS = ['language', 'hashtags', 'mentions', 'links', 'reactions'] as const;

function factsOf(post: Sighting): PostFacts {
  const { id, aliases, url, author, text } = post;
  const facts: Record<string, unknown> = { id, aliases, url, author, text };
  for (const name of WORDS) if (post[name] !== undefined) facts[name] = post[name];
  return facts as PostFacts;
}

/** The facts after one more sighting; the same object where it tells nothing new, which is nearly always. */
function factsAfter(known: PostFacts, post: Sighting, newest: boolean): PostFacts {
  const text = newest ? post.text || known.text : known.text || post.text;
  const url = post.url ?? known.url;
  const author = post.author ?? known.author;
  const aliases = post.aliases.length ? bothOf(known.aliases, post.aliases) : known.aliases;
  const words = wordsAfter(known, post, newest);
  if (!words && text === known.text && url === known.url && author === known.author && aliases === known.aliases) return known;
  return { ...known, text, url, author, aliases, ...words };
}

const MOST_ALIASES = 8;

const bothOf = (known: string[], more: string[]) =>
  more.every((alias) => known.includes(alias)) ? known : [...new Set([...known, ...more])].slice(0, MOST_ALIASES);

/** What a sighting changes in the facts that most posts do not have; null where it is nothing. */
function wordsAfter(known: PostFacts, post: Sighting, newest: boolean): Partial<PostFacts> | null {
  const { language, hashtags, mentions, links, reactions } = post;
  if ((language ?? hashtags ?? mentions ?? links ?? reactions) === undefined) return null;
  const changed = WORDS.filter(
    (name) => post[name] !== undefined && (newest || known[name] === undefined) && !alike(post[name], known[name]),
  );
  return changed.length ? Object.fromEntries(changed.map((name) => [name, post[name]])) : null;
}

const alike = (one: unknown, other: unknown) => one === other || (other !== undefined && JSON.stringify(one) === JSON.stringify(other));

/** The account that published a post, as its key; the page's own where the page does not say. */
export const publisherOf = ({ facts, state }: Pick<Filed, 'facts' | 'state'>): string =>
  facts.author ? accountKey(state.network, facts.author) : state.accountKey;
