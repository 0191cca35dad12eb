import { CATEGORY_IDS, type CriterionId } from '../lib/audits/audit';
import { criteria } from '../lib/audits/index';
import { PRESET_IDS, type PresetId, type Weights, weightsOf } from '../lib/audits/presets';
import { categoryKey, criterionKey, presetKey } from '../lib/audits/words';
import { formatRate, t } from '../lib/i18n';

/** A preset, or weights of the user's own, which need not add up to 100. */
export interface WeightChoice {
  preset: PresetId;
  own: Weights | null;
}

interface Props {
  choice: WeightChoice;
  onChoice: (choice: WeightChoice) => void;
}

/** Which preset; its weights can be changed one by one, and put back. */
export function PresetSelect({ choice: { preset, own }, onChoice }: Props) {
  return (
    <label class="inline">
      <span>{t('audit_preset')}</span>
      <select
        value={own ? 'own' : preset}
        onChange={(event) => {
          const wanted = PRESET_IDS.find((id) => id === event.currentTarget.value);
          if (wanted) onChoice({ preset: wanted, own: null });
        }}
      >
        {PRESET_IDS.map((id) => (
          <option key={id} value={id}>
            {t(presetKey(id))}
          </option>
        ))}
        {own && <option value="own">{t(presetKey('own'))}</option>}
      </select>
    </label>
  );
}

const MOST = 100;

/** The weight of every criterion, in points of the whole. */
export function AuditWeights({ choice, onChoice }: Props) {
  const { preset, own } = choice;
  const weights = own ?? weightsOf(preset);
  const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const change = (id: CriterionId, value: number) =>
    onChoice({ preset, own: { ...weights, [id]: Number.isFinite(value) ? Math.min(MOST, Math.max(0, value)) : 0 } });
  return (
    <details class="setup audit-weights">
      <summary>{t('audit_weights_change')}</summary>
      <p class="muted">{t('audit_weights_words')}</p>
      <div class="audit-weight-groups">
        {CATEGORY_IDS.map((category) => (
          <fieldset key={category}>
            <legend>{t(categoryKey(category))}</legend>
            {criteria
              .filter((criterion) => criterion.category === category)
              .map(({ id }) => (
                <label key={id}>
                  <span>{t(criterionKey(id))}</span>
                  <input
                    type="number"
                    min="0"
                    max={MOST}
                    step="any"
                    value={Math.round(weights[id] * 10) / 10}
                    onChange={(event) => change(id, event.currentTarget.valueAsNumber)}
                  />
                </label>
              ))}
          </fieldset>
        ))}
      </div>
      <p class="row">
        <span>{t('audit_weights_sum', formatRate(all))}</span>{' '}
        <button type="button" disabled={own === null} onClick={() => onChoice({ preset, own: null })}>
          {t('audit_weights_reset')}
        </button>
      </p>
    </details>
  );
}
