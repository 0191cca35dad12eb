import type { Moment } from '../model/capture';
import { postKey } from '../model/keys';
import type { Reading } from '../model/reading';
import type { PostState } from '../model/rollup';
import { type Format, METRIC_NAMES, type MetricName, type PostFlag, type SurfaceKind } from '../model/vocabulary';
import { lengthened, type ShortReading, shortened } from './codes';
import type { MonthRecord } from './db';
import type { Filed, PostFacts } from './filed';

/** A post in a month's record, as it is stored until somebody asks for it: JSON. Everything that the record says already is left out, and names too. */
export interface Lines {
  state: string;
  facts: string;
}

type ShortMoment = [value: number, from: Moment['from']] | [value: number, from: Moment['from'], low: number, high: number];

/** A state by places; in its last ones a count for each metric in their order, 0 where the page has none. */
type ShortState = [
  snapshotId: string,
  adapter: number,
  takenAt: number,
  firstSeenAt: number,
  lastSeenAt: number,
  published: ShortMoment | null,
  format: Format | null,
  flags: PostFlag[] | 0,
  surface: SurfaceKind | 0,
  tab: string | 0,
  followers: ShortReading | 0,
  ...counts: (ShortReading | 0)[],
];

/** As versions 3 to 5 of the database wrote a state. Such a line stays until its post is seen again. */
type NamedState = Omit<PostState, 'postKey' | 'accountKey' | 'network' | 'metrics' | 'followers'> & {
  metrics: Partial<Record<MetricName, ShortReading | Reading>>;
  followers: ShortReading | Reading | null;
  firstSeenAt: number;
  lastSeenAt: number;
};
export type StoredState = ShortState | NamedState;

/** What a record says of all its posts. */
type Whose = Pick<MonthRecord, 'accountKey' | 'network'>;

/** A post as lines; `before` are its lines where its facts are still those. */
export function linesOf({ state, facts, firstSeenAt, lastSeenAt }: Filed, before: Lines | null): Lines {
  const { snapshotId, adapter, takenAt, published, format, flags, surface, tab, metrics, followers } = state;
  const moment = published && shortMoment(published);
  const page = [surface ?? 0, tab ?? 0, followers ? shortened(followers) : 0] as const;
  const short: ShortState = [snapshotId, adapter, takenAt, firstSeenAt, lastSeenAt, moment, format, flags.length ? flags : 0, ...page];
  for (const name of METRIC_NAMES) short.push(metrics[name] ? shortened(metrics[name]) : 0);
  return { state: JSON.stringify(short), facts: before ? before.facts : factsLine(facts, state) };
}

const shortMoment = ({ value, low, high, from }: Moment): ShortMoment =>
  low === value && high === value ? [value, from] : [value, from, low, high];

/** Lasting facts by places; the last one holds what few posts have. Before version 6 of the database a line held all of them by name. */
type ShortFacts = [url: string | null, author: string | null, text: string, rest?: Partial<PostFacts>];

/** The id is the end of the post's key. */
function factsLine(facts: PostFacts, state: PostState): string {
  const { id, aliases, url, author, text, ...rest } = facts;
  const short: ShortFacts = [url, author, text];
  const other: Partial<PostFacts> = rest;
  if (aliases.length) other.aliases = aliases;
  if (postKey(state.network, id) !== state.postKey) other.id = id;
  for (const _ in other) {
    short.push(other);
    break;
  }
  return JSON.stringify(short);
}

function factsFrom(key: string, { network }: Whose, line: string): PostFacts {
  const stored: ShortFacts | PostFacts = JSON.parse(line);
  if (!Array.isArray(stored)) return stored;
  const [url, author, text, rest] = stored;
  return { id: key.slice(network.length + 1), aliases: [], url, author, text, ...rest };
}

/** A state from what its line holds. */
export function stateFrom(key: string, { accountKey, network }: Whose, stored: StoredState): PostState {
  if (Array.isArray(stored)) return fromPlaces(key, accountKey, network, stored);
  const { firstSeenAt: _, lastSeenAt: __, metrics, followers, ...state } = stored;
  const counts: PostState['metrics'] = {};
  for (const name in metrics) counts[name as MetricName] = lengthened(metrics[name as MetricName] as ShortReading);
  return { postKey: key, accountKey, network, ...state, metrics: counts, followers: followers === null ? null : lengthened(followers) };
}

function fromPlaces(key: string, accountKey: string, network: PostState['network'], stored: ShortState): PostState {
  const [snapshotId, adapter, takenAt, , , published, format, flags, surface, tab, followers] = stored;
  const metrics: PostState['metrics'] = {};
  for (let place = FIRST_COUNT; place < stored.length; place += 1) {
    const short = stored[place] as ShortReading | 0;
    if (short !== 0) metrics[METRIC_NAMES[place - FIRST_COUNT] as MetricName] = lengthened(short);
  }
  const state: PostState = {
    ...{ postKey: key, accountKey, network, snapshotId, adapter, takenAt },
    ...{ published: published && momentFrom(published), format, flags: flags || [], metrics },
    followers: followers === 0 ? null : lengthened(followers),
  };
  if (surface) state.surface = surface;
  if (tab !== 0) state.tab = tab;
  return state;
}

const FIRST_COUNT = 11;

const momentFrom = ([value, from, low = value, high = value]: ShortMoment): Moment => ({ value, low, high, from });

/** A post from its lines. */
export function filedFrom(key: string, whose: Whose, lines: Lines): Filed {
  const stored: StoredState = JSON.parse(lines.state);
  const [firstSeenAt, lastSeenAt] = Array.isArray(stored) ? [stored[3], stored[4]] : [stored.firstSeenAt, stored.lastSeenAt];
  return { state: stateFrom(key, whose, stored), facts: factsFrom(key, whose, lines.facts), firstSeenAt, lastSeenAt };
}
