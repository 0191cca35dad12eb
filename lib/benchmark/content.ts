import type { AccountRecord, PostState } from '../model/rollup';
import { evenness } from '../stats/entropy';
import { jackknife } from '../stats/jackknife';
import { shrink } from '../stats/shrink';
import { type BestTimes, bestTimes } from './best-times';
import { missing } from './measures';
import { type Relative, relativeOf } from './relative';
import type { Figure } from './result';

/** A hashtag on fewer posts, or missing from fewer, says nothing. */
const FEWEST_POSTS = 3;
/** Fewer posts with hashtags show no variety. */
const FEWEST_TAGGED = 12;
/** A hashtag and how its posts do: `times` as much as the brand's posts without it. */
export interface TagLift {
  tag: string;
  times: Figure;
}

/** What goes together with more engagement, in one brand's posts. */
export interface Content {
  /** The most used hashtags first. */
  tags: TagLift[];
  topicVariety: Figure;
  times: BestTimes;
}

/** How hashtags and times go together with engagement. Associations, not causes. `zone` is an IANA time zone. */
export function contentOf(
  posts: PostState[],
  accounts: Map<string, AccountRecord>,
  hashtags: ReadonlyMap<string, readonly string[]>,
  zone: string,
): Content {
  const relative = relativeOf(posts, accounts);
  const tagsOf = (post: PostState) => new Set((hashtags.get(post.postKey) ?? []).map((tag) => tag.normalize().toLowerCase()));
  return { tags: liftsOf(relative, tagsOf), topicVariety: varietyOf(posts, tagsOf), times: bestTimes(relative, zone) };
}

/** Hashtags, or other themes, of a post. */
type TagsOf = (post: PostState) => ReadonlySet<string>;

/**
 * Lift of each hashtag: exp(mean log engagement with it − without it), the posts' common spread deciding how sure that is, and all of them
 * drawn towards 1 together.
 */
function liftsOf(relative: Relative[], tagsOf: TagsOf): TagLift[] {
  const withTag = new Map<string, Relative[]>();
  for (const each of relative) {
    for (const tag of tagsOf(each.post)) {
      const list = withTag.get(tag);
      if (list) list.push(each);
      else withTag.set(tag, [each]);
    }
  }
  const all = relative.length;
  const sum = relative.reduce((total, { value }) => total + value, 0);
  const spread = relative.reduce((total, { value }) => total + value ** 2, 0) / Math.max(1, all - 1);
  const used = [...withTag].filter(([, list]) => list.length >= FEWEST_POSTS && all - list.length >= FEWEST_POSTS && spread > 0);
  const effects = used.map(([, list]) => {
    const own = list.reduce((total, { value }) => total + value, 0);
    const [n, others] = [list.length, all - list.length];
    return { value: own / n - (sum - own) / others, variance: spread * (1 / n + 1 / others) };
  });
  const shrunk = shrink(effects);
  return used
    .map(([tag, list], i): TagLift => {
      const { value = 0, low = 0, high = 0 } = shrunk[i] ?? {};
      const evidence = list.map(({ post }) => post.postKey);
      return {
        tag,
        times: {
          ...{ value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) },
          n: list.length,
          as: 'estimated',
          reason: null,
          evidence,
        },
      };
    })
    .sort((a, b) => b.times.n - a.times.n || a.tag.localeCompare(b.tag, 'en'));
}

/** How evenly a brand's hashtags are used, with a jackknife's interval over its posts. */
export function varietyOf(posts: PostState[], tagsOf: TagsOf): Figure {
  const tagged = posts.map((post) => ({ post, tags: tagsOf(post) })).filter(({ tags }) => tags.size > 0);
  if (tagged.length < FEWEST_TAGGED) return missing('too-few-posts');
  const counts = new Map<string, number>();
  for (const { tags } of tagged) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const value = evenness([...counts.values()]);
  if (value === null) return missing('too-few-posts');
  const without = tagged.map(({ tags }) => evenness([...counts].map(([tag, n]) => (tags.has(tag) ? n - 1 : n))) ?? 0);
  const { low, high } = jackknife(value, without);
  const evidence = tagged.map(({ post }) => post.postKey);
  return { value, low: Math.max(0, low), high: Math.min(1, high), n: tagged.length, as: 'estimated', reason: null, evidence };
}
