import { median } from 'simple-statistics';
import type { PostState } from '../model/rollup';
import { robustScores } from '../stats/robust';
import { countOf } from './interactions';

/** Fewer posts do not show what is usual for an account. */
const FEWEST = 20;
/** With fewer for a typical post, silence is the rule and no sign. */
const FEWEST_COMMENTS = 3;
/** Where Iglewicz & Hoaglin (1993) begin to call a value an outlier. */
const OUTLIER = 3.5;
/** A boosted post is also above the account's usual likes, by a standard deviation: among about the best sixth. */
const MANY_LIKES = 1;

/**
 * Posts of one account that look as if their reach was paid for without being labelled: far more likes for each comment than the account's
 * posts have, and many likes at that. Paid reach brings likes without talk. This is a suspicion from figures, never evidence: a giveaway that
 * asks for likes looks alike. Posts whose likes or comments are not known are not suspected.
 */
export function suspectedBoosts(posts: readonly PostState[]): Set<PostState> {
  const known = posts.flatMap((post) => {
    const [likes, comments] = [countOf(post, 'likes'), countOf(post, 'comments')];
    if (typeof likes === 'string' || typeof comments === 'string') return [];
    const logLikes = Math.log(likes.value + 0.5);
    return [{ post, logLikes, comments: comments.value, silence: logLikes - Math.log(comments.value + 0.5) }];
  });
  if (known.length < FEWEST || median(known.map(({ comments }) => comments)) < FEWEST_COMMENTS) return new Set();
  const silences = robustScores(known.map(({ silence }) => silence));
  const likes = robustScores(known.map(({ logLikes }) => logLikes));
  return new Set(known.filter((_, i) => (silences[i] ?? 0) > OUTLIER && (likes[i] ?? 0) > MANY_LIKES).map(({ post }) => post));
}
