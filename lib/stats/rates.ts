/** A rate with its interval. */
export interface Rate {
  value: number;
  low: number;
  high: number;
}

/**
 * Sum of independent rates with the interval of the sum: each rate's own distance to its bound, added as squares
 * (MOVER; Zou & Donner 2008, https://doi.org/10.1002/sim.3095). Of one rate it is that rate.
 */
export function sumOfRates(rates: Rate[]): Rate {
  const value = rates.reduce((sum, rate) => sum + rate.value, 0);
  const below = Math.hypot(...rates.map((rate) => rate.value - rate.low));
  const above = Math.hypot(...rates.map((rate) => rate.high - rate.value));
  return { value, low: value - below, high: value + above };
}
