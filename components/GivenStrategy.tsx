import { adding, declaringNone, editing } from '../lib/answer-edits';
import { t } from '../lib/i18n';
import { LONGEST_TEXT, MOST_KPIS, MOST_OBJECTIVES, type Objective } from '../lib/model/answers';
import type { GivenProps } from './GivenBox';
import { Full, GivenLine, RemoveButton } from './GivenLine';
import { Judged } from './Judged';
import { NameInput } from './NameInput';

const ASKED = ['specific', 'measurable', 'attainable', 'relevant', 'timed', 'business'] as const;
const OPEN = { specific: null, measurable: null, attainable: null, relevant: null, timed: null, business: null, ego: null };

/** The objectives in their own words, each judged by seven questions. */
export function GivenObjectives({ answers, onEdit, onRemove }: GivenProps) {
  const { objectives } = answers;
  const add = (text: string) => onEdit(adding('objectives', { id: crypto.randomUUID(), text, ...OPEN }));
  return (
    <>
      {objectives?.length ? (
        <ol class="given-list">
          {objectives.map((objective) => (
            <li key={objective.id}>
              <OneObjective objective={objective} onEdit={onEdit} onRemove={() => onRemove('objectives', objective, objective.text)} />
            </li>
          ))}
        </ol>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            checked={objectives !== undefined}
            onChange={(event) => onEdit(declaringNone(event.currentTarget.checked))}
          />
          {t('given_no_objective')}
        </label>
      )}
      {(objectives?.length ?? 0) < MOST_OBJECTIVES ? (
        <GivenLine
          label={t('given_objective_new')}
          error={t('given_objective_empty')}
          hint={t('given_objective_hint')}
          action={t('given_objective_add')}
          onAdd={add}
        />
      ) : (
        <Full most={MOST_OBJECTIVES} />
      )}
    </>
  );
}

function OneObjective({ objective, onEdit, onRemove }: Pick<GivenProps, 'onEdit'> & { objective: Objective; onRemove: () => void }) {
  const { id, text, ego } = objective;
  const change = (part: Partial<Objective>) => onEdit(editing('objectives', id, part));
  return (
    <fieldset class="given-objective">
      <legend class="sr-only">{text}</legend>
      <span class="given-name">
        <NameInput label={t('given_objective')} value={text} longest={LONGEST_TEXT} onName={(words) => change({ text: words })} />
        <RemoveButton label={t('given_remove', text)} onRemove={onRemove} />
      </span>
      <span class="given-judged">
        {ASKED.map((item) => (
          <Judged key={item} label={t(`item_${item}`)} value={objective[item]} onValue={(value) => change({ [item]: value })} />
        ))}
        <Judged
          label={t('item_notEgo')}
          value={ego === null ? null : !ego}
          onValue={(value) => change({ ego: value === null ? null : !value })}
        />
      </span>
    </fieldset>
  );
}

/** What the strategy watches, and whether numbers come in for it. */
export function GivenKpis({ answers: { kpis = [] }, onEdit, onRemove }: GivenProps) {
  const add = (name: string) => onEdit(adding('kpis', { id: crypto.randomUUID(), name, live: false }));
  return (
    <>
      {kpis.length > 0 && (
        <ul class="given-list">
          {kpis.map((kpi) => (
            <li key={kpi.id}>
              <span class="given-name">
                <NameInput
                  label={t('given_kpi')}
                  value={kpi.name}
                  longest={LONGEST_TEXT}
                  onName={(name) => onEdit(editing('kpis', kpi.id, { name }))}
                />
                <label class="check">
                  <input
                    type="checkbox"
                    checked={kpi.live}
                    aria-label={t('given_kpi_live_of', kpi.name)}
                    onChange={(event) => onEdit(editing('kpis', kpi.id, { live: event.currentTarget.checked }))}
                  />
                  {t('given_kpi_live')}
                </label>
                <RemoveButton label={t('given_remove', kpi.name)} onRemove={() => onRemove('kpis', kpi, kpi.name)} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {kpis.length < MOST_KPIS ? (
        <GivenLine
          label={t('given_kpi_new')}
          error={t('given_kpi_empty')}
          hint={t('given_kpi_hint')}
          action={t('given_kpi_add')}
          onAdd={add}
        />
      ) : (
        <Full most={MOST_KPIS} />
      )}
    </>
  );
}
