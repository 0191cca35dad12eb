import type { Surface } from '../../model/capture';
import { ownerIn, postIn } from './links';

/** Parts of an account's page that hold no posts, or that only its owner sees. */
const NO_POSTS = /^(?:admin|details|edit|jobs|people|insights|life)$/;
/** Parts that are the page itself: in another language ("/in/name/de"), or with something open on it. */
const ITSELF = /^(?:overlay|[a-z]{2})?$/;

/** What a LinkedIn address is; null where there is nothing to capture, or nothing that may be. */
export function surfaceOf({ pathname }: URL): Surface | null {
  const path = pathname.replace(/^\/(?:embed|preload)(?=\/)/, '');
  const handle = ownerIn(path)?.handle;
  const [first = '', second = '', third = '', fourth] = path.toLowerCase().split('/').filter(Boolean);
  if (handle) {
    if (NO_POSTS.test(third)) return null;
    const tab = third === 'recent-activity' ? (fourth ?? 'all') : third;
    return { kind: 'profile', handle, ...(!ITSELF.test(tab) && { tab }) };
  }
  const post = first === 'posts' || second === 'update' ? postIn(path) : null;
  if (post) return { kind: 'post', handle: null, postId: post.id };
  if (first === 'search' ? /^(?:content|all)$/.test(third) : second === 'hashtag') return { kind: 'search', handle: null };
  return (first === 'feed' && !second) || (first === 'groups' && second && !third) ? { kind: 'feed', handle: null, tab: first } : null;
}
