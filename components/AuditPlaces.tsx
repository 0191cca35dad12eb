import type { Duel, Place } from '../lib/audits/ranking';
import type { AuditRun } from '../lib/audits/report';
import { formatChance, formatList, t } from '../lib/i18n';
import { scoreText } from '../lib/reports/words';
import { gradeText } from './AuditRuns';
import { RoleMark } from './RoleMark';
import { TableScroll } from './TableScroll';

interface Props {
  runs: readonly AuditRun[];
  places: readonly Place[];
  duels: readonly Duel[];
  /** The brand that the others are held against. */
  brandId: string;
}

/** Where each brand stands by what can be seen of all, with those that cannot be told apart. */
export function AuditPlaces({ runs, places, duels, brandId }: Props) {
  const named = new Map(runs.map((run) => [run.brandId, run]));
  const nameOf = (id: string) => named.get(id)?.brandName ?? '';
  const sorted = [...places].sort((a, b) => (b.overall ?? -1) - (a.overall ?? -1));
  return (
    <TableScroll label={t('audit_places')}>
      <table class="audit-places">
        <thead>
          <tr>
            <th scope="col">{t('audit_place')}</th>
            <th scope="col">{t('brand')}</th>
            <th scope="col" class="numeric">
              {t('audit_score')}
            </th>
            <th scope="col">{t('audit_grade')}</th>
            <th scope="col">{t('audit_place_duel', nameOf(brandId))}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((place) => {
            const run = named.get(place.brandId);
            if (!run) return null;
            return (
              <tr key={place.brandId} aria-selected={place.brandId === brandId}>
                <td>
                  {placeText(place)}
                  {place.tied.length > 0 && <span class="brand-notes">{t('tied_with', formatList(place.tied.map(nameOf)))}</span>}
                </td>
                <th scope="row">
                  <RoleMark role={run.role} /> {run.brandName}
                </th>
                <td class={`numeric${place.overall === null ? ' hatched' : ''}`}>
                  {place.overall === null ? t('audit_not_measurable') : scoreText(place.overall)}
                </td>
                <td>{gradeText(run)}</td>
                <td>{place.brandId === brandId ? '' : duelText(place.brandId, brandId, duels)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function placeText({ best, worst }: Place): string {
  if (best === null || worst === null) return '—';
  return best === worst ? String(best) : t('interval', best, worst);
}

/** How surely one brand is ahead of another, and whether other weights would turn it round. */
function duelText(id: string, other: string, duels: readonly Duel[]): string {
  const duel = duels.find(({ first, second }) => (first === id && second === other) || (first === other && second === id));
  if (!duel) return t('audit_place_none');
  const [chance, robustness] = duel.first === id ? [duel.chance, duel.robustness] : [1 - duel.chance, 1 - duel.robustness];
  return chance >= 0.5
    ? t('audit_place_ahead', formatChance(chance), formatChance(robustness))
    : t('audit_place_behind', formatChance(1 - chance), formatChance(1 - robustness));
}
