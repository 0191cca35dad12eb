import { t } from '../lib/i18n';
import type { Study } from '../lib/model/study';
import { byClient } from '../lib/study-edits';
import { Icon } from './Icon';

interface Props {
  studies: readonly Study[];
  study: Study;
  onChoose: (id: string) => void;
  onPeriod: (days: number | null) => void;
  onNew: () => void;
}

const PERIODS = [30, 90, 365] as const;

/** Which study and which period, above every view. */
export function StudyBar({ studies, study, onChoose, onPeriod, onNew }: Props) {
  const known: readonly number[] = PERIODS;
  return (
    <div class="study-bar">
      <label>
        <span>{t('study')}</span>
        <select value={study.id} onChange={(event) => onChoose(event.currentTarget.value)}>
          {byClient(studies).map(([client, list]) => {
            const options = list.map(({ id, name, sample }) => (
              <option key={id} value={id}>
                {sample ? t('sample_option', name) : name}
              </option>
            ));
            return client === null ? (
              options
            ) : (
              <optgroup key={client} label={client}>
                {options}
              </optgroup>
            );
          })}
        </select>
      </label>
      <label>
        <span>{t('period')}</span>
        <select value={study.days ?? ''} onChange={(event) => onPeriod(Number(event.currentTarget.value) || null)}>
          {PERIODS.map((days) => (
            <option key={days} value={days}>
              {t('last_days', days)}
            </option>
          ))}
          {study.days !== null && !known.includes(study.days) && <option value={study.days}>{t('last_days', study.days)}</option>}
          <option value="">{t('all_time')}</option>
        </select>
      </label>
      <button type="button" class="quiet" onClick={onNew}>
        <Icon name="add" /> {t('new_study')}
      </button>
    </div>
  );
}
