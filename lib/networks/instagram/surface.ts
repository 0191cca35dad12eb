import type { Surface } from '../../model/capture';
import { linkOf } from './links';

/** Mixed lists under /explore/; what else is there (suggested people) is no list of posts. */
const EXPLORED = /^(?:|tags|locations|search)$/;
/** Tabs of an account that only its owner sees. */
const PRIVATE = /^(?:saved|archive|activity)\b/;

/** What an Instagram address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf({ href, pathname }: URL): Surface | null {
  const link = linkOf(href);
  if (link.id) {
    if (/^liked_by/.test(link.rest ?? '')) return null;
    return { kind: 'post', handle: link.handle ?? null, postId: link.id, tab: /^\/reels\//i.test(pathname) ? 'reels' : 'post' };
  }
  if (link.handle) {
    const tab = (link.rest ?? '').toLowerCase().split('/')[0] ?? '';
    if (PRIVATE.test(tab)) return null;
    // Posts of others that name the account: a list of several accounts' posts.
    if (tab === 'tagged') return { kind: 'feed', handle: null, tab };
    return { kind: 'profile', handle: link.handle, tab: /^(?:|feed|followers|following)$/.test(tab) ? 'posts' : tab };
  }
  const [first = '', second = ''] = pathname.toLowerCase().split('/').filter(Boolean);
  if (first === 'explore' && EXPLORED.test(second)) {
    return { kind: second === 'tags' || second === 'search' ? 'search' : 'feed', handle: null, tab: second || 'explore' };
  }
  return !first || (first === 'reels' && !second) ? { kind: 'feed', handle: null, tab: first || 'home' } : null;
}
