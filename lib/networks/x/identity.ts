import { all, attr, closest } from '../../reading/dom';
import type { PageContext } from '../network';
import { analyticsLink, datedLink, mentioned, type StatusLink, statusLink, type Tweet, testid } from './tweet';

const AVATAR = 'UserAvatar-Container-';

/** Which post this is and whose; null when nothing on it names its id without doubt. */
export function identify(tweet: Tweet, at: PageContext): { id: string; author: string | null } | null {
  const named = authorOf(tweet);
  const link = linkOf(tweet, named, at);
  return link && { id: link.id, author: link.handle ?? named };
}

/** The post's own address: from its date, its figures, or its media; on its own page the address bar's. */
function linkOf(tweet: Tweet, named: string | null, at: PageContext): StatusLink | null {
  const dated = datedLink(tweet);
  const figures = statusLink(attr(analyticsLink(tweet), 'href'));
  if (figures && dated && figures.id !== dated.id) return null;
  const found = dated ?? figures;
  if (found) return found;
  const links = tweet
    .own('a[href*="/status/"]')
    .flatMap((a) => (closest(a, testid('tweetText')) ? [] : (statusLink(attr(a, 'href')) ?? [])));
  const mine = links.filter((link) => link.handle === null || named === null || link.handle.toLowerCase() === named.toLowerCase());
  const first = mine[0];
  if (first) return mine.every((link) => link.id === first.id) ? first : null;
  const { postId, handle } = at.surface;
  const same = named !== null && handle !== null && named.toLowerCase() === handle.toLowerCase();
  return postId && same && attr(tweet.root, 'tabindex') === '-1' ? { handle: named, id: postId } : null;
}

/** Handle in the post's header. */
function authorOf(tweet: Tweet): string | null {
  for (const name of tweet.own(testid('User-Name'))) {
    for (const link of all(name, 'a[href]')) {
      const handle = mentioned(link);
      if (handle) return handle;
    }
  }
  const avatar = tweet.own(`[data-testid^="${AVATAR}"]`)[0];
  const handle = attr(avatar, 'data-testid')?.slice(AVATAR.length);
  return handle && handle !== 'unknown' ? handle : null;
}
