import { atLeast, atMost, type Bar, median, round, same, within } from './bars';
import type { Race, storeBench } from './store-in-page';

type Bench = typeof storeBench;
/** What was measured of each stage that ran. */
export interface Stages {
  capture?: Awaited<ReturnType<Bench['capture']>>;
  bulk?: Awaited<ReturnType<Bench['bulk']>>;
  large?: Awaited<ReturnType<Bench['large']>>;
}

const ratio = (times: Race['times'], one: string, other: string) => median(times[one]) / median(times[other]);

/** Every promise of speed, and whether it holds. A run whose contestant differs from itself says nothing, and fails. */
export function barsOf({ capture, bulk, large }: Stages): Bar[] {
  const bars: Bar[] = [];
  if (capture) {
    const { times, answers } = capture;
    bars.push(
      within('capture: ours / ours', ratio(times, 'oursAgain', 'ours'), 0.85, 1.15),
      atMost('capture: ours / rows in a transaction', ratio(times, 'ours', 'rows'), 0.3),
      atMost('capture: ours / one raw record', ratio(times, 'ours', 'raw'), 1.5),
      same('capture', Object.values(answers)),
    );
  }
  if (bulk)
    for (const [name, { times, answers }, bar] of [
      ['import', bulk.load, 15],
      ['scan', bulk.scan, 8],
    ] as const)
      bars.push(
        within(`${name}: ours / ours`, ratio(times, 'oursAgain', 'ours'), 0.85, 1.15),
        atLeast(`${name}: rows / ours`, ratio(times, 'rows', 'ours'), bar),
        same(name, Object.values(answers)),
      );
  if (large) {
    const { times, answers } = large.race;
    const popups = [answers.popupSmall, answers.popupLarge, answers.popupLargeAgain].map(Number);
    bars.push(
      within('popup: ours / ours', ratio(times, 'popupLargeAgain', 'popupLarge'), 0.85, 1.15),
      atLeast('popup at 1,000,000: scan / popup', ratio(times, 'scan', 'popupLarge'), 40),
      within('popup: at 1,000,000 / at 10,000', ratio(times, 'popupLarge', 'popupSmall'), 0.8, 1.2),
      same('popup', popups),
      atMost("one account's 5,000 of 1,000,000: ours / raw getAll", ratio(times, 'own', 'ownRaw'), 1.5),
      atMost('heap: MB more at 1,000,000 than at 100,000', round((large.heap.large - large.heap.small) / 1e6), 20),
    );
  }
  return bars;
}

const digest = ({ times, answers }: Race) => ({
  ms: Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, { median: round(median(list)), best: round(Math.min(...list)), n: list.length }]),
  ),
  answers,
});

/** What stands behind the bars. */
export function summaryOf({ capture, bulk, large }: Stages): Record<string, unknown> {
  return {
    ...(capture && { capture: { ...digest(capture), sealMs: round(median(capture.sealing)), fileMs: round(median(capture.filing)) } }),
    ...(bulk && { import: digest(bulk.load), scan: digest(bulk.scan) }),
    ...(large && { large: { ...digest(large.race), observations: large.observations, builtMs: round(large.built), heap: large.heap } }),
  };
}
