import { saidOf } from './audit-given';
import { auditTags } from './audit-tags';
import type { AuditData } from './audits/facts';
import { mergedNorms } from './benchmark/peer-norms';
import { readNorms } from './norm-file';
import { ownNorms } from './settings';
import { commentsOf, postRecords, snapshotsOf } from './store/queries';
import { tagsOf } from './store/tags';

/** What a benchmark is made from. */
type Known = Required<Pick<AuditData, 'study' | 'rollups' | 'accounts' | 'curves'>>;

/** Reads what an audit needs beside the figures that a benchmark is made from. */
export async function auditDataOf({ study, rollups, accounts, curves }: Known): Promise<AuditData> {
  const keys = [...new Set(study.brands.flatMap((brand) => brand.accounts))];
  const read = new Set(rollups.filter(({ posts }) => posts.length).map(({ accountKey }) => accountKey));
  const [records, comments, unreadable, shipped, own, said, tagged] = await Promise.all([
    postRecords(keys),
    commentsOf(keys),
    unreadableOf(keys.filter((key) => !read.has(key))),
    readNorms(),
    ownNorms.getValue(),
    saidOf(study),
    tagsOf(keys),
  ]);
  const tags = auditTags(
    rollups.flatMap(({ posts }) => posts),
    tagged,
  );
  return { study, rollups, accounts, curves, records, comments, unreadable, norms: mergedNorms(shipped, own), given: { ...said, tags } };
}

/** Accounts whose pages showed posts of which none could be read: a fault of ours, which is no fault of the brand. */
async function unreadableOf(keys: string[]): Promise<string[]> {
  const seen = await Promise.all(keys.map(async (key) => ({ key, captures: await snapshotsOf(key) })));
  return seen.filter(({ captures }) => captures.some(({ coverage }) => coverage.unreadable > 0)).map(({ key }) => key);
}
