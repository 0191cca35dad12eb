import { auditAll } from '../../lib/audits/run';
import { benchmark } from '../../lib/benchmark/benchmark';
import type { Reading } from '../../lib/model/reading';
import type { PostRecord } from '../../lib/model/records';
import type { AccountRecord, PostState, Rollup } from '../../lib/model/rollup';
import type { Study } from '../../lib/model/study';
import type { Format } from '../../lib/model/vocabulary';
import { uniform } from '../../lib/stats/random';
import { use } from '../../lib/store/db';
import { accountsOf, postRecords, rollupsOf } from '../../lib/store/queries';
import { entriesFor, type Row, rowsOf } from './store-data';
import { freshStore } from './store-in-page';
import { importAll } from './store-ours';
import { type RowStore, rowStore, writeRows } from './store-rivals';

export interface BenchmarkRace {
  times: Record<'ours' | 'oursAgain' | 'scan', number[]>;
  /** Typical engagement of all brands, or all scores, added up: what every contestant must agree on. */
  answers: Record<string, number>;
  observations: number;
  posts: number;
  built: number;
}

const DAYS_AT_ONCE = 10;
/** A third of a second needs more tries than ten of them to say the same twice. */
const EACH_ROUND = ['ours', 'oursAgain', 'ours', 'oursAgain', 'ours', 'oursAgain', 'scan'] as const;

/** What the study's captures come to: its figures, or an audit of every brand. */
const WORK = {
  benchmark: ({ study, rollups, accounts }: Known, now: number) =>
    benchmark(study, rollups, accounts, now).rows.reduce((sum, { kpis }) => sum + (kpis.erFollowers.value ?? Number.NaN), 0),
  audit: (known: Known, now: number) => {
    const data = { ...known, comments: [], norms: { sources: [], norms: [] } };
    const runs = auditAll(data, { network: null, industry: null, now, preset: 'awareness' });
    return runs.reduce((sum, { criteria }) => sum + criteria.reduce((of, { score }) => of + (score ?? 0), 0), 0);
  },
};

interface Known {
  study: Study;
  rollups: Rollup[];
  accounts: AccountRecord[];
  records: PostRecord[];
}

async function race(accounts: number, days: number, rounds: number, what: keyof typeof WORK): Promise<BenchmarkRace> {
  const numbers = Array.from({ length: accounts }, (_, index) => index + 1);
  const keys = numbers.map((number) => `x:brand${number}`);
  const [ours, rows] = [await freshStore('benchmark'), await rowStore('benchmark-rows')];
  const started = performance.now();
  let [observations, now] = [0, 0];
  for (let day = 0; day < days; day += DAYS_AT_ONCE) {
    const entries = entriesFor(numbers, Math.min(DAYS_AT_ONCE, days - day), day);
    await importAll(entries, ours);
    await writeRows(rows, entries.flatMap(rowsOf));
    observations += entries.reduce((sum, { capture }) => sum + capture.posts.length, 0);
    now = Math.max(now, ...entries.map(({ capture }) => capture.takenAt));
  }
  const built = performance.now() - started;
  use(ours);
  const study: Study = {
    ...{ id: 's', name: 'Study', createdAt: 0, days: null, sample: false },
    brands: keys.map((key, nth) => ({ id: key, name: key, role: nth ? 'direct' : 'own', accounts: [key] })),
  };
  const texts = what === 'audit';
  const fromRollups = async () => {
    const [rollups, known, records] = [await rollupsOf(keys), await accountsOf(keys), texts ? await postRecords(keys) : []];
    return WORK[what]({ study, rollups, accounts: known, records }, now);
  };
  const fromRows = async () => WORK[what]({ study, ...(await latestOf(rows, keys)), accounts: await accountsOf(keys) }, now);
  const contestants = { ours: fromRollups, oursAgain: fromRollups, scan: fromRows };
  const times: BenchmarkRace['times'] = { ours: [], oursAgain: [], scan: [] };
  const answers: BenchmarkRace['answers'] = {};
  const draw = uniform(17);
  for (let round = -1; round < rounds; round += 1) {
    const order = EACH_ROUND.map((name) => ({ name, place: draw() })).sort((a, b) => a.place - b.place);
    for (const { name } of order) {
      const before = performance.now();
      answers[name] = await contestants[name]();
      if (round >= 0) times[name].push(performance.now() - before);
    }
  }
  const posts = (await rollupsOf(keys)).reduce((sum, rollup) => sum + rollup.posts.length, 0);
  ours.close();
  rows.close();
  return { times, answers, observations, posts, built };
}

const exact = (value: Row[string]): Reading =>
  typeof value === 'number'
    ? { value, low: value, high: value, as: 'exact', from: 'label' }
    : { value: null, low: null, high: null, as: 'absent', from: 'label' };

/** The latest state of each post and what it says, from all rows of some accounts: one account at a time, since all at once would not fit into memory. */
async function latestOf(rows: RowStore, keys: string[]) {
  const rollups: Rollup[] = [];
  const records: PostRecord[] = [];
  for (const accountKey of keys) {
    const own = await rows.rows.where('[accountKey+takenAt]').between([accountKey, 0], [accountKey, Number.MAX_SAFE_INTEGER]).toArray();
    const latest = new Map<string, Row>();
    for (const row of own) {
      const known = latest.get(String(row.postId));
      if (!known || Number(known.takenAt) <= Number(row.takenAt)) latest.set(String(row.postId), row);
    }
    rollups.push({ id: accountKey, accountKey, month: 'all', posts: [...latest.values()].map((row) => stateOf(row, accountKey)) });
    records.push(...[...latest.values()].map((row) => recordOf(row, accountKey)));
  }
  return { rollups, records };
}

function recordOf(row: Row, accountKey: string): PostRecord {
  const { published, format, postKey, network } = stateOf(row, accountKey);
  const [url, text, author] = [row.url, row.text, row.author].map(String);
  const seen = { firstSeenAt: Number(row.takenAt), lastSeenAt: Number(row.takenAt) };
  return {
    postKey,
    accountKey,
    network,
    published,
    format,
    id: String(row.postId),
    aliases: [],
    url: url ?? null,
    author: author ?? null,
    text: text ?? '',
    ...seen,
  };
}

function stateOf(row: Row, accountKey: string): PostState {
  const published = Number(row.published);
  return {
    postKey: `x:${row.postId}`,
    ...{ accountKey, network: 'x', snapshotId: '', adapter: 1, takenAt: Number(row.takenAt), format: row.format as Format | null },
    published: { value: published, low: published, high: published, from: 'id' },
    flags: row.pinned ? ['pinned'] : [],
    metrics: {
      likes: exact(row.likes ?? null),
      comments: exact(row.comments ?? null),
      shares: exact(row.shares ?? null),
      views: exact(row.views ?? null),
    },
    ...{ followers: null, surface: 'profile', tab: 'posts' },
  };
}

export const benchmarkBench = { race };
