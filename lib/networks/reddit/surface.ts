import type { Surface } from '../../model/capture';
import { ownerIn, threadIn } from './links';

/** Sites of their own, without posts. */
const OTHER_SITES = /^(?:accounts|ads|api|business|chat|developers|gateway|mod|oauth|redditinc|support)\./;
/** Orders of a list. Without one a community shows what is popular now, a person's page the newest. A list in order of time is called "posts". */
const SORT = /^(?:best|controversial|hot|new|rising|top)$/;
/** Names below /r/ that are mixtures of communities, or the reader's own business. */
const MIXED = /^r\/(?:all|popular|home|friends|random|.*\+.*)$/i;
/** What only the owner of a page sees, and pages of a community or person without posts. */
const NO_POSTS =
  /^(?:about|achievements|downvoted|followers|following|hidden|history|m|moderators|mod|saved|settings|submit|upvoted|w|wiki|communities|membership|s)$/;

/** What a Reddit address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf({ hostname, pathname, searchParams }: URL): Surface | null {
  if (OTHER_SITES.test(hostname) || /\.(?:json|rss|xml|compact)\/?$/i.test(pathname)) return null;
  const path = pathname.replace(/\/+/g, '/');
  const thread = threadIn(path);
  if (thread) return { kind: 'post', handle: null, postId: thread.id };
  const [first = '', second = '', third = '', fourth = ''] = path.toLowerCase().split('/').filter(Boolean);
  const sorted = SORT.test(searchParams.get('sort') ?? '') ? searchParams.get('sort') : null;
  if (/^(?:r|u|user)$/.test(first)) {
    if (MIXED.test(`r/${second}`) && first === 'r') return third === 'search' ? search : feed(second);
    const handle = ownerIn(path);
    if (!handle || (!handle.startsWith('r/') && handle.toLowerCase() === 'me')) return null;
    if (third === 'search') return search;
    if (third === 'm' && fourth) return feed('m');
    if (handle.toLowerCase() === 'r/mod' || NO_POSTS.test(third)) return null;
    const order = sorted ?? (handle.startsWith('r/') ? 'hot' : 'new');
    if (handle.startsWith('r/') && third && !SORT.test(third)) return null;
    const tab = third === 'comments' || SORT.test(third) ? third : order;
    return { kind: 'profile', handle, tab: tab === 'new' ? 'posts' : tab };
  }
  if (first === 'search') return search;
  return (!first || SORT.test(first) || first === 'home') && !second ? feed(first || 'home') : null;
}

const search: Surface = { kind: 'search', handle: null };
const feed = (tab: string): Surface => ({ kind: 'feed', handle: null, tab });
