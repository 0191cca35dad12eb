import { readFileSync } from 'node:fs';
import { auditTags } from '../../lib/audit-tags';
import type { AuditData } from '../../lib/audits/facts';
import type { PostComments } from '../../lib/audits/given';
import { accountKey, postKey } from '../../lib/model/keys';
import type { PostRecord } from '../../lib/model/records';
import { sampleStudy } from '../../lib/sample';
import { fold } from '../benchmark/fold';

export const SAMPLED = Date.UTC(2026, 10, 22, 12);

/** The sample study as the store hands it out. */
export function sampleData(): AuditData {
  const { study, captures, tags } = sampleStudy(SAMPLED);
  const { rollups, accounts } = fold(captures);
  const records = captures.flatMap(({ network, takenAt, account, posts }) =>
    posts.map(({ id, aliases, url, author, published, format, text, hashtags }): PostRecord => {
      const own = accountKey(network, account.handle ?? '');
      const facts = { id, aliases, url, author, published, format, text, hashtags: hashtags ?? [] };
      return { postKey: postKey(network, id), accountKey: own, network, ...facts, firstSeenAt: takenAt, lastSeenAt: takenAt };
    }),
  );
  const comments = captures.flatMap(({ id, network, takenAt, account, surface, comments: read = [] }): PostComments[] => {
    const asking = read.map(({ text, ...comment }) => ({ ...comment, question: text.endsWith('?') }));
    const facts = { postKey: postKey(network, surface.postId ?? ''), accountKey: accountKey(network, account.handle ?? ''), takenAt };
    return read.length ? [{ id, ...facts, comments: asking }] : [];
  });
  const given = {
    tags: auditTags(
      rollups.flatMap(({ posts }) => posts),
      ({ accountKey: key, postKey: post }) => tags.find((each) => each.accountKey === key)?.posts[post]?.tags ?? [],
    ),
  };
  return { study, rollups, accounts, records, comments, norms: JSON.parse(readFileSync('public/norms.json', 'utf8')), given };
}
