import type { CommentReading, Moment } from '../../model/capture';
import { isoMoment, relativeMoment } from '../../reading/dates';
import { all, attr, closest, concealed, one, parent, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { handleIn, idTime, same } from './links';
import { FEED_ITEM } from './names';

const COMMENT = '[data-e2e="comment-level-1"],[data-e2e="comment-level-2"]';
const NAME = '[data-e2e^="comment-username"],[data-e2e^="comment-avatar"]';
const AUTHOR = '[data-e2e^="comment-username"] a[href],a[data-e2e^="comment-username"],a[data-e2e^="comment-avatar"]';
const LONGEST_TEXT = 1000;
const LONGEST_DATE = 40;
const MOST = 1000;

/** A comment with its author and its date: what stands around its words, and around no other comment's. Null where it has no name. */
function itemOf(words: Element): Element | null {
  let named: Element | null = null;
  for (let up = parent(words); up && !all(up, COMMENT)[1] && !one(up, FEED_ITEM); up = parent(up)) {
    if (one(up, NAME)) named = up;
    if (named && one(up, '[data-e2e^="comment-reply"]')) break;
  }
  return named;
}

/** A comment's number, which the element around it carried until 2024. */
const numberOf = (words: Element): string | undefined => /^\d{15,20}$/.exec(attr(closest(words, '[id]'), 'id') ?? '')?.[0];

/**
 * The comments of a post as far as the page has loaded them. Without a number of its own each is named by its place, which names it in this
 * capture alone. Answers follow the comment that they stand below.
 */
export function commentsOf(page: Document, at: PageContext): CommentReading[] {
  const { handle } = at.surface;
  const found = all(page, COMMENT).filter((words) => !concealed(words));
  let above: string | null = null;
  return found.slice(0, MOST).map((words, place) => {
    const item = itemOf(words);
    const number = numberOf(words);
    const id = number ?? `~${place + 1}`;
    const answers = attr(words, 'data-e2e') === 'comment-level-2';
    if (!answers) above = id;
    const replyTo = answers ? above : null;
    const link = item && (one(item, AUTHOR) ?? all(item, 'a[href*="/@"]').find((anchor) => !closest(anchor, COMMENT)));
    const language = attr(words, 'lang') ?? undefined;
    return {
      id,
      published: (number ? idTime(number, at.now) : null) ?? (item && dateOf(item, words, at)),
      byAccount: same(handleIn(attr(link, 'href')), handle),
      replyTo,
      likedByAccount: null,
      text: text(words).slice(0, LONGEST_TEXT),
      ...(language && { language }),
    };
  });
}

/** When a comment was written: an age ("2d ago"), a day of this year ("5-26"), or a day ("2024-5-26"). */
function dateOf(item: Element, words: Element, { counts, now }: PageContext): Moment | null {
  for (const piece of all(item, 'span,p,time')) {
    const said = text(piece);
    if (said.length > LONGEST_DATE || closest(piece, `${COMMENT},${NAME}`) || piece === words) continue;
    const [, year, month, day] = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(said) ?? [];
    const date = (of: number | string) => isoMoment(`${of}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`, 'text');
    if (month && year) return date(year);
    if (month) {
      const thisYear = new Date(now).getUTCFullYear();
      return [thisYear, thisYear - 1].map(date).find((moment) => moment && moment.low <= now) ?? null;
    }
    const age = relativeMoment(said, counts.locale, now);
    if (age) return age;
  }
  return null;
}
