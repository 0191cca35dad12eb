import { t } from '../lib/i18n';
import type { AccountRecord } from '../lib/model/rollup';
import type { Brand, Study } from '../lib/model/study';
import type { BrandChange } from '../lib/study-edits';
import { BrandDetails } from './BrandDetails';
import { Icon } from './Icon';
import { NameInput } from './NameInput';
import { RoleSelect } from './RoleMark';

export interface BrandProps {
  study: Study;
  accounts: readonly AccountRecord[];
  networks: Record<string, string>;
  onEditBrand: (id: string, change: BrandChange) => void;
  onRemoveBrand: (brand: Brand) => void;
  onTakeOut: (accountKey: string, words: string, brand: Brand) => void;
}

/** One brand in the study editor: role, name, accounts, and what else is known of it, folded away. */
export function BrandItem({ brand, study, accounts, networks, onEditBrand, onRemoveBrand, onTakeOut }: BrandProps & { brand: Brand }) {
  const known = new Map(accounts.map((account) => [account.accountKey, account]));
  return (
    <li>
      <RoleSelect value={brand.role} label={t('role_of', brand.name)} onChange={(role) => onEditBrand(brand.id, { role })} />
      <NameInput label={t('brand_name')} value={brand.name} onName={(name) => onEditBrand(brand.id, { name })} />
      <span class="brand-accounts">
        {brand.accounts.map((key) => {
          const account = known.get(key);
          const words = `${networks[account?.network ?? ''] ?? key.split(':')[0]} · ${account?.handle ?? key}`;
          return (
            <button key={key} type="button" class="chip" onClick={() => onTakeOut(key, words, brand)}>
              {words}
              <Icon name="close" label={t('take_out', words)} />
            </button>
          );
        })}
        {brand.accounts.length === 0 && <span class="muted">{t('brand_empty')}</span>}
      </span>
      <button type="button" class="icon-button" onClick={() => onRemoveBrand(brand)}>
        <Icon name="remove" label={t('remove_brand', brand.name)} />
      </button>
      <BrandDetails brand={brand} study={study} onChange={(change) => onEditBrand(brand.id, change)} />
    </li>
  );
}
