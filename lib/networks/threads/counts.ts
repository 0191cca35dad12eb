import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { readCount } from '../../reading/counts';
import { all, closest, parent } from '../../reading/dom';
import { exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { type Block, barOf, blockOf, blocksIn, drawn } from './block';

const HAS_DIGIT = /\p{Nd}/u;
/** Heart, bubble, arrows, plane: see `drawn`. */
const ORDER = 'ALAL';
const pages = new WeakMap<PageContext, boolean>();

/** Pieces of text in an element, without the titles of its icons. */
const pieces = (element: Element): string[] =>
  [element, ...all(element, '*')].flatMap((part) =>
    closest(part, 'svg') ? [] : [...part.childNodes].flatMap((node) => (node.nodeType === 3 /* text */ && node.nodeValue?.trim()) || []),
  );

/** What a button says beside its icon. While a number changes the old and the new one are there: then both, which is no count. */
const written = (button: Element): string => [...new Set(pieces(button))].join(' / ');

/** Whether there are numbers between the buttons: then an empty button may have its own outside of it. */
function printsBetween(bar: Element[]): boolean {
  let row = bar[0] ? parent(bar[0]) : null;
  while (row && !bar.every((button) => row?.contains(button))) row = parent(row);
  const digits = (elements: Element[]) => elements.flatMap(pieces).filter((piece) => HAS_DIGIT.test(piece)).length;
  return !!row && digits([row]) > digits(bar);
}

/** Whether the page prints counts beside its buttons, as Threads does since 2024. Only then an empty button says zero. */
function printsBeside(page: Document, at: PageContext): boolean {
  let prints = pages.get(at);
  prints ??= blocksIn(page).some((block) => barOf(blockOf(block)).some((button) => HAS_DIGIT.test(written(button))));
  pages.set(at, prints);
  return prints;
}

/** The counts beside a post's buttons. */
export function metricsOf(block: Block, at: PageContext): PostReading['metrics'] {
  const bar = barOf(block);
  const kinds = drawn(bar);
  const words = bar.map(written);
  // Four buttons whose drawings say nothing are in the order that they always have.
  const plain = kinds === 'AAAA' || kinds === 'LLLL';
  const [likes, comments, shares, sent] = [...ORDER].map((kind, place) => (plain || kinds[place] === kind ? words[place] : undefined));
  const zero = () => (!plain && printsBeside(block.root.ownerDocument, at) && !printsBetween(bar) ? exact(0, 'text') : unread());
  const count = (said: string | undefined, mayBeZero: boolean): Reading =>
    said ? (readCount(said, at.counts) ?? unread('text', said)) : said === '' && mayBeZero ? zero() : unread();
  // An author may hide likes and reposts, which look like none: no likes are certain only where there is nothing else either.
  return {
    likes: count(likes, !comments && !shares && !sent),
    comments: count(comments, true),
    shares: count(shares, !!likes || (!comments && !sent)),
  };
}
