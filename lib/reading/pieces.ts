import { walkerOf } from './dom';

/** Text nodes looked at below one element: what shows one count has a handful. */
const MOST_PIECES = 200;

/**
 * The pieces of an element's text that hold a digit, each as its own text node has it. More than one: what looks like one number may be
 * two that stand side by side ("41" and "900").
 */
export function numberPieces(element: Element): string[] {
  const walker = walkerOf(element, 4 /* text nodes */);
  const pieces: string[] = [];
  for (let seen = 0, node = walker.nextNode(); node && seen < MOST_PIECES; seen++, node = walker.nextNode()) {
    const piece = (node as Text).data.slice(0, 10_000);
    if (/\p{Nd}/u.test(piece)) pieces.push(piece);
  }
  return pieces;
}
