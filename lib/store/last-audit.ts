import type { AuditScore } from '../audits/audit';
import type { AuditRun } from '../audits/report';
import { storedAccounts } from './account-file';
import { db } from './db';
import { exclusively } from './lock';
import { namesOutside, outside } from './outside';

/** What the last audit of a brand came to: a few numbers, for who has no time to make one or to read one. */
export interface LastAudit extends Pick<AuditScore, 'overall' | 'low' | 'high' | 'coverage' | 'grade'> {
  /** Epoch ms. */
  madeAt: number;
  /** Accounts that it is about. */
  accounts: string[];
}

const PREFIX = 'last-audit:';
const nameOf = (studyId: string, brandId: string) => `${PREFIX}${studyId} ${brandId}`;

/** Notes what an audit came to, in the place of the one before it. One of a single network is none of the brand, and one of erased accounts is of nobody. */
export async function noteAudit({ network, studyId, brandId, madeAt, inputs: { accounts }, score }: AuditRun): Promise<void> {
  if (network !== null || !accounts.length) return;
  const { overall, low, high, coverage, grade } = score;
  await exclusively(async () => {
    if ((await storedAccounts(db, accounts)).length < accounts.length) return;
    const last: LastAudit = { overall, low, high, coverage, grade, madeAt, accounts };
    await outside().set({ [nameOf(studyId, brandId)]: last });
  });
}

/** What the last audit of a brand came to; null where there was none. One small value: no audit is read. */
export async function lastAuditOf(studyId: string, brandId: string): Promise<LastAudit | null> {
  const name = nameOf(studyId, brandId);
  return ((await outside().get(name))[name] as LastAudit | undefined) ?? null;
}

/** Forgets what was noted of brands that not all accounts are left of. Only under the store's lock. */
export async function forgetAudits(left: ReadonlySet<string>): Promise<void> {
  const names = await namesOutside(PREFIX);
  const found = names.length ? await outside().get(names) : {};
  const gone = Object.entries(found).filter(([, last]) => (last as LastAudit).accounts.some((key) => !left.has(key)));
  if (gone.length) await outside().remove(gone.map(([name]) => name));
}
