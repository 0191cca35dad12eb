import type { CriterionChange, RunChange } from '../lib/audits/compare-runs';
import { becauseKey, criterionKey, stateKey } from '../lib/audits/words';
import { formatChance, formatList, formatShare, t } from '../lib/i18n';
import { scoreText } from '../lib/reports/words';
import { TableScroll } from './TableScroll';

interface Props {
  change: RunChange;
  /** When each was made, in words. */
  before: string;
  after: string;
  onClose: () => void;
}

/** What parts two audits of a brand, and whether it is more than noise. */
export function AuditChange({ change, before, after, onClose }: Props) {
  return (
    <section class="audit-change">
      <h2>{t('audit_change', before, after)}</h2>
      <p class="verdict">{overallText(change)}</p>
      <p class="muted">{t('audit_change_coverage', formatShare(change.coverage[0]), formatShare(change.coverage[1]))}</p>
      {change.because.length > 0 && (
        <p class="warn">{t('audit_change_because', formatList(change.because.map((each) => t(becauseKey(each)))))}</p>
      )}
      {change.criteria.length > 0 && (
        <TableScroll label={t('audit_change', before, after)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('audit_criterion')}</th>
                <th scope="col" class="numeric">
                  {before}
                </th>
                <th scope="col" class="numeric">
                  {after}
                </th>
                <th scope="col">{t('audit_change_noise')}</th>
              </tr>
            </thead>
            <tbody>
              {change.criteria.map((each) => (
                <Row key={each.id} change={each} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <p>
        <button type="button" onClick={onClose}>
          {t('close')}
        </button>
      </p>
    </section>
  );
}

function Row({ change }: { change: CriterionChange }) {
  const { id, before, after, states, beyondNoise } = change;
  return (
    <tr class={beyondNoise ? 'beyond' : undefined}>
      <th scope="row">{t(criterionKey(id))}</th>
      <td class={`numeric${before === null ? ' hatched' : ''}`}>{before === null ? t(stateKey(states[0])) : scoreText(before)}</td>
      <td class={`numeric${after === null ? ' hatched' : ''}`}>{after === null ? t(stateKey(states[1])) : scoreText(after)}</td>
      <td>{noiseText(change)}</td>
    </tr>
  );
}

function noiseText({ chance, beyondNoise, otherVersion, otherReference }: CriterionChange): string {
  const said =
    chance === null
      ? t('audit_change_none')
      : t(beyondNoise ? 'audit_change_sure' : 'audit_change_unsure', formatChance(Math.max(chance, 1 - chance)));
  return [said, otherVersion && t('audit_change_version'), otherReference && t('audit_change_reference')].filter(Boolean).join(' ');
}

function overallText({ overall: { before, after, chance, beyondNoise } }: RunChange): string {
  if (before === null || after === null || chance === null) return t('audit_change_unknown');
  const [from, to] = [scoreText(before), scoreText(after)];
  if (!beyondNoise) return t('audit_change_same', from, to);
  return t(after > before ? 'audit_change_up' : 'audit_change_down', from, to, formatChance(Math.max(chance, 1 - chance)));
}
