import { useState } from 'preact/hooks';
import { plural, t } from '../lib/i18n';
import type { AccountRecord } from '../lib/model/rollup';
import type { Study } from '../lib/model/study';
import { accountName } from '../lib/study-edits';
import { Dialog } from './Dialog';
import { EraseBox } from './EraseBox';

/** What is to be erased. */
export type Erasable = { account: AccountRecord } | { study: Study } | 'everything';

interface Props {
  accounts: readonly AccountRecord[];
  studies: readonly Study[];
  onErase: (what: Erasable) => void;
}

/** Erasing one account, one study with its captures, or everything; and what erasing can promise. */
export function EraseChoices({ accounts, studies, onErase }: Props) {
  const [asked, ask] = useState<Erasable | null>(null);
  return (
    <section class="danger-zone">
      <h2>{t('erase_title')}</h2>
      <p>{t('erase_undo_words')}</p>
      {accounts.length > 0 && (
        <Choice
          label={t('erase_which_account')}
          options={accounts.map((account) => [account.accountKey, `${accountName(account)} · ${t(`network_${account.network}`)}`])}
          action={t('erase_account')}
          onChoose={(key) => {
            const account = accounts.find(({ accountKey }) => accountKey === key);
            if (account) ask({ account });
          }}
        />
      )}
      {studies.length > 0 && (
        <Choice
          label={t('erase_which_study')}
          options={studies.map((study) => [study.id, study.name])}
          action={t('erase_study')}
          onChoose={(id) => {
            const study = studies.find((one) => one.id === id);
            if (study) ask({ study });
          }}
        />
      )}
      <div class="choice">
        <span>{t('erase_all_short')}</span>
        <button type="button" class="danger" onClick={() => ask('everything')}>
          {t('erase_all')}
        </button>
      </div>
      <p class="muted">{t('erase_disk')}</p>
      {asked && <EraseDialog what={asked} accounts={accounts} onErase={onErase} onClose={() => ask(null)} />}
    </section>
  );
}

interface ChoiceProps {
  label: string;
  options: [value: string, words: string][];
  action: string;
  onChoose: (value: string) => void;
}

function Choice({ label, options, action, onChoose }: ChoiceProps) {
  const [chosen, choose] = useState('');
  const value = options.some(([option]) => option === chosen) ? chosen : '';
  return (
    <div class="choice">
      <label>
        <span>{label}</span>
        <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('erase_choose')}</option>
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="danger" disabled={value === ''} onClick={() => onChoose(value)}>
        {action}
      </button>
    </div>
  );
}

/** Says how much goes before it goes; everything at once asks for a typed word as well. */
export function EraseDialog({
  what,
  accounts,
  onErase,
  onClose,
}: Pick<Props, 'accounts' | 'onErase'> & { what: Erasable; onClose: () => void }) {
  const [title, words, action] = sayingOf(what, accounts);
  return (
    <Dialog title={title} onClose={onClose}>
      <EraseBox
        words={words}
        {...(what === 'everything' ? { word: t('erase_word') } : {})}
        action={action}
        onErase={() => {
          onErase(what);
          onClose();
        }}
        onCancel={onClose}
      />
    </Dialog>
  );
}

function sayingOf(what: Erasable, accounts: readonly AccountRecord[]): [title: string, words: string, action: string] {
  if (what === 'everything') return [t('erase_all'), t('erase_all_words'), t('erase_all')];
  if ('account' in what)
    return [t('erase_account_of', accountName(what.account)), plural('erase_account_words', what.account.snapshots), t('erase_account')];
  const keys = new Set(what.study.brands.flatMap((brand) => brand.accounts));
  const captures = accounts.filter(({ accountKey }) => keys.has(accountKey)).reduce((sum, { snapshots }) => sum + snapshots, 0);
  return [t('erase_account_of', what.study.name), plural('erase_study_words', captures), t('erase_study')];
}
