import { Dialog } from '../../components/Dialog';
import { EraseBox } from '../../components/EraseBox';
import { OwnTimes } from '../../components/OwnTimes';
import { RetentionChoice } from '../../components/RetentionChoice';
import { goingWords, RetentionHeld } from '../../components/RetentionHeld';
import { formatDay, t } from '../../lib/i18n';
import { ownTimes, timesInForce } from '../../lib/store/kept-for';
import { heldBack, retirementAt } from '../../lib/store/retention';
import { asked, confirmTime, eraseHeld, keepHeld, setTime } from './retention-actions';
import { useLive } from './useLive';
import { useRetention } from './useRetention';
import { useLooks } from './useStoreHealth';
import type { Workspace } from './workspace-data';

/** How long captures are kept: all of them, those of an account or a study, and what waits for a word before it goes. */
export function Retention({ accounts, studies }: Pick<Workspace, 'accounts' | 'studies'>) {
  const { from, months, options } = useRetention('captures');
  const times = studies.map(({ id, keepMonths }) => `${id} ${keepMonths}`).join(' ');
  const key = `retention ${String(months)} ${useLooks()} ${times} ${accounts.length}`;
  const { value } = useLive(key, async () => ({
    own: await ownTimes(),
    held: await heldBack(),
    going: await retirementAt(Date.now(), await timesInForce(months ?? null)),
  }));
  const question = asked.value;
  return (
    <RetentionChoice
      words={{
        ...{ title: t('retention'), why: t('retention_words'), keep: t('retention_keep') },
        from: from === null ? null : t('retention_from', formatDay(from)),
      }}
      options={options}
      months={months}
      onMonths={(general) => setTime({ general })}
    >
      {value?.held && <RetentionHeld held={value.held} going={value.going} onErase={() => eraseHeld(value.going)} onKeep={keepHeld} />}
      {value && months !== undefined && (accounts.length > 0 || studies.length > 0) && (
        <OwnTimes
          accounts={accounts}
          studies={studies}
          own={value.own}
          general={months}
          onMonths={(what, next) => setTime({ what, months: next })}
        />
      )}
      {question && (
        <Dialog title={t('retention_ask_title')} onClose={forget}>
          <EraseBox
            words={goingWords('retention_ask', question.going)}
            action={t('retention_ask_yes')}
            onErase={confirmTime}
            onCancel={forget}
          />
        </Dialog>
      )}
    </RetentionChoice>
  );
}

const forget = () => {
  asked.value = null;
};
