import { readFileSync } from 'node:fs';
import type { AuditData } from '../../lib/audits/facts';
import type { CommentFact, PostComments } from '../../lib/audits/given';
import { postKey } from '../../lib/model/keys';
import type { PostRecord } from '../../lib/model/records';
import { sampleStudy } from '../../lib/sample';
import { uniform } from '../../lib/stats/random';
import { fold } from '../benchmark/fold';

export const SAMPLED = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

/** The sample study as the store hands it out, with profiles and comments that its captures do not have. */
export function sampleData(): AuditData {
  const { study, captures } = sampleStudy(SAMPLED);
  const { rollups, accounts } = fold(captures);
  const records = captures.flatMap(({ network, takenAt, account, posts }) =>
    posts.map(({ id, aliases, url, author, published, format, text, hashtags }): PostRecord => {
      const key = postKey(network, id);
      const own = accounts.find((each) => each.network === network && each.handle === account.handle)?.accountKey ?? '';
      const seen = { firstSeenAt: takenAt, lastSeenAt: takenAt };
      return {
        postKey: key,
        accountKey: own,
        network,
        id,
        aliases,
        url,
        author,
        published,
        format,
        text,
        hashtags: hashtags ?? [],
        ...seen,
      };
    }),
  );
  const profiled = accounts.map((account, i) => {
    const bio = i % 4 === 1 ? {} : { bio: 'Cafés de saison.' };
    return { ...account, ...bio, link: `https://${account.handle?.replace('_', '-')}.example/`, verified: i % 3 === 0 };
  });
  const comments = rollups.flatMap(({ accountKey, posts }, i) => commentsOn(posts[1]?.postKey ?? '', accountKey, i));
  return { study, rollups, accounts: profiled, records, comments, norms: JSON.parse(readFileSync('public/norms.json', 'utf8')) };
}

/** Thirty comments under one post, of which the brand answers some; answers can be told apart on YouTube and not on X. */
function commentsOn(key: string, accountKey: string, place: number): PostComments[] {
  const next = uniform(place + 1);
  const seenAt = SAMPLED - HOUR;
  const comments = Array.from({ length: 30 }, (_, i): CommentFact[] => {
    const at = seenAt - (60 + 100 * next()) * HOUR;
    const asked = { id: `${place}-${i}`, byAccount: false, replyTo: null, likedByAccount: next() < 0.2, question: i % 3 === 0 };
    const answered = {
      ...asked,
      id: `${place}-${i}-a`,
      byAccount: true,
      replyTo: accountKey.startsWith('youtube') ? asked.id : null,
      question: false,
    };
    const published = (time: number) => ({ value: time, low: time, high: time, from: 'attribute' as const });
    const wait = 40 * next() * HOUR;
    const first = { ...asked, published: published(at) };
    return next() < 0.3 + place / 25 ? [first, { ...answered, published: published(at + wait) }] : [first];
  });
  return [{ id: `comments-${place}`, postKey: key, accountKey, takenAt: seenAt, comments: comments.flat() }];
}
