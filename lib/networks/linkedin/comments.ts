import type { CommentReading } from '../../model/capture';
import { all, attr, closest, concealed, parent } from '../../reading/dom';
import type { PageContext } from '../network';
import { wording } from './card';
import { ownerOf, publishedOf, same, together } from './links';
import { cardOf, postsOf } from './post';

/** Where the three layouts name a comment: on its element, or (for visitors) on the link to report it. */
const NAMES = ['data-id', 'componentkey', 'id', 'data-semaphore-content-urn'];
const NAMED = NAMES.map((name) => `[${name}*=":comment:("],[${name}*="fsd_comment:("]`).join();
const CLASS = '.comment,[class*="comments-comment-entity"],[class*="comments-comment-item"],[class*="comments-reply-item"]';
/** A comment's words, by layout. */
const WORDS =
  '[data-testid="expandable-text-box"],[class*="comment-item__main-content"],.comment__text,[data-test-id="comment__commentary"],[class*="attributed-text-segment-list__content"]';
const LONGEST_TEXT = 1000;
const MOST_COMMENTS = 1000;
/** "comment:(urn:li:activity:1,2)", "comment:(activity:1,2)", and the other way round "fsd_comment:(2,urn:li:activity:1)". */
const FIRST = /comment:\((?:urn:li:)?(activity|ugcPost|share):(\d{15,20}),(\d{15,20})\)/i;
const SECOND = /comment:\((\d{15,20}),(?:urn:li:)?(activity|ugcPost|share):(\d{15,20})\)/i;

/** A comment's own id, and the post that it is about. */
export function commentIn(name: string | null): { id: string; post: string } | null {
  const urn = name?.replace(/%3a/gi, ':') ?? '';
  const [, , post, id] = FIRST.exec(urn) ?? [];
  if (post && id) return { id, post };
  const [, late, , about] = SECOND.exec(urn) ?? [];
  return late && about ? { id: late, post: about } : null;
}

/** The comments on the post of this page, answers included. Their ids carry the time; likes of the account are not marked. */
export function linkedinComments(page: Document, at: PageContext): CommentReading[] {
  const [post] = postsOf(page);
  const card = post ? cardOf(post, at.counts) : null;
  const { postId } = at.surface;
  const names = [...(card?.names.map(({ id }) => id) ?? []), ...(postId ? [postId] : [])];
  const author = ownerOf(card?.actor)?.handle;
  const roots = new Map<Element, string>();
  const ids = new Set<string>();
  for (const mark of all(page, NAMED)) {
    const urn = urnOf(mark);
    // One comment may have its name on several elements, the outermost first.
    if (!urn || ids.has(urn.id) || ids.size === MOST_COMMENTS || !names.some((name) => name === urn.post || together(name, urn.post)))
      continue;
    const root = closest(mark, CLASS) ?? mark;
    if (roots.has(root) || concealed(root)) continue;
    ids.add(urn.id);
    roots.set(root, urn.id);
  }
  const rootOf = (part: Element | null): Element | null => {
    let root = part ? closest(part, `${CLASS},${NAMED}`) : null;
    while (root && !roots.has(root)) {
      const above = parent(root);
      root = above ? closest(above, `${CLASS},${NAMED}`) : null;
    }
    return root;
  };
  let thread: string | null = null;
  return [...roots].map(([root, id]) => {
    const own = (selector: string) => all(root, selector).filter((part) => rootOf(part) === root);
    const outer = rootOf(parent(root));
    const replyTo = outer ? (roots.get(outer) ?? null) : /reply/.test(attr(root, 'class') ?? '') ? thread : null;
    if (replyTo === null) thread = id;
    const writer = own('a[href]').find((link) => ownerOf(link) && !closest(link, WORDS));
    return {
      id,
      published: publishedOf(id, at.now),
      byAccount: author !== undefined && same(ownerOf(writer)?.handle, author),
      replyTo,
      likedByAccount: null,
      text: wording(own(WORDS)[0]).slice(0, LONGEST_TEXT),
    };
  });
}

const urnOf = (element: Element) => NAMES.map((name) => commentIn(attr(element, name))).find((found) => found !== null);
