import type { Erasable } from '../../components/EraseChoices';
import { t } from '../../lib/i18n';
import type { ErasureTarget } from '../../lib/store/erase';
import { scheduleErasure } from '../../lib/store/erase-later';
import { accountName } from '../../lib/study-edits';
import { attempt, say } from './toast';
import { lookAgain } from './useStoreHealth';

/** Erases after ten seconds in which it can be undone; also when this page is closed meanwhile. */
export function erase(what: Erasable): void {
  const [target, words] = saying(what);
  const begun = scheduleErasure(target, Date.now()).then(({ undo, done }) => {
    const takeBack = () => undo().then((back) => say(t(back ? 'erasure_undone' : 'erasure_too_late')));
    say(words, { onUndo: () => attempt(takeBack()) });
    attempt(done.finally(lookAgain));
  });
  attempt(begun);
}

function saying(what: Erasable): [ErasureTarget, string] {
  if (what === 'everything') return [{ kind: 'everything' }, t('all_erased')];
  if ('account' in what) return [{ kind: 'account', accountKey: what.account.accountKey }, t('account_erased', accountName(what.account))];
  return [{ kind: 'study', studyId: what.study.id }, t('study_erased', what.study.name)];
}
