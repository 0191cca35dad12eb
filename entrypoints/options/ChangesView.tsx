import { useMemo } from 'preact/hooks';
import { ChangeLog } from '../../components/ChangeLog';
import { EmptyState } from '../../components/EmptyState';
import { Notice } from '../../components/Notice';
import { BrandSelect, Select } from '../../components/Selects';
import { changesOf } from '../../lib/benchmark/changes';
import { changesCsv } from '../../lib/exports/topics-csv';
import { formatList, plural, t } from '../../lib/i18n';
import { groupedBy } from '../../lib/model/grouped';
import { accountSightings } from '../../lib/store/queries';
import { saveCsv } from './exports';
import { accountName } from './networks';
import { adjust, route } from './route';
import { Toolbar } from './Toolbar';
import { useLive } from './useLive';
import { accountsIn, periodStart, type StudyData } from './workspace-data';

const SHOWN = ['all', 'profile', 'followers'] as const;

/** What changed in the brands' profiles. */
export function ChangesView({ data }: { data: StudyData }) {
  const { params } = route.value;
  const { study, now } = data;
  const keys = accountsIn(study);
  const sightings = useLive(`sightings ${now} ${keys.join(' ')}`, () => accountSightings(keys));
  const all = useMemo(() => changesOf(sightings.value ?? []), [sightings.value]);
  const brand = study.brands.find(({ id }) => id === params.get('brand')) ?? null;
  const kinds = SHOWN.find((each) => each === params.get('show')) ?? 'all';
  const from = periodStart(data);
  const brandOf = (key: string) => study.brands.find(({ accounts }) => accounts.includes(key));
  const shown = all.filter(
    ({ accountKey, kind, by }) =>
      (brand === null || brand.accounts.includes(accountKey)) &&
      (kinds === 'all' || (kind === 'followers') === (kinds === 'followers')) &&
      (from === null || by >= from),
  );
  if (!sightings.value) return <p class="muted">{t('working')}</p>;
  const times = groupedBy(sightings.value, ({ accountKey }) => accountKey);
  const once = keys.filter((key) => (times.get(key)?.filter(({ surface }) => surface === 'profile').length ?? 0) < 2);
  return (
    <>
      <Toolbar
        file="changes"
        onDownload={(flavour) => saveCsv('changes', study, now, flavour, (named, written) => changesCsv(shown, brandOf, named, written))}
      >
        <BrandSelect
          label={t('brand')}
          brands={study.brands}
          all={t('all_brands')}
          value={brand?.id ?? ''}
          onChange={(id) => adjust({ brand: id })}
        />
        <Select
          label={t('changes_show')}
          options={SHOWN}
          value={kinds}
          name={(each) => t(`changes_${each}`)}
          onChange={(each) => adjust({ show: each })}
        />
        <span class="muted">{plural('n_changes', shown.length)}</span>
      </Toolbar>
      {once.length > 0 && <Notice kind="partial">{t('changes_once', formatList(once.map(accountName)))}</Notice>}
      {shown.length === 0 ? (
        <EmptyState title={t('empty_changes')} why={t('empty_changes_why')} steps={[t('empty_changes_step')]} />
      ) : (
        <ChangeLog changes={shown} brandOf={brandOf} accountName={accountName} />
      )}
      <ul class="limits">
        <li>{t('changes_limit_shown')}</li>
        <li>{t('changes_limit_between')}</li>
        <li>{t('changes_limit_followers')}</li>
      </ul>
    </>
  );
}
