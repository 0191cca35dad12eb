import { MIX_KINDS, type PostTags } from './audits/given';
import type { PostState } from './model/rollup';
import type { TagsOf } from './model/tags';
import { FIXED_TAGS } from './model/vocabulary';

/**
 * What the tags of posts say to an audit, by post key: how a post stands in the rule of thirds, whether it is of use, and its theme, which is the first of the
 * user's own words on it. A post that was sorted and not called useful was looked at and is not; one without any fixed tag was not looked at.
 */
export function auditTags(posts: readonly PostState[], tagsOf: TagsOf): Record<string, PostTags> {
  const fixed: readonly string[] = FIXED_TAGS;
  return Object.fromEntries(
    posts.flatMap((post): [string, PostTags][] => {
      const tags = tagsOf(post);
      if (!tags.length) return [];
      const mix = MIX_KINDS.find((kind) => tags.includes(kind));
      const topic = tags.find((tag) => !fixed.includes(tag));
      const sorted = tags.some((tag) => fixed.includes(tag));
      return [[post.postKey, { ...(mix && { mix }), ...(topic && { topic }), ...(sorted && { useful: tags.includes('useful') }) }]];
    }),
  );
}
