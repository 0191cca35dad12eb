import { MIX_KINDS, type PostTags } from './audits/given';
import type { PostState } from './model/rollup';
import type { TagsOf } from './model/tags';
import { FIXED_TAGS } from './model/vocabulary';

/**
 * What the tags of posts say to an audit, by post key: how a post stands in the rule of thirds, whether it is of use and serves the mission of its channel,
 * and its theme, which is the first of the user's own words on it. A post that was sorted and not called useful was looked at and is not; one without any
 * fixed tag was not looked at. Not every analyst judges by missions: that tag alone sorts no post, and a sorted one without it serves none where the account has one that does.
 */
export function auditTags(posts: readonly PostState[], tagsOf: TagsOf): Record<string, PostTags> {
  const fixed: readonly string[] = FIXED_TAGS;
  const judged = new Set(posts.flatMap((post) => (tagsOf(post).includes('mission') ? [post.accountKey] : [])));
  return Object.fromEntries(
    posts.flatMap((post): [string, PostTags][] => {
      const tags = tagsOf(post);
      if (!tags.length) return [];
      const mix = MIX_KINDS.find((kind) => tags.includes(kind));
      const topic = tags.find((tag) => !fixed.includes(tag));
      const serves = tags.includes('mission');
      const sorted = tags.some((tag) => fixed.includes(tag) && tag !== 'mission');
      const mission = (sorted || serves) && judged.has(post.accountKey) && { mission: serves };
      return [
        [post.postKey, { ...(mix && { mix }), ...(topic && { topic }), ...(sorted && { useful: tags.includes('useful') }), ...mission }],
      ];
    }),
  );
}
