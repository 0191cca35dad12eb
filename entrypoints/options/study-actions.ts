import { t } from '../../lib/i18n';
import { ingest } from '../../lib/ingest';
import type { AccountRecord } from '../../lib/model/rollup';
import type { Brand, Study } from '../../lib/model/study';
import type { Role } from '../../lib/model/vocabulary';
import { sampleStudy } from '../../lib/sample';
import { forgetStrays, putAnswersBack } from '../../lib/store/answers';
import { eraseAccount } from '../../lib/store/erase';
import { exclusively } from '../../lib/store/lock';
import { changeStudy, putStudy, removeStudy } from '../../lib/store/studies';
import { bringTags } from '../../lib/store/tags';
import {
  accountName,
  addBrand,
  assign,
  type BrandChange,
  copyOf,
  dismiss,
  editBrand,
  freeName,
  newStudy,
  offerAgain,
  removeBrand,
  restoreBrand,
  type StudyChange,
} from '../../lib/study-edits';
import type { Suggestion } from '../../lib/suggestions';
import { attempt, say } from './toast';

/** Makes a study and returns its id. */
export function createStudy(name: string, studies: readonly Study[]): string {
  const study = newStudy(crypto.randomUUID(), freeName(name, studies), Date.now());
  attempt(putStudy(study));
  return study.id;
}

/** Makes a study of another one's brands, to be changed, and returns its id. */
export function copyStudy(study: Study, studies: readonly Study[]): string {
  const copy = copyOf(study, crypto.randomUUID(), freeName(t('study_copy_name', study.name), studies), Date.now());
  attempt(putStudy(copy).then(() => say(t('study_copied', copy.name), { onUndo: () => attempt(removeStudy(copy.id)) })));
  return copy.id;
}

/** What can be done to a study, each change saved at once, onto the study as it is stored by then. */
export function actionsOn(study: Study) {
  const change = (edit: (stored: Study) => Study) => attempt(changeStudy(study.id, edit));
  /** Makes a change that can be taken back for a while; it is said to be done when it is. */
  const withUndo = (words: string, edit: (stored: Study) => Study, back: (stored: Study) => Study) =>
    attempt(changeStudy(study.id, edit).then(() => say(words, { onUndo: () => change(back) })));
  return {
    onPeriod: (days: number | null) => change((stored) => ({ ...stored, days })),
    onStudy: (edit: StudyChange) => change((stored) => ({ ...stored, ...edit })),
    onAddBrand: (name: string, role: Role) => change((stored) => addBrand(stored, crypto.randomUUID(), name, role, [])),
    onEditBrand: (id: string, edit: BrandChange) => change((stored) => editBrand(stored, id, edit)),
    onTakeOut: (accountKey: string, words: string, { id, name }: Brand) =>
      withUndo(
        t('account_taken_out', words, name),
        (stored) => assign(stored, accountKey, null),
        (stored) => assign(stored, accountKey, id),
      ),
    onRemoveBrand: (brand: Brand) => {
      const place = study.brands.findIndex(({ id }) => id === brand.id);
      const back = (stored: Study) => restoreBrand(stored, brand, place);
      const removed = changeStudy(study.id, (stored) => removeBrand(stored, brand.id));
      leaving(removed, t('brand_removed', brand.name), () => changeStudy(study.id, back));
    },
    onRemoveStudy: () => leaving(removeStudy(study.id), t('study_removed', study.name), () => putStudy(study)),
    onJoin: ({ account, dismissed }: Suggestion, brandId: string) => {
      const brand = study.brands.find(({ id }) => id === brandId);
      withUndo(
        t('account_added', accountName(account), brand?.name ?? ''),
        (stored) => assign(stored, account.accountKey, brandId),
        (stored) => asBefore(assign(stored, account.accountKey, null), account.accountKey, dismissed),
      );
    },
    onNewBrand: ({ account, dismissed }: Suggestion, name: string, role: Role) => {
      const id = crypto.randomUUID();
      withUndo(
        t('account_added_new', name),
        (stored) => addBrand(stored, id, name, role, [account.accountKey]),
        (stored) => asBefore(removeBrand(stored, id), account.accountKey, dismissed),
      );
    },
    onDismiss: ({ account }: Suggestion) =>
      withUndo(
        t('suggestion_dismissed', accountName(account)),
        (stored) => dismiss(stored, account.accountKey),
        (stored) => offerAgain(stored, [account.accountKey]),
      ),
  };
}

/** What was said of brands goes with them, and comes back with them. */
const leaving = (removed: Promise<void>, words: string, back: () => Promise<void>) =>
  attempt(removed.then(forgetStrays).then((taken) => say(words, { onUndo: () => attempt(back().then(() => putAnswersBack(taken))) })));

const asBefore = (study: Study, accountKey: string, dismissed: boolean) => (dismissed ? dismiss(study, accountKey) : study);

/** Loads the sample study: its captures go through the same door as real ones. Resolves to its id. */
export async function loadSample(): Promise<string> {
  const { study, captures, tags } = sampleStudy(Date.now());
  for (const capture of captures) await ingest(capture, { sample: true });
  await exclusively(() => bringTags(tags, []));
  await putStudy(study);
  return study.id;
}

/** Removes the sample study with everything invented. */
export async function removeSample(study: Study, accounts: readonly AccountRecord[]): Promise<void> {
  await removeStudy(study.id);
  await forgetStrays();
  for (const account of accounts) if (account.sample) await eraseAccount(account.accountKey);
}
