import type { Estimate } from './greater';

/** A product of two independent positive estimates, with the interval that follows from theirs (MOVER; Zou & Donner 2008). */
export function productOf(a: Estimate, b: Estimate): Estimate {
  const value = a.value * b.value;
  return {
    value,
    low: Math.max(0, value - Math.hypot((a.value - a.low) * b.value, (b.value - b.low) * a.value)),
    high: value + Math.hypot((a.high - a.value) * b.value, (b.high - b.value) * a.value),
  };
}

/**
 * Which part of a whole one quantity is, 0 to 1, beside the rest: part / (part + rest), with the interval that follows from both by their
 * slopes (MOVER). Null where both are zero.
 */
export function shareOf(part: Estimate, rest: Estimate): Estimate | null {
  const whole = part.value + rest.value;
  if (whole <= 0) return null;
  const value = part.value / whole;
  const [byPart, byRest] = [rest.value / whole ** 2, part.value / whole ** 2];
  return {
    value,
    low: Math.max(0, value - Math.hypot((part.value - part.low) * byPart, (rest.high - rest.value) * byRest)),
    high: Math.min(1, value + Math.hypot((part.high - part.value) * byPart, (rest.value - rest.low) * byRest)),
  };
}
