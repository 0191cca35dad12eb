import { useMemo, useState } from 'preact/hooks';
import { formatCountry, t } from '../lib/i18n';
import { COUNTRIES } from '../lib/model/countries';
import { INDUSTRIES, type Industry } from '../lib/model/norm';
import type { Brand, Study } from '../lib/model/study';
import { AUDIENCES, type Audience } from '../lib/model/vocabulary';
import type { BrandChange } from '../lib/study-edits';

interface Props {
  brand: Brand;
  study: Study;
  onChange: (change: BrandChange) => void;
}

/** What is known of a brand in one line, which unfolds to change it. */
export function BrandDetails({ brand, study, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const { industry, country, audience } = brand;
  const known = [industry && t(`industry_${industry}`), country && formatCountry(country), audience && t(`audience_${audience}`)];
  return (
    <details class="brand-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="sr-only">{t('brand_details_of', brand.name)} </span>
        {known.filter(Boolean).join(' · ') || t('brand_details')}
      </summary>
      {open && <Fields brand={brand} study={study} onChange={onChange} />}
    </details>
  );
}

/** Rendered only when they are asked for: the countries of twenty brands are five thousand options. */
function Fields({ brand, study, onChange }: Props) {
  const countries = useMemo(
    () => COUNTRIES.map((code) => [code, formatCountry(code)] as const).sort(([, a], [, b]) => a.localeCompare(b)),
    [],
  );
  const inherited = study.industry && brand.role !== 'inspiration' ? t('as_the_study', t(`industry_${study.industry}`)) : t('not_said');
  return (
    <div class="brand-fields">
      <IndustrySelect label={t('industry')} value={brand.industry} none={inherited} onChange={(industry) => onChange({ industry })} />
      <label class="inline">
        <span>{t('country')}</span>
        <select value={brand.country ?? ''} onChange={(event) => onChange({ country: event.currentTarget.value || undefined })}>
          <option value="">{t('not_said')}</option>
          {countries.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="inline">
        <span>{t('audience')}</span>
        <select
          value={brand.audience ?? ''}
          onChange={(event) => onChange({ audience: (event.currentTarget.value || undefined) as Audience | undefined })}
        >
          <option value="">{t('not_said')}</option>
          {AUDIENCES.map((audience) => (
            <option key={audience} value={audience}>
              {t(`audience_${audience}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface IndustryProps {
  label: string;
  value: Industry | undefined;
  /** What it means to say none. */
  none: string;
  onChange: (industry: Industry | undefined) => void;
}

/** One industry, or none. */
export function IndustrySelect({ label, value, none, onChange }: IndustryProps) {
  return (
    <label class="inline">
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onChange((event.currentTarget.value || undefined) as Industry | undefined)}>
        <option value="">{none}</option>
        {INDUSTRIES.filter((industry) => industry !== 'all').map((industry) => (
          <option key={industry} value={industry}>
            {t(`industry_${industry}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
