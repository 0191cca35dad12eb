import { NORMAL_95 } from './distributions';

/** How long something was waited for: until it came, or until nobody looked any more. */
export interface Wait {
  time: number;
  came: boolean;
}

/** The median wait; `value` is null where less than half came while anybody looked, and then it is longer than `longest`. */
export interface MedianWait {
  value: number | null;
  low: number | null;
  /** Null where it is open. */
  high: number | null;
  /** Waits that ended. */
  came: number;
  longest: number;
}

/**
 * Median waiting time where some still wait: those count as waiting, instead of being dropped, which would flatter who answers only the easy ones
 * (Kaplan & Meier 1958, https://doi.org/10.1080/01621459.1958.10501452). The 95 % interval holds the times at which the interval of the curve, on
 * the log-log scale with Greenwood's variance, holds one half (Brookmeyer & Crowley 1982, https://doi.org/10.2307/2530286). Null for no waits.
 */
export function medianWait(waits: readonly Wait[]): MedianWait | null {
  if (!waits.length) return null;
  const sorted = [...waits].sort((a, b) => a.time - b.time);
  const found: MedianWait = { value: null, low: null, high: null, came: 0, longest: sorted.at(-1)?.time ?? 0 };
  let [waiting, curve, greenwood] = [sorted.length, 1, 0];
  for (let i = 0; i < sorted.length; ) {
    const time = sorted[i]?.time ?? 0;
    let [ended, all] = [0, 0];
    for (; sorted[i]?.time === time; i++, all++) if (sorted[i]?.came) ended++;
    if (ended > 0) {
      curve *= 1 - ended / waiting;
      greenwood += waiting > ended ? ended / (waiting * (waiting - ended)) : 0;
      found.came += ended;
      const [low, high] = boundsOf(curve, greenwood);
      if (low <= 0.5) found.low ??= time;
      if (curve <= 0.5) found.value ??= time;
      if (high <= 0.5) found.high ??= time;
    }
    waiting -= all;
  }
  return found;
}

/** 95 % interval of a point of the curve: S^exp(±z·se), se that of log(−log S). */
function boundsOf(curve: number, greenwood: number): [low: number, high: number] {
  if (curve <= 0 || curve >= 1) return [curve, curve];
  const reach = (NORMAL_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(curve));
  return [curve ** Math.exp(reach), curve ** Math.exp(-reach)];
}
