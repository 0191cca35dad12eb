import type { BrandRow } from '../lib/benchmark/result';
import type { Standing } from '../lib/benchmark/standing';
import { formatPercent, plural, t } from '../lib/i18n';

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
export function verdict(name: string, { own, peers, difference }: Standing): string {
  if (own.value === null) return t('verdict_unmeasured', name);
  const typical = formatPercent(own.value);
  if (peers.value === null || difference === null) return t('verdict_alone', name, typical);
  const others = formatPercent(peers.value);
  if (difference === 'cannot-tell') return plural('verdict_unclear', own.n, name, typical, others);
  return t(`verdict_${difference}`, name, typical, others);
}
