/**
 * How fast the store is, in one run of a real browser with a profile on disk: ours against a row per observation through Dexie, against
 * IndexedDB's own calls, and against itself, interleaved in random order, into new databases each round.
 *   npm run bench -- store [--backend default|sqlite|both] [--rounds 7] [--captures 2000] [--days 99] [--stages capture,bulk,large] [--json]
 */
import { parseArgs } from 'node:util';
import type { Bar } from './bars';
import { onDisk } from './on-disk';
import { barsOf, type Stages, summaryOf } from './store-bars';

const BACKENDS = { default: [], sqlite: ['--enable-features=IdbSqliteBackingStore'] };
type Backend = keyof typeof BACKENDS;

/** Runs the races; resolves with the exit code: 0 only where every bar holds on every back end asked for. */
export async function store(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      backend: { type: 'string', default: 'both' },
      rounds: { type: 'string', default: '7' },
      captures: { type: 'string', default: '2000' },
      days: { type: 'string', default: '99' },
      stages: { type: 'string', default: 'capture,bulk,large' },
      json: { type: 'boolean', default: false },
    },
  });
  const backends = (Object.keys(BACKENDS) as Backend[]).filter((name) => values.backend === 'both' || values.backend === name);
  if (!backends.length) throw new Error(`There is no back end ${values.backend}.`);
  const results: Record<string, { met: boolean; bars: Bar[] } & Record<string, unknown>> = {};
  for (const backend of backends) {
    const stages = await measure(backend, values.stages.split(','), {
      ...{ rounds: Number(values.rounds), captures: Number(values.captures), days: Number(values.days) },
    });
    const bars = barsOf(stages);
    results[backend] = { met: bars.every(({ met }) => met), bars, ...summaryOf(stages) };
    if (!values.json)
      for (const { name, value, bar, met } of bars) console.log(`${backend}: ${met ? 'met   ' : 'MISSED'} ${name}: ${value} (bar ${bar})`);
  }
  const met = Object.values(results).every((result) => result.met);
  const capture =
    'The strict transaction of a capture is timed; sealing it and filing it are measured beside it, writing the journal is not.';
  console.log(JSON.stringify({ met, note: capture, backends: results }));
  return met ? 0 : 1;
}

interface Size {
  rounds: number;
  captures: number;
  days: number;
}

function measure(backend: Backend, stages: string[], { rounds, captures, days }: Size): Promise<Stages> {
  const lines = `import './tests/bench/extension'; import { storeBench } from './tests/bench/store-in-page'; globalThis.jaugeBench = storeBench;`;
  return onDisk(lines, BACKENDS[backend], async (run) => {
    const found: Stages = {};
    if (stages.includes('capture')) found.capture = await run('capture(300)');
    if (stages.includes('bulk')) found.bulk = await run(`bulk(${rounds}, ${captures})`);
    if (stages.includes('large')) found.large = await run(`large(${rounds * 5}, ${days})`);
    return found;
  });
}
