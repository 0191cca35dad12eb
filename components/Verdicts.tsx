import type { BrandRow } from '../lib/benchmark/result';
import { neededToPart, type Standing } from '../lib/benchmark/standing';
import { formatCount, formatPercent, plural, t } from '../lib/i18n';

interface Props {
  rows: readonly BrandRow[];
  standing: (brandId: string, kpi: 'erFollowers') => Standing;
}

/** What the benchmark says of the user's own brands, in a sentence each; that nothing can be shown is a result too. */
export function Verdicts({ rows, standing }: Props) {
  const own = rows.filter((row) => row.role === 'own');
  if (own.length === 0) return null;
  return (
    <div class="verdicts">
      {own.map((row) => (
        <p key={row.brandId} class="verdict">
          {verdict(row.name, standing(row.brandId, 'erFollowers'))}
        </p>
      ))}
    </div>
  );
}

/** The sentence for one brand. */
export function verdict(name: string, standing: Standing): string {
  const { own, peers, difference } = standing;
  if (own.value === null) return t('verdict_unmeasured', name);
  const typical = formatPercent(own.value);
  if (peers.value === null || difference === null) return t('verdict_alone', name, typical);
  const others = formatPercent(peers.value);
  if (difference === 'cannot-tell') {
    const needed = neededToPart(standing);
    const unclear = plural('verdict_unclear', own.n, name, typical, others);
    return needed === null ? unclear : `${unclear} ${t('verdict_needed', formatCount(needed))}`;
  }
  return t(`verdict_${difference}`, name, typical, others);
}
