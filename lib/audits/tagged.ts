import type { Measure, Unmeasured } from './audit';
import type { Facts } from './facts';
import type { PostTags } from './given';
import { counted, unknown, unmeasured } from './measured';

/** The brand's own posts that the analyst gave a tag of some kind, or that there are none. */
export function taggedWith<K extends keyof PostTags>(
  { used, given }: Facts,
  kind: K,
): { postKey: string; tag: PostTags[K] }[] | Unmeasured {
  const tagged = used.flatMap(({ postKey }) => {
    const tag = given.tags?.[postKey]?.[kind];
    return tag === undefined ? [] : [{ postKey, tag }];
  });
  return tagged.length ? tagged : unmeasured('manual', 'no-tags', 'tags');
}

/** Part of the tagged posts that were tagged yes. */
export function taggedShare(facts: Facts, kind: 'useful' | 'mission', fewest: number): Measure | Unmeasured {
  const tagged = taggedWith(facts, kind);
  if (!Array.isArray(tagged)) return tagged;
  if (tagged.length < fewest) return { ...unknown('too-few-posts'), need: 'tags' };
  const yes = tagged.filter(({ tag }) => tag);
  const no = tagged.filter(({ tag }) => !tag);
  // What lacks it is what there is to look at.
  return counted(
    yes.length,
    tagged.length,
    [...no, ...yes].map(({ postKey }) => postKey),
  );
}
