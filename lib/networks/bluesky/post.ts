import type { Moment, PostReading } from '../../model/capture';
import { all, closest, concealed, contains, one } from '../../reading/dom';
import { tidTime } from '../../reading/ids';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { metricsOf } from './counts';
import { answers, cardsOf, formatOf, joinedTo, quotes, reasonOf } from './marks';
import { addressOf, LIKE, named, plain, profileUrl, ROW, same, scopeOf } from './scope';

const LONGEST_TEXT = 2000;
const DAY_MS = 86_400_000;
/** Posts that were brought over from elsewhere keep their date; nothing that is brought over is older than Twitter (2006). */
const OLDEST = 1.14e12;

/**
 * The post elements. Search and topic lists leave out the row's test id, so a like button finds its row too. What stands on a
 * concealed tab or screen is no member, but for one case: on the page of a post that was opened from its author's profile, that
 * profile is still in the document, and its posts follow the thread's.
 */
export function postsOf(page: Document, { surface }: PageContext): Element[] {
  const found = [
    ...new Set(all(page, `${ROW},${LIKE}`).flatMap((mark) => closest(mark, ROW) ?? closest(mark, '[role="link"]:not(a)') ?? [])),
  ];
  const former = surface.postId ? found.filter((post) => onFormerProfile(post, surface.handle)) : [];
  const seen = new Set<string>();
  return [...found.filter((post) => !concealed(post)), ...former].filter((post) => {
    const { id } = scopeOf(post, surface);
    // The opened post's copy on the former profile is older than what the thread shows.
    if (id && (seen.has(id) || (id === surface.postId && closest(post, named('profileScreen'))))) return false;
    seen.add(id ?? '');
    return true;
  });
}

/** On a concealed profile of the same account, but not on a concealed tab of it. */
function onFormerProfile(post: Element, handle: string | null): boolean {
  const screen = closest(post, named('profileScreen'));
  const tab = closest(post, '[style*="display: none"],[hidden]');
  return screen !== null && concealed(screen) && !contains(screen, tab) && same(headerHandle(screen), handle);
}

/** Handle that a profile's header names, by the address of its followers. */
export const headerHandle = (screen: Element | null): string | null =>
  (screen && addressOf(one(screen, 'a[href$="/followers"]'))?.who) ?? null;

/** Reads one post element; null when it tells no id. */
export function readPost(post: Element, at: PageContext): PostReading | null {
  const scope = scopeOf(post, at.surface);
  const { id, author, did } = scope;
  if (!id) return null;
  const { reposter, pinned } = reasonOf(scope);
  const row = joinedTo(scope);
  const answered = row && scopeOf(row, at.surface).id;
  return {
    id,
    aliases: did ? [`at://${did}/app.bsky.feed.post/${id}`] : [],
    url: author && `${profileUrl(author)}/post/${id}`,
    author,
    published: publishedOf(id, at.now),
    format: formatOf(scope),
    text: plain(scope.words).slice(0, LONGEST_TEXT),
    // Who reposts a post of their own brings it up again; it stays their post.
    flags: { pinned, promoted: false, repost: reposter !== null && !same(reposter, author), quote: quotes(scope), reply: answers(scope) },
    metrics: metricsOf(scope, at.counts, at.surface.kind === 'post'),
    ...(answered && { answers: answered }),
    ...factsOfWords(scope.words, at.url, { cards: cardsOf(scope) }),
  };
}

/** The record key carries the time. A made-up key tells none, and then only the page's own data may. */
export function publishedOf(id: string, now: number): Moment | null {
  const made = tidTime(id);
  return made && made.value > OLDEST && made.value < now + DAY_MS ? made : null;
}
