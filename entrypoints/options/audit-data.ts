import { useEffect, useMemo, useState } from 'preact/hooks';
import { auditDataOf } from '../../lib/audit-data';
import type { AuditData } from '../../lib/audits/facts';
import type { PicturedCapture } from '../../lib/model/picture';
import { picturedCaptures } from '../../lib/store/pictured';
import { followTags } from '../../lib/store/tags';
import { useSaid } from './answers';
import { type Live, useLive } from './useLive';
import { useNormFile } from './useNorms';
import { accountsIn, type StudyData } from './workspace-data';

/** All that an audit of the study is made from. What people say of it comes in by itself: the rest need not be read again for it. */
export function useAuditData(data: StudyData): Live<AuditData> {
  const { study, now } = data;
  const said = useSaid(study);
  const norms = useNormFile();
  const [tagged, setTagged] = useState(0);
  useEffect(() => followTags(() => setTagged((times) => times + 1)), []);
  const read = useLive(`audit ${study.id} ${now} ${tagged} ${accountsIn(study).join(' ')}`, () => auditDataOf(data));
  const pictured = useLive(`pictured ${accountsIn(study).join(' ')}`, () => picturedCaptures(accountsIn(study)));
  // Pictures that cannot be read keep no audit from being made.
  const pictures = pictured.value ?? (pictured.failed === null ? null : NONE);
  const value = useMemo(
    () =>
      read.value &&
      pictures && {
        ...read.value,
        study,
        pictures,
        ...(norms ? { norms } : {}),
        given: { ...read.value.given, ...(said ?? {}) },
      },
    [read.value, study, norms, said, pictures],
  );
  return { value, failed: read.failed };
}

const NONE: PicturedCapture[] = [];
