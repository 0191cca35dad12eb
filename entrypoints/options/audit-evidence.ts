import { auditDataOf } from '../../lib/audit-data';
import { criteria } from '../../lib/audits/index';
import { audit } from '../../lib/audits/run';
import { criterionKey } from '../../lib/audits/words';
import { t } from '../../lib/i18n';
import type { NetworkId } from '../../lib/model/vocabulary';
import { networkText, postsBehind } from '../../lib/reports/words';
import { listRuns } from '../../lib/store/runs';
import type { Behind } from './landscape-evidence';
import type { StudyData } from './workspace-data';

/** A finding as an address names it; `run` is a saved audit, else the one of now. */
export interface FindingAddress {
  criterion: string;
  brandId: string;
  network: NetworkId | null;
  run: string | null;
}

/** The posts behind a finding and what it is; null where there is no such finding. */
export async function evidenceOf(
  { criterion: name, brandId, network, run: runId }: FindingAddress,
  data: StudyData,
): Promise<Behind | null> {
  const criterion = criteria.find(({ id }) => id === name);
  const brand = data.study.brands.find(({ id }) => id === brandId);
  if (!criterion || !brand) return null;
  const saved = runId === null ? null : (await listRuns(data.study.id)).find(({ id }) => id === runId);
  // Of one network alone, a criterion measures what it measures there beside others.
  const run =
    saved?.run ?? audit(await auditDataOf(data), { brandId, network, industry: null, now: data.now, preset: 'awareness' }, [criterion]);
  const parts = run.criteria.find(({ id }) => id === name)?.parts ?? [];
  const asked = parts.filter((part) => network === null || part.network === network);
  // Where nothing is measured, the posts that a person has to look at.
  const evidence = asked.flatMap(({ measure, open }) => measure?.evidence ?? open?.flatMap(({ where }) => where ?? []) ?? []);
  if (!evidence.length) return null;
  return {
    keys: new Set(postsBehind(run, evidence)),
    label: t('audit_evidence_of', t(criterionKey(criterion.id)), networkText(network), brand.name),
  };
}
