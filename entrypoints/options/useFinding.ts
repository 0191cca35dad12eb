import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { NETWORK_IDS } from '../../lib/model/vocabulary';
import type { Behind } from './landscape-evidence';
import { attempt } from './toast';
import type { StudyData } from './workspace-data';

/** The posts behind a finding of the audit, when the address names one; nothing is listed until they are known. */
export function useFinding(data: StudyData, params: URLSearchParams): Behind | null {
  const [found, setFound] = useState<{ of: string; behind: Behind | null } | null>(null);
  const [criterion, brandId, on, run] = ['audit', 'brand', 'on', 'run'].map((name) => params.get(name));
  const of = [criterion, brandId, on, run, data.study.id, data.now].join(' ');
  useEffect(() => {
    if (!criterion || !brandId) return;
    let over = false;
    const network = NETWORK_IDS.find((id) => id === on) ?? null;
    const asked = import('./audit-evidence').then(({ evidenceOf }) => evidenceOf({ criterion, brandId, network, run: run ?? null }, data));
    attempt(asked.then((behind) => over || setFound({ of, behind })));
    return () => {
      over = true;
    };
  }, [of]);
  if (!criterion || !brandId) return null;
  return found?.of === of ? found.behind : { keys: new Set(), label: t('working') };
}
