import { useState } from 'preact/hooks';
import { formatAgo, plural, t } from '../lib/i18n';
import type { AccountRecord } from '../lib/model/rollup';
import type { Brand, Study } from '../lib/model/study';
import type { Role } from '../lib/model/vocabulary';
import { accountName, unassigned } from '../lib/study-edits';
import { Icon } from './Icon';
import { RoleSelect } from './RoleMark';

interface Props {
  study: Study;
  accounts: readonly AccountRecord[];
  networks: Record<string, string>;
  now: number;
  onRename: (name: string) => void;
  onRemoveStudy: () => void;
  onAddBrand: (name: string, role: Role, accounts: string[]) => void;
  onEditBrand: (id: string, change: Partial<Pick<Brand, 'name' | 'role'>>) => void;
  onRemoveBrand: (brand: Brand) => void;
  onAssign: (accountKey: string, brandId: string | null) => void;
}

/** Who is compared: the study's name, its brands with their roles, and the captured accounts that belong to them. */
export function StudyEditor(props: Props) {
  const { study, accounts, onRename, onRemoveStudy } = props;
  const free = unassigned(study, accounts);
  return (
    <div class="editor">
      <div class="editor-head">
        <label>
          <span>{t('study_name')}</span>
          <input
            value={study.name}
            maxLength={120}
            onChange={(event) => event.currentTarget.value.trim() && onRename(event.currentTarget.value.trim())}
          />
        </label>
        <button type="button" class="quiet" onClick={onRemoveStudy}>
          <Icon name="remove" /> {t('remove_study')}
        </button>
      </div>
      {free.length > 0 && (
        <section class="free">
          <h3>{plural('accounts_free', free.length)}</h3>
          <ul>
            {free.map((account) => (
              <FreeAccount key={account.accountKey} account={account} {...props} />
            ))}
          </ul>
        </section>
      )}
      <ul class="brands">
        {study.brands.map((brand) => (
          <BrandItem key={brand.id} brand={brand} {...props} />
        ))}
      </ul>
      <NewBrand {...props} />
    </div>
  );
}

function BrandItem({ brand, accounts, networks, onEditBrand, onRemoveBrand, onAssign }: Props & { brand: Brand }) {
  const known = new Map(accounts.map((account) => [account.accountKey, account]));
  return (
    <li>
      <RoleSelect value={brand.role} label={t('role_of', brand.name)} onChange={(role) => onEditBrand(brand.id, { role })} />
      <input
        aria-label={t('brand_name')}
        value={brand.name}
        maxLength={120}
        onChange={(event) => event.currentTarget.value.trim() && onEditBrand(brand.id, { name: event.currentTarget.value.trim() })}
      />
      <span class="brand-accounts">
        {brand.accounts.map((key) => {
          const account = known.get(key);
          const words = `${networks[account?.network ?? ''] ?? key.split(':')[0]} · ${account?.handle ?? key}`;
          return (
            <button key={key} type="button" class="chip" onClick={() => onAssign(key, null)}>
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
    </li>
  );
}

function FreeAccount({ account, study, networks, now, onAddBrand, onAssign }: Props & { account: AccountRecord }) {
  const hasOwn = study.brands.some((brand) => brand.role === 'own');
  const [role, setRole] = useState<Role>(hasOwn ? 'direct' : 'own');
  const name = accountName(account);
  return (
    <li>
      <span class="free-name">
        {name}
        <span class="brand-notes">
          {networks[account.network] ?? account.network} · {formatAgo(account.lastSeenAt, now)}
        </span>
      </span>
      <RoleSelect value={role} label={t('role_of', name)} onChange={setRole} />
      <button type="button" onClick={() => onAddBrand(name, role, [account.accountKey])}>
        {t('add_as_brand')}
      </button>
      {study.brands.length > 0 && (
        <select
          aria-label={t('assign_to', name)}
          value=""
          onChange={(event) => event.currentTarget.value && onAssign(account.accountKey, event.currentTarget.value)}
        >
          <option value="">{t('assign')}</option>
          {study.brands.map((brand) => (
            <option key={brand.id} value={brand.id}>
              {brand.name}
            </option>
          ))}
        </select>
      )}
    </li>
  );
}

function NewBrand({ onAddBrand }: Props) {
  const [role, setRole] = useState<Role>('direct');
  return (
    <form
      class="new-brand"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const name = String(new FormData(form).get('name') ?? '').trim();
        if (!name) return;
        onAddBrand(name, role, []);
        form.reset();
      }}
    >
      <RoleSelect value={role} label={t('role')} onChange={setRole} />
      <input name="name" aria-label={t('brand_name')} placeholder={t('brand_name')} maxLength={120} required />
      <button type="submit">
        <Icon name="add" /> {t('add_brand')}
      </button>
    </form>
  );
}
