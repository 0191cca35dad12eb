import type { Ref } from 'preact';
import { plural, t } from '../lib/i18n';
import type { Format, NetworkId, PostFlag } from '../lib/model/vocabulary';
import { Icon } from './Icon';
import { type PostFilter, type PostRow, tally } from './post-rows';
import { tagName } from './tags';

interface Props {
  /** All posts of the study, before filtering: they say what can be chosen. */
  rows: readonly PostRow[];
  shown: number;
  filter: PostFilter;
  /** The figure whose posts are listed, in words. */
  keysLabel: string | null;
  networks: Record<string, string>;
  searchRef: Ref<HTMLInputElement>;
  onFilter: (change: Partial<PostFilter>) => void;
}

/** Search and filters; each filter that is on is a chip that takes itself off. */
export function PostFilters({ rows, shown, filter, keysLabel, networks, searchRef, onFilter }: Props) {
  const brands = new Map(rows.map((row) => [row.brandId, row.brand]));
  const brandName = (id: string) => brands.get(id) ?? id;
  const networkName = (id: NetworkId) => networks[id] ?? id;
  const chips: [string, Partial<PostFilter>][] = [];
  if (keysLabel !== null && filter.keys) chips.push([t('chip_keys', keysLabel), { keys: null }]);
  if (filter.brand !== null) chips.push([t('chip', t('brand'), brandName(filter.brand)), { brand: null }]);
  if (filter.network !== null) chips.push([t('chip', t('network'), networkName(filter.network)), { network: null }]);
  if (filter.format !== null) chips.push([t('chip', t('format'), t(`format_${filter.format}`)), { format: null }]);
  if (filter.flag !== null) chips.push([t('chip', t('kind'), t(`flag_${filter.flag}`)), { flag: null }]);
  if (filter.tag !== null) chips.push([t('chip', t('tag'), tagName(filter.tag)), { tag: null }]);
  if (filter.text !== '') chips.push([t('chip_text', filter.text), { text: '' }]);
  return (
    <div class="filters">
      <div class="filter-row">
        <label class="search">
          <Icon name="search" />
          <span class="sr-only">{t('search_posts')}</span>
          <input
            ref={searchRef}
            type="search"
            value={filter.text}
            placeholder={t('search_placeholder')}
            onInput={(event) => onFilter({ text: event.currentTarget.value })}
          />
        </label>
        <Choice<string>
          label={t('brand')}
          all={t('all_brands')}
          value={filter.brand}
          options={tally(rows, (row) => [row.brandId])}
          name={brandName}
          onChange={(brand) => onFilter({ brand })}
        />
        <Choice<NetworkId>
          label={t('network')}
          all={t('all_networks')}
          value={filter.network}
          options={tally(rows, (row) => [row.state.network])}
          name={networkName}
          onChange={(network) => onFilter({ network })}
        />
        <Choice<Format | 'unknown'>
          label={t('format')}
          all={t('all_formats')}
          value={filter.format}
          options={tally(rows, (row) => [row.state.format ?? 'unknown'])}
          name={(format) => t(`format_${format}`)}
          onChange={(format) => onFilter({ format })}
        />
        <Choice<PostFlag>
          label={t('kind')}
          all={t('all_kinds')}
          value={filter.flag}
          options={tally(rows, (row) => row.state.flags)}
          name={(flag) => t(`flag_${flag}`)}
          onChange={(flag) => onFilter({ flag })}
        />
        <Choice<string>
          label={t('tag')}
          all={t('all_tags')}
          value={filter.tag}
          options={tally(rows, (row) => row.tags)}
          name={tagName}
          onChange={(tag) => onFilter({ tag })}
        />
      </div>
      <div class="chips">
        <output class="muted">{plural('posts_shown', shown)}</output>
        {chips.map(([words, off]) => (
          <button key={words} type="button" class="chip" onClick={() => onFilter(off)}>
            {words}
            <Icon name="close" label={t('chip_remove')} />
          </button>
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  all: string;
  value: T | null;
  options: [T, number][];
  name: (value: T) => string;
  onChange: (value: T | null) => void;
}

function Choice<T extends string>({ label, all, value, options, name, onChange }: ChoiceProps<T>) {
  if (options.length === 0) return null;
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => onChange((event.currentTarget.value || null) as T | null)}>
      <option value="">{all}</option>
      {options.map(([option, n]) => (
        <option key={option} value={option}>
          {t('option_count', name(option), n)}
        </option>
      ))}
    </select>
  );
}
