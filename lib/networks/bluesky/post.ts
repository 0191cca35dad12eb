import type { Moment, PostReading } from '../../model/capture';
import { relativeMoment } from '../../reading/dates';
import { all, closest, concealed, one } from '../../reading/dom';
import { tidTime } from '../../reading/ids';
import type { PageContext } from '../network';
import { metricsOf } from './counts';
import { answers, formatOf, quotes, reasonOf } from './marks';
import { addressOf, authorOf, didIn, identityOf, isDid, named, own, plain, ROW, type Scope, same, scopeOf } from './scope';

const LONGEST_TEXT = 2000;
const DAY_MS = 86_400_000;
/** Posts that were brought over from elsewhere keep their date; nothing that is brought over is older than Twitter. */
const OLDEST = Date.UTC(2006, 2);

/**
 * The post elements. Search and topic lists leave out the row's test id, so a like button finds its row too. What stands on a
 * concealed tab or screen is no member, but for one case: on the page of a post that was opened from its author's profile, that
 * profile is still in the document, and its posts follow the thread's.
 */
export function postsOf(page: Document, at: PageContext): Element[] {
  const found = new Set<Element>();
  for (const mark of all(page, `${ROW},${named('likeBtn')}`)) {
    const post = closest(mark, ROW) ?? closest(mark, '[role="link"]:not(a)');
    if (post) found.add(post);
  }
  const shown = [...found].filter((post) => !concealed(post));
  const former = at.surface.kind === 'post' ? [...found].filter((post) => onFormerProfile(post, at)) : [];
  const seen = new Set<string | null | undefined>();
  const unseen = (post: Element) => {
    const id = idOf(scopeOf(post), at);
    const first = id === null || !seen.has(id);
    seen.add(id);
    return first;
  };
  const members = shown.filter(unseen);
  // The opened post's copy on the former profile is older than what the thread shows.
  seen.add(at.surface.postId);
  return [...members, ...former.filter(unseen)];
}

/** On a concealed profile of the same account, but not on a concealed tab of it. */
function onFormerProfile(post: Element, at: PageContext): boolean {
  const screen = closest(post, named('profileScreen'));
  const tab = closest(post, '[style*="display:none"],[style*="display: none"],[hidden]');
  return screen !== null && concealed(screen) && !screen.contains(tab) && same(headerHandle(screen), at.surface.handle);
}

/** Handle that a profile's header names, by the address of its followers. */
export const headerHandle = (screen: Element): string | null => addressOf(one(screen, 'a[href$="/followers"]'))?.who ?? null;

/** The record key of a post; null when the element tells none. An opened post without a single count is the one that the address names. */
export function idOf(scope: Scope, { surface }: PageContext): string | null {
  const told = identityOf(scope);
  if (told || !scope.opened || surface.kind !== 'post' || concealed(scope.post)) return told?.key || null;
  const fits = !scope.handle || !surface.handle || isDid(surface.handle) || same(scope.handle, surface.handle);
  return fits ? (surface.postId ?? null) : null;
}

/** Reads one post element; null when it tells no id. */
export function readPost(post: Element, at: PageContext): PostReading | null {
  const scope = scopeOf(post);
  const id = idOf(scope, at);
  if (!id) return null;
  const author = authorOf(scope);
  const did = didOf(scope);
  const { reposter, pinned } = reasonOf(scope);
  return {
    id,
    aliases: did ? [`at://${did}/app.bsky.feed.post/${id}`] : [],
    url: author && `https://bsky.app/profile/${author}/post/${id}`,
    author,
    published: publishedOf(scope, id, at),
    format: formatOf(scope),
    text: plain(scope.words).slice(0, LONGEST_TEXT),
    // Who reposts a post of their own brings it up again; it stays their post.
    flags: { pinned, promoted: false, repost: reposter !== null && !same(reposter, author), quote: quotes(scope), reply: answers(scope) },
    metrics: metricsOf(scope, at.counts, at.surface.kind === 'post'),
  };
}

/** DID of the post's author. */
export const didOf = (scope: Scope): string | null => didIn(own(scope, 'img[src*="/img/avatar"]')[0]);

/** The record key carries the time; where it is made up, the text beside the name counts. */
function publishedOf(scope: Scope, id: string, at: PageContext): Moment | null {
  const made = tidTime(id);
  if (made && made.value > OLDEST && made.value < at.now + DAY_MS) return made;
  return relativeMoment(plain(scope.time).replace(/^·\s*/u, ''), at.counts.locale, at.now);
}
