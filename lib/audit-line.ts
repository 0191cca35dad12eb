import { curvesInUse } from './age-curves';
import { auditDataOf } from './audit-data';
import type { AuditRun } from './audits/report';
import { audit } from './audits/run';
import { auditChoice, auditSettings, chosenStudy } from './settings';
import { studyWith } from './standing';
import { listAccounts, listStudies, rollupsOf } from './store/queries';

/**
 * The audit of the brand that an account belongs to, over all of its networks and as the workspace would make it; null where it is in no study. It reads
 * the texts and comments of the whole study: fit for a panel that stays, and too much for a popup that is to stand within a second.
 */
export async function auditOf(accountKey: string, now: number): Promise<AuditRun | null> {
  // A live query follows what is read before it first waits for anything but the store: here the studies, which say whose the account is.
  const [chosen] = await Promise.all([chosenStudy.getValue(), listStudies()]);
  const study = await studyWith(accountKey, chosen);
  const brand = study?.brands.find(({ accounts }) => accounts.includes(accountKey));
  if (!study || !brand) return null;
  const keys = [...new Set(study.brands.flatMap(({ accounts }) => accounts))];
  const [rollups, accounts, curves, choice] = await Promise.all([rollupsOf(keys), listAccounts(), curvesInUse(), auditChoice.getValue()]);
  const data = await auditDataOf({ study, rollups, accounts, curves });
  return audit(data, { brandId: brand.id, network: null, now, ...auditSettings(choice, study) });
}
