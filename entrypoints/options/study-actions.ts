import { addBrand, assign, editBrand, newStudy, removeBrand } from '../../components/study-edits';
import { t } from '../../lib/i18n';
import { ingest } from '../../lib/ingest';
import type { AccountRecord } from '../../lib/model/rollup';
import type { Brand, Study } from '../../lib/model/study';
import type { Role } from '../../lib/model/vocabulary';
import { sampleStudy } from '../../lib/sample';
import { eraseAccount } from '../../lib/store/erase';
import { putStudy, removeStudy } from '../../lib/store/studies';
import { attempt, say } from './toast';

/** Makes a study and returns its id. */
export function createStudy(name: string): string {
  const study = newStudy(crypto.randomUUID(), name, Date.now());
  attempt(putStudy(study));
  return study.id;
}

/** What can be done to a study, each change saved at once. */
export function actionsOn(study: Study) {
  const save = (next: Study) => attempt(putStudy(next));
  return {
    onPeriod: (days: number | null) => save({ ...study, days }),
    onRename: (name: string) => save({ ...study, name }),
    onAddBrand: (name: string, role: Role, accounts: string[]) => save(addBrand(study, crypto.randomUUID(), name, role, accounts)),
    onEditBrand: (id: string, change: Partial<Pick<Brand, 'name' | 'role'>>) => save(editBrand(study, id, change)),
    onAssign: (accountKey: string, brandId: string | null) => save(assign(study, accountKey, brandId)),
    onRemoveBrand: (brand: Brand) => {
      save(removeBrand(study, brand.id));
      say(t('brand_removed', brand.name), { onUndo: () => save(study) });
    },
    onRemoveStudy: () => {
      attempt(removeStudy(study.id));
      say(t('study_removed', study.name), { onUndo: () => save(study) });
    },
  };
}

/** Loads the sample study: its captures go through the same door as real ones. Resolves to its id. */
export async function loadSample(): Promise<string> {
  const { study, captures } = sampleStudy(Date.now());
  for (const capture of captures) await ingest(capture, { sample: true });
  await putStudy(study);
  return study.id;
}

/** Removes the sample study with everything invented. */
export async function removeSample(study: Study, accounts: readonly AccountRecord[]): Promise<void> {
  await removeStudy(study.id);
  for (const account of accounts) if (account.sample) await eraseAccount(account.accountKey);
}
