/**
 * How strongly cells are tinted, 0 to 1, by their place between the smallest and the largest of their values on a logarithmic scale; what is
 * unknown or zero is not tinted, and a single value neither.
 */
export function tintOf(values: readonly (number | null)[]): (value: number | null) => number {
  const logs = values.flatMap((value) => (value !== null && value > 0 ? [Math.log(value)] : []));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  return (value) => {
    if (value === null || value <= 0 || !(high > low)) return 0;
    return Math.round((100 * (Math.log(value) - low)) / (high - low)) / 100;
  };
}
