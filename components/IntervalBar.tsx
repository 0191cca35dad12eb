interface Props {
  value: number;
  low: number;
  high: number;
  /** Right end of the scale; the left end is zero. Shared by a column, so that its bars compare. */
  max: number;
  /** Where the peers' typical value is drawn as a line. */
  reference?: number | null;
}

/** The interval of a figure as a thin bar. Decorative: the figures stand beside it as text. */
export function IntervalBar({ value, low, high, max, reference = null }: Props) {
  const at = (x: number) => (max > 0 ? Math.min(100, Math.max(0, (x / max) * 100)) : 0);
  const width = Math.max(1, at(high) - at(low));
  return (
    <svg class="interval" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="interval-track" x="0" y="3.5" width="100" height="1" />
      <rect class="interval-range" x={Math.min(at(low), 99)} y="2" width={width} height="4" />
      {reference !== null && <rect class="interval-reference" x={Math.min(at(reference), 99.2)} y="0" width="0.8" height="8" />}
      <rect class="interval-value" x={Math.min(Math.max(0, at(value) - 0.9), 98.2)} y="0" width="1.8" height="8" />
    </svg>
  );
}
