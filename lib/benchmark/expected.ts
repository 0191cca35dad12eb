import { median } from 'simple-statistics';
import { groupedBy } from '../model/grouped';
import type { PostState } from '../model/rollup';
import { productOf } from '../stats/combine';
import type { Estimate } from '../stats/greater';
import { spreadOf } from '../stats/robust';
import { shrink } from '../stats/shrink';
import { type Bounded, typical } from '../stats/typical';
import type { AgeCurves, CurveName } from './age';
import { type ExpectedBy, finalOf } from './final-count';

/** From here on formats are told apart; with fewer posts the account alone is. */
const FEWEST_FOR_FORMATS = 20;
/** Sampling variance of a median of normal values, against that of their mean. */
const MEDIAN_VARIANCE = Math.PI / 2;

/** Expected final count by format. */
export function expectation(
  posts: PostState[],
  by: ExpectedBy,
  curves: AgeCurves,
  name: CurveName,
): (format: PostState['format']) => Estimate {
  const finals = posts.flatMap((post) => {
    const final = finalOf(post, by, curves, name);
    return typeof final === 'string' ? [] : [{ format: post.format, final }];
  });
  const formats = finals.length < FEWEST_FOR_FORMATS ? new Map<PostState['format'], Estimate>() : formatFactors(finals);
  const level = typical(
    finals.map(({ format, final }) => {
      const factor = formats.get(format)?.value ?? 1;
      return { value: final.value / factor, low: final.low / factor, high: final.high / factor, half: final.half };
    }),
  );
  const whole = { value: level.value ?? 0, low: level.low ?? 0, high: level.high ?? Number.POSITIVE_INFINITY };
  const byFormat = new Map([...formats].map(([format, factor]) => [format, productOf(whole, factor)]));
  return (format) => byFormat.get(format) ?? whole;
}

/** How many times the account's typical count each format gets: medians of logarithms, shrunken together. */
function formatFactors(finals: { format: PostState['format']; final: Bounded }[]): Map<PostState['format'], Estimate> {
  const logs = finals.map(({ format, final }) => ({ format, log: Math.log(final.value + final.half) }));
  const centre = median(logs.map(({ log }) => log));
  const groups = [...groupedBy(logs, ({ format }) => format)].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  if (groups.length < 2) return new Map();
  const centres = groups.map(([, group]) => median(group.map(({ log }) => log)));
  const spread = spreadOf(groups.flatMap(([, group], i) => group.map(({ log }) => log - (centres[i] ?? 0))));
  if (spread === 0) return new Map();
  const shrunk = shrink(
    groups.map(([, group], i) => ({ value: (centres[i] ?? 0) - centre, variance: (MEDIAN_VARIANCE * spread ** 2) / group.length })),
  );
  return new Map(
    groups.map(([format], i) => {
      const { value = 0, low = 0, high = 0 } = shrunk[i] ?? {};
      return [format, { value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) }];
    }),
  );
}
