import { t } from '../../lib/i18n';
import { ingest } from '../../lib/ingest';
import type { AccountRecord } from '../../lib/model/rollup';
import type { Brand, Study } from '../../lib/model/study';
import type { Role } from '../../lib/model/vocabulary';
import { sampleStudy } from '../../lib/sample';
import { eraseAccount } from '../../lib/store/erase';
import { changeStudy, putStudy, removeStudy } from '../../lib/store/studies';
import { addBrand, assign, editBrand, newStudy, removeBrand } from '../../lib/study-edits';
import { attempt, say } from './toast';

/** Makes a study and returns its id. */
export function createStudy(name: string): string {
  const study = newStudy(crypto.randomUUID(), name, Date.now());
  attempt(putStudy(study));
  return study.id;
}

/** What can be done to a study, each change saved at once, onto the study as it is stored by then. */
export function actionsOn(study: Study) {
  const change = (edit: (stored: Study) => Study) => attempt(changeStudy(study.id, edit));
  return {
    onPeriod: (days: number | null) => change((stored) => ({ ...stored, days })),
    onRename: (name: string) => change((stored) => ({ ...stored, name })),
    onAddBrand: (name: string, role: Role, accounts: string[]) =>
      change((stored) => addBrand(stored, crypto.randomUUID(), name, role, accounts)),
    onEditBrand: (id: string, edit: Partial<Pick<Brand, 'name' | 'role'>>) => change((stored) => editBrand(stored, id, edit)),
    onAssign: (accountKey: string, brandId: string | null) => change((stored) => assign(stored, accountKey, brandId)),
    onRemoveBrand: (brand: Brand) => {
      change((stored) => removeBrand(stored, brand.id));
      say(t('brand_removed', brand.name), {
        onUndo: () => change((stored) => addBrand(stored, brand.id, brand.name, brand.role, brand.accounts)),
      });
    },
    onRemoveStudy: () => {
      attempt(removeStudy(study.id));
      say(t('study_removed', study.name), { onUndo: () => attempt(putStudy(study)) });
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
