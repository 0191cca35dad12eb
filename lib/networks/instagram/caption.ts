import type { CommentReading, PostReading } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { all, attr, childrenIn, closest, contains, follows, matches, one, parent, text } from '../../reading/dom';
import { factsOfWords, linesOf } from '../../reading/words';
import { barsIn } from './counts';
import { isName, type Linked, linkIn, linkOf, linksIn } from './links';
import { LONGEST_TEXT } from './media';

/** A date is no deeper below the row of its author and words. */
const HIGHEST = 14;
const LONGEST_COMMENT = 1000;
const PRESSED = 'button,[role="button"],form,svg';

/** What stands around a date: who wrote it, and the words beside. */
interface Said {
  author: Linked | null;
  words: Element | null;
}

/** Climbs from a date to its author's name and the words beside it; other dates end the way. */
function saidAt(time: Element, root: Element): Said {
  let author: Linked | null = null;
  let row = parent(time);
  for (let level = 0; row && row !== root && level < HIGHEST; level += 1, row = parent(row)) {
    if (one(row, 'time') !== time || all(row, 'time')[1]) break;
    author ??= linksIn(row).find(isName) ?? null;
    const words = author && freeIn(row, [time, author.element]);
    if (words) return { author, words };
  }
  return { author, words: null };
}

/** How much an element says beside its buttons. */
function wordsIn(element: Element): number {
  const buttons = all(element, PRESSED).filter((button) => closest(parent(button) ?? button, PRESSED) === closest(element, PRESSED));
  const said = text(element);
  let length = said.length;
  while (/[\s•·]/.test(said[length - 1] ?? '')) length -= 1;
  return buttons.reduce((rest, button) => rest - text(button).length, length);
}

/** The largest part of a row that is none of these and no button, with words. */
function freeIn(row: Element, taken: Element[]): Element | null {
  let longest: Element | null = null;
  let most = 0;
  const open = [row];
  for (let here = open.pop(); here; here = open.pop()) {
    if (matches(here, PRESSED) || taken.includes(here)) continue;
    const holds = taken.some((each) => contains(here, each));
    if (holds) open.push(...childrenIn(here));
    else if (wordsIn(here) > most) [longest, most] = [here, wordsIn(here)];
  }
  return longest;
}

/** The element that holds a post's caption: its heading, what stands beside its first date that is no link, or after its author's name below the buttons. */
export function captionOf(root: Element, author: string | null): Element | null {
  const heading = one(root, 'h1');
  if (heading) return heading;
  const own = (link: Linked | null) => !author || link?.handle?.toLowerCase() === author.toLowerCase();
  const time = all(root, 'time').find((date) => !closest(date, 'a[href]') && !closest(date, 'li li'));
  const said = time && saidAt(time, root);
  if (said?.words && own(said.author)) return said.words;
  const bar = barsIn(root)[0] ?? one(root, 'section');
  const name = bar && linksIn(root).find((link) => isName(link) && own(link) && follows(bar, link.element));
  if (!name || contains(root, closest(name.element, 'section'))) return null;
  let row = parent(name.element);
  for (let level = 0; row && row !== root && !contains(row, bar) && !one(row, 'time') && level < HIGHEST; level += 1, row = parent(row)) {
    const words = freeIn(row, [name.element]);
    if (words) return words;
  }
  return null;
}

/** What a caption says, and of whom. */
export function factsOf(words: Element | null, page: URL): Pick<PostReading, 'text' | 'hashtags' | 'mentions' | 'links' | 'language'> {
  if (!words) return { text: '' };
  const said = linesOf(words).slice(0, LONGEST_TEXT);
  const handleOf = (href: string) => {
    const { id, rest, handle } = linkOf(href);
    return (!id && !rest && handle) || null;
  };
  return { ...factsOfWords(words, page, { handleOf }), text: said };
}

/** The comments below an opened post: every date that links to a comment is one. */
export function commentsIn(root: Element, author: string | null): CommentReading[] {
  const comments = all(root, 'a[href] time').flatMap((time): CommentReading[] => {
    const link = linkIn(closest(time, 'a[href]'));
    const [, id, reply] = /^c\/(\d{1,30})(?:\/r\/(\d{1,30}))?\/?$/.exec(link.rest ?? '') ?? [];
    if (!id) return [];
    const said = saidAt(time, root);
    const byAccount = !!author && said.author?.handle?.toLowerCase() === author.toLowerCase();
    const published = isoMoment(attr(time, 'datetime'));
    const words = text(said.words).slice(0, LONGEST_COMMENT);
    return [{ id: reply ?? id, published, byAccount, replyTo: reply ? id : null, likedByAccount: null, text: words }];
  });
  return [...new Map(comments.map((comment) => [comment.id, comment])).values()].slice(0, 1000);
}
