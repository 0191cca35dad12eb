/**
 * How soon the figures of the Benchmark view, or audits of all brands, are there, with 50 accounts and 1,000,000 observations stored: from rollups, against going
 * through every observation of a row store and computing the same, and against itself, interleaved in random order.
 *   npm run bench -- benchmark|audit [--accounts 50] [--days 400] [--rounds 5] [--json]
 */
import { parseArgs } from 'node:util';
import { atLeast, median, report, round, same, within } from './bars';
import type { BenchmarkRace } from './benchmark-in-page';
import { onDisk } from './on-disk';

/** Runs the race; resolves with the exit code: 0 only where every bar is met. */
export const benchmark = (args: string[]) => figures('benchmark', args);

/** The same for an audit of every brand of the study. */
export const audit = (args: string[]) => figures('audit', args);

async function figures(what: 'benchmark' | 'audit', args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      ...{ accounts: { type: 'string', default: '50' }, days: { type: 'string', default: '400' } },
      ...{ rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
    },
  });
  const lines = `import './tests/bench/extension'; import { benchmarkBench } from './tests/bench/benchmark-in-page'; globalThis.jaugeBench = benchmarkBench;`;
  const size = [values.accounts, values.days, values.rounds].map(Number).join();
  const { times, answers, observations, posts, built } = await onDisk(lines, [], (run) => run<BenchmarkRace>(`race(${size}, '${what}')`));
  const of = (name: keyof BenchmarkRace['times']) => median(times[name]);
  const bars = [
    within('ours / ours', of('oursAgain') / of('ours'), 0.85, 1.15),
    atLeast('full scan and recomputation / ours', of('scan') / of('ours'), 10),
    same(what, Object.values(answers)),
  ];
  const medians = Object.fromEntries(Object.entries(times).map(([name, list]) => [name, round(median(list))]));
  return report(bars, { observations, posts, builtMs: round(built), medians }, values.json);
}
