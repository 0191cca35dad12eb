import type { Surface } from '../../model/capture';
import { all, attr, one } from '../../reading/dom';
import { handleIn, postLink } from './links';
import { GRID_ITEM } from './names';

/** Lists of several accounts' posts. What else has no @ is private (messages, upload, settings …) or holds no posts. */
const FEEDS = /^(?:foryou|following|friends|explore|tag|music|place|discover|topics|channel|effect|sticker)?$/;
/** What the buttons that sort a grid do, in their order. */
const SORTS = ['posts', 'popular', 'oldest'];

/** What a TikTok address is; null where there is nothing to capture. The document tells which tab of a profile is open: the address does not. */
export function surfaceOf({ hostname, pathname }: URL, page: Document): Surface | null {
  if (!/^(?:www\.|m\.)?tiktok\.com$/i.test(hostname)) return null;
  const post = postLink(pathname);
  if (post) return { kind: 'post', handle: post.author, postId: post.id };
  const [first = '', second = ''] = pathname.toLowerCase().split('/').filter(Boolean);
  const old = first === 'v' && /^(\d{15,20})(?:\.html)?$/.exec(second)?.[1];
  if (old) return { kind: 'post', handle: null, postId: old };
  const handle = handleIn(pathname);
  if (handle) {
    if (second === 'collection') return { kind: 'feed', handle: null, tab: second };
    return second && second !== 'playlist' ? null : { kind: 'profile', handle, tab: second || tabOf(page) };
  }
  if (first === 'search') return { kind: 'search', handle: null };
  return FEEDS.test(first) ? { kind: 'feed', handle: null, tab: first || 'foryou' } : null;
}

/** The open tab of a profile, or how its posts are sorted. */
function tabOf(page: Document): string {
  const open = attr(one(page, GRID_ITEM.other), 'data-e2e');
  if (open) return open.replace(/^user-|-item$/g, '');
  const sorted = all(page, '#user-post-sort-control button').findIndex((button) => attr(button, 'data-active') === 'true');
  return SORTS[Math.max(0, sorted)] ?? 'sorted';
}
