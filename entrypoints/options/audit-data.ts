import { useEffect, useMemo, useState } from 'preact/hooks';
import { auditDataOf } from '../../lib/audit-data';
import type { AuditData } from '../../lib/audits/facts';
import type { Confirmed } from '../../lib/audits/given';
import { confirmedBrands } from '../../lib/settings';
import { followTags } from '../../lib/store/tags';
import { attempt } from './toast';
import { type Live, useLive } from './useLive';
import { useNormFile } from './useNorms';
import { accountsIn, type StudyData } from './workspace-data';

/** All that an audit of the study is made from. */
export function useAuditData(data: StudyData): Live<AuditData> {
  const { study, now } = data;
  const [confirmed] = useConfirmed();
  const norms = useNormFile();
  const [tagged, setTagged] = useState(0);
  useEffect(() => followTags(() => setTagged((times) => times + 1)), []);
  const read = useLive(`audit ${study.id} ${now} ${tagged} ${accountsIn(study).join(' ')}`, () => auditDataOf(data));
  const value = useMemo(
    () =>
      read.value && {
        ...read.value,
        study,
        ...(norms ? { norms } : {}),
        given: { ...read.value.given, ...(confirmed ? { confirmed } : {}) },
      },
    [read.value, study, norms, confirmed],
  );
  return { value, failed: read.failed };
}

type ByBrand = Record<string, Confirmed>;

/** What the user saw for themselves, by brand; null until it is read. */
export function useConfirmed(): [ByBrand | null, (brandId: string, confirmed: Confirmed) => void] {
  const [all, setAll] = useState<ByBrand | null>(null);
  useEffect(() => {
    attempt(confirmedBrands.getValue().then(setAll));
    return confirmedBrands.watch(setAll);
  }, []);
  const confirm = (brandId: string, confirmed: Confirmed) =>
    attempt(confirmedBrands.getValue().then((stored) => confirmedBrands.setValue({ ...stored, [brandId]: confirmed })));
  return [all, confirm];
}
