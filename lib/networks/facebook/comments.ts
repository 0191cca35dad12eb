import type { CommentReading } from '../../model/capture';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { authorOf, cardOf, cardsIn } from './card';
import { saidMoment } from './dates';
import { addressOf, handleOf, NUMBER, only, same, unpacked } from './links';

const COMMENT = '[role="article"][aria-label]';
const LINK = 'a[href*="comment_id="]';
const LONGEST_TEXT = 1000;

/** A parameter that names a comment, as links of comments have it. */
const parameter = (link: Element | undefined, name: 'comment_id' | 'reply_comment_id') =>
  addressOf(attr(link, 'href'))?.searchParams.get(name);
/** The two numbers of "comment:POST_COMMENT" in base 64. */
const numbersOf = (id: string | null | undefined) => /^comment:(\d{5,25})_(\d{5,25})$/.exec(unpacked(id)) ?? [];
const numberOf = (id: string | null | undefined) => (id && NUMBER.test(id) ? id : (numbersOf(id)[2] ?? null));

const commentsIn = (root: Element): Element[] => all(root, COMMENT).filter((comment) => one(comment, LINK));

/** The number of a post, as links of its comments have it. */
export const numberBelow = (root: Element): string | null =>
  only(commentsIn(root).flatMap((comment) => all(comment, LINK).flatMap((link) => numbersOf(parameter(link, 'comment_id'))[1] ?? [])));

/** The comments of the post whose page it is, in page order. */
export function commentsOf(page: Document, at: PageContext): CommentReading[] {
  const [post] = cardsIn(page);
  if (!post) return [];
  const author = authorOf(cardOf(post));
  return commentsIn(post)
    .filter((comment) => !concealed(comment))
    .map((comment) => {
      const own = (selector: string) => all(comment, selector).filter((each) => closest(each, COMMENT) === comment);
      const links = own(LINK);
      const date = links.findLast((link) => handleOf(attr(link, 'href')) === null);
      const answer = parameter(date, 'reply_comment_id');
      const words = own('[dir="auto"]').find((part) => !closest(part, 'a[href],[role="button"]') && !one(part, LINK) && text(part) !== '');
      const language = /^[\w-]{2,35}$/.exec(attr(words, 'lang') ?? '')?.[0];
      return {
        id: numberOf(answer ?? parameter(date, 'comment_id')),
        published: saidMoment(text(date), at),
        byAccount: same(links.map((link) => handleOf(attr(link, 'href'))).find(Boolean), author),
        replyTo: answer ? numberOf(parameter(date, 'comment_id')) : null,
        likedByAccount: null,
        text: text(words).slice(0, LONGEST_TEXT),
        ...(language && { language }),
      };
    });
}
