import type { CommentReading } from '../../model/capture';
import { relativeMoment } from '../../reading/dates';
import { all, attr, closest, contains, parent, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { handleIn, same } from './links';
import { mainOf } from './posts';
import { shown } from './shown';

const COMMENT = '[data-test-id="author-and-comment-container"]';
const OLDER = '[data-test-id="commentThread-comment"]';
const WORDS = '[data-test-id="text-container"],[class~="text-container"]';
const TIME = '[data-test-id="comments-time-passed"]';
const MOST = 1000;
/** How far above a comment its time may stand. */
const LEVELS = 4;

/**
 * Comments of a pin, as far as the page shows them. Pinterest gives them no id in the page: where one thread holds several, the first is
 * named by its place, which names it in this capture alone, and the others answer it.
 */
export function commentsOf(page: Document, at: PageContext): CommentReading[] {
  const owner = mainOf(page, at)?.author ?? null;
  const newer = all(page, COMMENT);
  return (newer.length ? newer : all(page, OLDER))
    .filter((element) => shown(element))
    .slice(0, MOST)
    .map((element, place, found) => {
      const thread = closest(element, OLDER);
      const first = thread && thread !== element ? found.findIndex((each) => contains(thread, each)) : place;
      const words = all(element, WORDS).map(text).filter(Boolean);
      const [writer] = all(element, 'a[href]').flatMap((link) => handleIn(attr(link, 'href')) ?? []);
      const time = timeOf(element);
      return {
        id: `~${place + 1}`,
        published: time ? relativeMoment(text(time), at.counts.locale, at.now) : null,
        byAccount: same(writer, owner),
        replyTo: first < place ? `~${first + 1}` : null,
        likedByAccount: null,
        text: (words.at(-1) ?? '').slice(0, 1000),
      };
    });
}

/** The age beside a comment: below it, or in what holds no other comment. */
function timeOf(comment: Element): Element | null {
  let scope: Element | null = comment;
  for (let level = 0; scope && level <= LEVELS; level++) {
    if (all(scope, COMMENT).length > 1 || all(scope, OLDER).length > 1) return null;
    const [time, second] = all(scope, TIME);
    if (time) return second ? null : time;
    scope = parent(scope);
  }
  return null;
}
