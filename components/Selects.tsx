import { t } from '../lib/i18n';
import type { Brand } from '../lib/model/study';
import type { NetworkId } from '../lib/model/vocabulary';

interface ChoiceProps<T extends string> {
  label: string;
  options: readonly T[];
  value: T;
  name: (option: T) => string;
  onChange: (value: T) => void;
}

/** A choice among words, its label beside it. */
export function Select<T extends string>({ label, options, value, name, onChange }: ChoiceProps<T>) {
  return (
    <label class="inline">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {name(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface NetworkProps {
  networks: readonly NetworkId[];
  value: NetworkId | null;
  name: (network: NetworkId) => string;
  onChange: (network: NetworkId | null) => void;
}

/** One network, or all; nothing where there is one alone. */
export function NetworkSelect({ networks, value, name, onChange }: NetworkProps) {
  if (networks.length < 2) return null;
  return (
    <Select<NetworkId | ''>
      label={t('network')}
      options={['', ...networks]}
      value={value ?? ''}
      name={(id) => (id ? name(id) : t('all_networks'))}
      onChange={(id) => onChange(id || null)}
    />
  );
}

interface BrandProps {
  label: string;
  brands: readonly Brand[];
  value: string;
  /** Words for all of them together, where that is a choice. */
  all?: string;
  onChange: (id: string) => void;
}

/** One brand of a study, or all. */
export function BrandSelect({ label, brands, value, all, onChange }: BrandProps) {
  const names = new Map(brands.map(({ id, name }) => [id, name]));
  return (
    <Select
      label={label}
      options={[...(all === undefined ? [] : ['']), ...names.keys()]}
      value={value}
      name={(id) => (id === '' ? (all ?? '') : (names.get(id) ?? id))}
      onChange={onChange}
    />
  );
}
