import type { CommentReading } from '../../model/capture';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import { languageIn } from '../../reading/words';
import type { PageContext } from '../network';
import { authorOf, BUTTON, COMMENT, cardOf, cardsIn, LINK, ownerOf } from './card';
import { saidMoment } from './dates';
import { addressOf, NUMBER, only, same, unpacked } from './links';

const TO_COMMENT = 'a[href*="comment_id="]';
const LONGEST_TEXT = 1000;

/** A parameter that names a comment, as links of comments have it. */
const parameter = (link: Element | undefined, name: 'comment_id' | 'reply_comment_id') =>
  addressOf(attr(link, 'href'))?.searchParams.get(name);
/** The two numbers of "comment:POST_COMMENT" in base 64. */
const numbersOf = (id: string | null | undefined) => /^comment:(\d{5,25})_(\d{5,25})$/.exec(unpacked(id)) ?? [];
const numberOf = (id: string | null | undefined) => (id && NUMBER.test(id) ? id : (numbersOf(id)[2] ?? null));

const commentsIn = (root: Element): Element[] => all(root, COMMENT).filter((comment) => one(comment, TO_COMMENT));

/** The number of a post, as links of its comments have it. */
export const numberBelow = (root: Element): string | null =>
  only(
    commentsIn(root).flatMap((comment) => all(comment, TO_COMMENT).flatMap((link) => numbersOf(parameter(link, 'comment_id'))[1] ?? [])),
  );

/** The comments of the post whose page it is, in page order. */
export function commentsOf(page: Document, at: PageContext): CommentReading[] {
  const [post] = cardsIn(page);
  if (!post) return [];
  const author = authorOf(cardOf(post));
  return commentsIn(post)
    .filter((comment) => !concealed(comment))
    .map((comment) => {
      const own = (selector: string) => all(comment, selector).filter((each) => closest(each, COMMENT) === comment);
      const links = own(TO_COMMENT);
      const date = links.findLast((link) => ownerOf(link) === null);
      const answer = parameter(date, 'reply_comment_id');
      const words = own('[dir="auto"]').find((part) => !closest(part, `${LINK},${BUTTON}`) && !one(part, TO_COMMENT) && text(part) !== '');
      const language = words && languageIn(words);
      return {
        id: numberOf(answer ?? parameter(date, 'comment_id')),
        published: saidMoment(text(date), at),
        byAccount: same(links.map(ownerOf).find(Boolean), author),
        replyTo: answer ? numberOf(parameter(date, 'comment_id')) : null,
        likedByAccount: null,
        text: text(words).slice(0, LONGEST_TEXT),
        ...(language && { language }),
      };
    });
}
