import type { Reading } from './model/reading';
import type { Doubt, SnapshotSummary } from './model/records';
import { METRIC_NAMES, type MetricName, type NetworkId } from './model/vocabulary';

/** How well one field of a network was read: `read` of `due` that should have been. */
export interface FieldHealth {
  field: MetricName | 'published' | 'format' | 'author' | 'post' | 'name' | AccountCount;
  read: number;
  due: number;
  /** Concealed by the network: neither read nor missed. */
  hidden: number;
}

/** Counts of an account, as its own page prints them. */
const ACCOUNT_COUNTS = ['followers', 'following', 'posts'] as const;
type AccountCount = `account_${(typeof ACCOUNT_COUNTS)[number]}`;

export interface NetworkHealth {
  network: NetworkId;
  /** The newest reader that these captures were made with. */
  adapter: number;
  captures: number;
  posts: number;
  fields: FieldHealth[];
  /** Readings whose layers contradict each other, and readings that can hardly be true beside the capture before. */
  conflicts: number;
  doubts: (Doubt & { snapshotId: string; takenAt: number; url: string })[];
  lastAt: number;
  /** ok: nearly everything that should be read is; drifting: not any more; broken: most is not. */
  state: 'ok' | 'drifting' | 'broken';
}

/** Captures of each network that are looked at: what a page was like months ago says nothing of today's reader. */
const LATEST = 50;
/** Below these shares of what is due, a field says that the page has changed under its reader. */
const WELL = 0.95;
const BADLY = 0.5;
/** Fewer posts than this prove nothing. */
const FEW = 5;

/** Reading health of each network from its latest captures, the worst first. */
export function healthOf(captures: readonly SnapshotSummary[]): NetworkHealth[] {
  const ids = [...new Set(captures.map(({ network }) => network))];
  const order = { broken: 0, drifting: 1, ok: 2 };
  return ids
    .map((network) =>
      ofNetwork(
        network,
        captures.filter((capture) => capture.network === network),
      ),
    )
    .sort((a, b) => order[a.state] - order[b.state] || b.lastAt - a.lastAt);
}

function ofNetwork(network: NetworkId, captures: SnapshotSummary[]): NetworkHealth {
  const adapter = Math.max(...captures.map((capture) => capture.adapter));
  const latest = captures
    .filter((capture) => capture.adapter === adapter)
    .sort((a, b) => b.takenAt - a.takenAt)
    .slice(0, LATEST);
  const sum = (of: (capture: SnapshotSummary) => number | undefined) => latest.reduce((total, capture) => total + (of(capture) ?? 0), 0);
  const posts = sum(({ coverage }) => coverage.read);
  const metrics = METRIC_NAMES.map((field): FieldHealth => {
    const read = sum(({ coverage }) => coverage.values?.[field]);
    return {
      field,
      read,
      due: read + sum(({ coverage }) => coverage.unread[field]),
      hidden: sum(({ coverage }) => coverage.hidden[field]),
    };
  });
  const facts = (['published', 'format', 'author'] as const).map((field): FieldHealth => {
    const known = latest.filter(({ coverage }) => coverage.missing).reduce((total, { coverage }) => total + coverage.read, 0);
    return { field, read: known - sum(({ coverage }) => coverage.missing?.[field]), due: known, hidden: 0 };
  });
  const found: FieldHealth = { field: 'post', read: posts, due: posts + sum(({ coverage }) => coverage.unreadable), hidden: 0 };
  const pages = latest.filter(({ surface }) => surface === 'profile');
  const named: FieldHealth = { field: 'name', read: pages.filter(({ account }) => account.name).length, due: pages.length, hidden: 0 };
  const fields = [found, ...metrics, ...facts, named, ...countsOf(pages)].filter(({ due, hidden }) => due > 0 || hidden > 0);
  return {
    ...{ network, adapter, captures: latest.length, posts, fields },
    conflicts: sum(({ coverage }) => coverage.conflicts),
    doubts: latest.flatMap(({ id, takenAt, url, doubts }) => doubts.map((doubt) => ({ ...doubt, snapshotId: id, takenAt, url }))),
    lastAt: latest[0]?.takenAt ?? 0,
    state: stateOf([found, ...metrics, ...countsOf(pages, withFollowers(captures))]),
  };
}

/** How the counts of accounts were read on their own pages; `only` of some accounts. What a page does not print is not due. */
function countsOf(pages: SnapshotSummary[], only?: Set<string>): FieldHealth[] {
  return ACCOUNT_COUNTS.map((name) => {
    const as = pages
      .filter(({ accountKey }) => !only || (name === 'followers' && only.has(accountKey)))
      .map(({ account }) => account[name]);
    const read = as.filter(({ value }) => value !== null).length;
    const of = (kind: Reading['as']) => as.filter((reading) => reading.as === kind).length;
    return { field: `account_${name}`, read, due: read + of('unread'), hidden: of('hidden') };
  });
}

/** Accounts whose followers were read at some time: some never print theirs, and no reader is to blame for that. */
const withFollowers = (captures: SnapshotSummary[]) =>
  new Set(captures.flatMap(({ accountKey, account }) => (account.followers.value === null ? [] : accountKey)));

/** Share of a field that was read; null where it is too little to say. */
export const shareOf = ({ read, due }: FieldHealth): number | null => (due < FEW ? null : read / due);

/** A date or a format is a bonus that some surfaces never print; posts and counts are what a reader is for. */
function stateOf(fields: FieldHealth[]): NetworkHealth['state'] {
  const shares = fields.flatMap((field) => shareOf(field) ?? []);
  if (shares.some((share) => share < BADLY)) return 'broken';
  return shares.some((share) => share < WELL) ? 'drifting' : 'ok';
}
