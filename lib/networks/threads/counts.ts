import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount } from '../../reading/counts';
import { all, closest, contains, follows, nodesIn, one, pageOf, parent, text } from '../../reading/dom';
import { exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { type Block, barOf, blockOf, blocksIn, drawn, PRESSED, ROW } from './block';

const HAS_DIGIT = /\p{Nd}/u;
const pages = new WeakMap<PageContext, boolean>();

/** Pieces of text in an element, without the titles of its icons. */
const pieces = (element: Element): string[] =>
  [element, ...all(element, '*')].flatMap((part) =>
    isTitle(part, element) ? [] : nodesIn(part).flatMap((node) => (node.nodeType === 3 /* text */ && node.nodeValue?.trim()) || []),
  );
const isTitle = (part: Element, within: Element): boolean => {
  const title = closest(part, 'title');
  return !!title && contains(within, title);
};

/** What a button says beside its icon. While a number changes the old and the new one are there: then both, which is no count. */
const written = (button: Element): string => [...new Set(pieces(button))].join(' / ');

/** Whether there are numbers between the buttons: then an empty button may have its own outside of it. */
function printsBetween(bar: Element[]): boolean {
  let row = bar[0] ? parent(bar[0]) : null;
  while (row && !bar.every((button) => contains(row, button))) row = parent(row);
  const digits = (elements: Element[]) => elements.flatMap(pieces).filter((piece) => HAS_DIGIT.test(piece)).length;
  return !!row && digits([row]) > digits(bar);
}

/** Whether the page prints counts beside its buttons, as Threads does since 2024. Only then an empty button says zero, and none stand below. */
function printsBeside(page: Document, at: PageContext): boolean {
  let prints = pages.get(at);
  prints ??= blocksIn(page).some((block) => barOf(blockOf(block)).some((button) => readCount(written(button), at.counts)));
  pages.set(at, prints);
  return prints;
}

/** The place of a number, which since 2026 stays in a button that has none: as wide as no digit. */
const NO_DIGIT = '[style*="-width: 0ch"],[style*="-width:0ch"]';

/**
 * Whether a button holds its icon and nothing else but the place of a number without a digit: where another element stands without a number,
 * the number is lost and no zero.
 */
const isBare = (button: Element | undefined): boolean => {
  const [icon, other] = button ? all(button, 'svg') : [];
  if (!button || !icon || other) return false;
  const place = one(button, NO_DIGIT);
  return all(button, '*').every((part) => [icon, place].some((each) => each && (contains(each, part) || contains(part, each))));
};

/** What the words of counts hold. A word that is missing here costs a reading and makes none wrong. */
const WORDS: ['likes' | 'comments', RegExp][] = [
  ['comments', /repl|répon|antw|respuest|respost|rispost|yanıt|ответ|відпов|odpow|balas|trả lời|답글|返信|回复|回覆|ردّ?|जवाब|ตอบ/i],
  ['likes', /like|aime|gefällt|gusta|curti|gosto|piace|beğen|нрав|вподоб|polub|suka|thích|좋아요|いいね|赞|讚|إعجاب|पसंद|ถูกใจ/i],
];

/** A number and its words; "View 3 more replies" is longer. */
const MOST_WORDS = 3;

/** The counts in words that stood below a post's buttons until 2024: "45 replies · 678 likes". */
function countsBelow({ own }: Block, bar: Element[], { counts }: PageContext): PostReading['metrics'] {
  const [end] = bar.slice(-1);
  const metrics: PostReading['metrics'] = {};
  for (const part of own(PRESSED)) {
    const said = text(part);
    if (!end || !follows(end, part) || !HAS_DIGIT.test(said) || one(part, `${PRESSED},time,svg,img`)) continue;
    const [named, other] = WORDS.filter(([, words]) => words.test(said));
    if (!named || other || said.split(' ')[MOST_WORDS]) continue;
    const [name] = named;
    metrics[name] = (metrics[name] ? null : countIn(said, counts)) ?? unread('text', said);
  }
  return metrics;
}

/** The counts beside a post's buttons. */
export function metricsOf(block: Block, at: PageContext): PostReading['metrics'] {
  const bar = barOf(block);
  const kinds = drawn(bar);
  // Four buttons whose drawings say nothing are in the order that they always have.
  const plain = kinds === 'AAAA' || kinds === 'LLLL';
  const known = plain || ROW.test(kinds);
  const [heart, bubble, arrows] = known ? bar : [];
  const places = [heart, bubble, plain || kinds[2] === 'A' ? arrows : undefined];
  const [likes, comments, shares] = places.map((button) => button && written(button));
  const zero = () => (!plain && printsBeside(pageOf(block.root), at) && !printsBetween(bar) ? exact(0, 'text') : unread());
  const count = (button: Element | undefined, said: string | undefined, mayBeZero: boolean): Reading =>
    said ? (readCount(said, at.counts) ?? unread('text', said)) : said === '' && mayBeZero && isBare(button) ? zero() : unread();
  // An author may hide likes and reposts together, which look like none: where one of them is printed the other is none.
  return {
    likes: count(places[0], likes, !!shares),
    comments: count(places[1], comments, true),
    shares: count(places[2], shares, !!likes),
    ...(known && !printsBeside(pageOf(block.root), at) && countsBelow(block, bar, at)),
  };
}
