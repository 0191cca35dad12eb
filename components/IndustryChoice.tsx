import { t } from '../lib/i18n';
import type { Industry } from '../lib/model/norm';

interface Props {
  all: readonly Industry[];
  chosen: Industry;
  onChange: (industry: Industry) => void;
}

/** Which industry's norms stand under the table: the study's own where it is said, and any other that is asked for. It is never guessed: industries differ by factors. */
export function IndustryChoice({ all, chosen, onChange }: Props) {
  return (
    <label class="inline">
      <span>{t('norm')}</span>
      <select value={chosen} onChange={(event) => onChange(event.currentTarget.value as Industry)}>
        {all.map((industry) => (
          <option key={industry} value={industry}>
            {t(`industry_${industry}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
