import { useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { AccountRecord } from '../lib/model/rollup';
import type { Study } from '../lib/model/study';
import { accountName } from '../lib/study-edits';
import { MonthsSelect } from './MonthsSelect';
import { RETENTIONS } from './RetentionChoice';

/** What can have a time of its own. */
export type Timed = { account: AccountRecord } | { study: Study };

interface Props {
  accounts: readonly AccountRecord[];
  studies: readonly Study[];
  /** Times of accounts, by key. */
  own: Readonly<Record<string, number | null>>;
  /** The time of all others. */
  general: number | null;
  /** Undefined takes a time back. */
  onMonths: (what: Timed, months: number | null | undefined) => void;
}

interface Line {
  id: string;
  what: Timed;
  name: string;
  kind: string;
  months: number | null | undefined;
}

/** Accounts and studies that are kept for a time of their own, and the way to give them one. */
export function OwnTimes({ accounts, studies, own, general, onMonths }: Props) {
  const lines: Line[] = [
    ...studies.map((study) => ({
      ...{ id: `study ${study.id}`, what: { study }, name: study.name, kind: t('own_times_study'), months: study.keepMonths },
    })),
    ...accounts.map((account) => ({
      ...{ id: account.accountKey, what: { account }, name: accountName(account), kind: t(`network_${account.network}`) },
      months: Object.hasOwn(own, account.accountKey) ? own[account.accountKey] : undefined,
    })),
  ];
  const set = lines.filter(({ months }) => months !== undefined);
  const open = lines.filter(({ months }) => months === undefined);
  return (
    <>
      <h3>{t('own_times')}</h3>
      <p class="muted">{t('own_times_words')}</p>
      {set.length > 0 && (
        <ul class="own-times">
          {set.map(({ id, what, name, kind, months }) => (
            <li key={id} class="choice">
              <span>
                {name} <span class="muted">{kind}</span>
              </span>
              <MonthsSelect label={t('own_times_for')} options={RETENTIONS} months={months} onMonths={(next) => onMonths(what, next)} />
              <button type="button" class="quiet" onClick={() => onMonths(what, undefined)}>
                {t('own_times_remove')}
                <span class="sr-only"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {open.length > 0 && <OneMore lines={open} general={general} onMonths={onMonths} />}
    </>
  );
}

function OneMore({ lines, general, onMonths }: Pick<Props, 'general' | 'onMonths'> & { lines: Line[] }) {
  const [chosen, choose] = useState('');
  const [months, setMonths] = useState<number | null>(general);
  const line = lines.find(({ id }) => id === chosen);
  return (
    <div class="choice">
      <label>
        <span>{t('own_times_which')}</span>
        <select value={line ? chosen : ''} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('erase_choose')}</option>
          {lines.map(({ id, name, kind }) => (
            <option key={id} value={id}>
              {name} · {kind}
            </option>
          ))}
        </select>
      </label>
      <MonthsSelect label={t('own_times_for')} options={RETENTIONS} months={months} onMonths={setMonths} />
      <button type="button" disabled={!line} onClick={() => line && onMonths(line.what, months)}>
        {t('own_times_set')}
      </button>
    </div>
  );
}
