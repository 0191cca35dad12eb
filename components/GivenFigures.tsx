import { figuring, NO_REGISTER, registering } from '../lib/answer-edits';
import { t } from '../lib/i18n';
import type { OwnerFigures } from '../lib/model/answers';
import { DayField, NumberField } from './CheckedField';
import type { GivenProps } from './GivenBox';
import { Judged } from './Judged';

type Figure = keyof OwnerFigures;
/** Each counts only with the other one of its pair. */
const PAIRS: readonly [Figure, Figure][] = [
  ['visits', 'conversions'],
  ['costPerAcquisition', 'acquisitionCeiling'],
  ['costPerLead', 'leadCeiling'],
  ['production', 'advertising'],
];
const WHOLE: readonly Figure[] = ['visits', 'conversions'];

/** Visits, conversions, costs with their ceilings, and the split of the budget. */
export function GivenFigures({ answers: { figures = {} }, onEdit }: GivenProps) {
  const refuse = (figure: Figure, value: number) => {
    const { visits, conversions }: OwnerFigures = { ...figures, [figure]: value };
    const impossible = WHOLE.includes(figure) && visits !== undefined && conversions !== undefined && conversions > visits;
    return impossible ? t('given_more_conversions') : null;
  };
  return (
    <div class="given-fields given-pairs">
      {PAIRS.map((pair) => (
        <div key={pair[0]} class="given-pair">
          {pair.map((figure, place) => {
            const partner = pair[place === 0 ? 1 : 0];
            const alone = figures[figure] !== undefined && partner !== undefined && figures[partner] === undefined;
            return (
              <NumberField
                key={figure}
                label={t(`given_figure_${figure}`)}
                value={figures[figure]}
                whole={WHOLE.includes(figure)}
                hint={alone ? t('given_half', t(`given_figure_${partner}`)) : undefined}
                refuse={(value) => refuse(figure, value)}
                onValue={(value) => onEdit(figuring({ [figure]: value }))}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

/** What is written down, and when access and contents were last backed up. */
export function GivenRegister({ answers, today, onEdit }: GivenProps) {
  const { charter, roles, escalation, backedUpAt } = answers.register ?? NO_REGISTER;
  return (
    <div class="given-fields">
      <Judged label={t('given_charter')} value={charter} onValue={(value) => onEdit(registering({ charter: value }))} />
      <Judged label={t('given_roles')} value={roles} onValue={(value) => onEdit(registering({ roles: value }))} />
      <Judged label={t('given_escalation')} value={escalation} onValue={(value) => onEdit(registering({ escalation: value }))} />
      <DayField
        label={t('given_backup')}
        value={backedUpAt ?? undefined}
        today={today}
        onValue={(time) => onEdit(registering({ backedUpAt: time ?? null }))}
      />
    </div>
  );
}
