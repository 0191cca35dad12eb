import type { PostReading } from '../../model/capture';
import type { PageContext } from '../network';
import { metricsOf, sumOf } from './counts';
import { postsIn } from './data';
import { openedPost } from './opened';
import { postsOf, scopeOf } from './scope';
import { siteOf } from './surface';

/** Posts that the document carries: what the server wrote of an opened post, and posts in the app's first state. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const opened = openedPost(page, at);
  const loaded = postsIn(siteOf(at).state, at, 'embedded');
  return opened ? [withQuotes(opened.post, page, at), ...loaded] : loaded;
}

/** The server counts boosts alone: the quotes that the page shows are added. Where what is shown contradicts that, it is newer, and counts. */
function withQuotes(post: PostReading, page: Document, at: PageContext): PostReading {
  const { shares: boosts, ...metrics } = post.metrics;
  const shown = postsOf(page, at)
    .map((element) => scopeOf(element, at))
    .find(({ id, detailed }) => detailed && `${at.url.host}/${id}` === post.id);
  if (!boosts || !shown) return { ...post, metrics };
  const { shares, quotes } = metricsOf(shown, at);
  const sum = quotes ? sumOf(boosts, quotes) : boosts;
  const agrees =
    shares?.low != null && shares.high != null && sum.low !== null && sum.high !== null && sum.low <= shares.high && shares.low <= sum.high;
  return { ...post, metrics: agrees ? { ...metrics, shares: sum } : metrics };
}
