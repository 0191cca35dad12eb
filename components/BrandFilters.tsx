import type { BrandFilter } from '../lib/benchmark/brands';
import { formatCountry, plural, t } from '../lib/i18n';
import type { Brand } from '../lib/model/study';
import { Icon } from './Icon';
import { ROLE_ORDER } from './RoleMark';

interface Props {
  brands: readonly Brand[];
  filter: BrandFilter;
  onFilter: (change: Partial<BrandFilter>) => void;
}

const SIDES = ['b2b', 'b2c'] as const;

/** What brands can be narrowed by: only what is known of at least one. */
export function BrandFilters({ brands, filter, onFilter }: Props) {
  const roles = ROLE_ORDER.filter((role) => brands.some((brand) => brand.role === role));
  const sides = SIDES.filter((side) => brands.some(({ audience }) => audience === side || audience === 'both'));
  const countries = [...new Set(brands.flatMap(({ country }) => country ?? []))].map((code) => ({ code, name: formatCountry(code) }));
  return (
    <>
      <Choice
        label={t('role')}
        all={t('all_roles')}
        value={filter.role}
        onChange={(role) => onFilter({ role: role as BrandFilter['role'] })}
      >
        {roles.map((role) => [role, t(`role_${role}`)])}
      </Choice>
      {sides.length > 0 && (
        <Choice
          label={t('audience')}
          all={t('all_audiences')}
          value={filter.audience}
          onChange={(audience) => onFilter({ audience: audience as BrandFilter['audience'] })}
        >
          {sides.map((side) => [side, t(`audience_${side}`)])}
        </Choice>
      )}
      {countries.length > 0 && (
        <Choice label={t('country')} all={t('all_countries')} value={filter.country} onChange={(country) => onFilter({ country })}>
          {countries.sort((a, b) => a.name.localeCompare(b.name)).map(({ code, name }) => [code, name])}
        </Choice>
      )}
    </>
  );
}

interface ChoiceProps {
  label: string;
  all: string;
  value: string | null;
  onChange: (value: string | null) => void;
  children: [value: string, name: string][];
}

function Choice({ label, all, value, onChange, children }: ChoiceProps) {
  return (
    <label class="inline">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
        <option value="">{all}</option>
        {children.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The filters that are on, each a chip that takes itself off, and how many brands are left. */
export function BrandChips({ brands, filter, shown, onFilter }: Props & { shown: number }) {
  const { role, audience, country } = filter;
  const chips: [string, Partial<BrandFilter>][] = [];
  if (role) chips.push([t('chip', t('role'), t(`role_${role}`)), { role: null }]);
  if (audience) chips.push([t('chip', t('audience'), t(`audience_${audience}`)), { audience: null }]);
  if (country) chips.push([t('chip', t('country'), formatCountry(country)), { country: null }]);
  if (chips.length === 0) return null;
  return (
    <div class="chips">
      <output class="muted">{plural('brands_shown', shown, brands.length)}</output>
      {chips.map(([words, off]) => (
        <button key={words} type="button" class="chip" onClick={() => onFilter(off)}>
          {words}
          <Icon name="close" label={t('chip_remove')} />
        </button>
      ))}
    </div>
  );
}
