import { attr, childrenIn, nodesIn, tagOf } from '../reading/dom';

/** Enough for a page of posts; a report should fit into a mail. */
const MOST_ELEMENTS = 15_000;
const LONGEST_VALUE = 60;
/** Names that the site's own people gave to parts of the page: they say what a part is, and nothing about anybody. */
const SPOKEN = new Set([
  'class',
  'role',
  'type',
  'rel',
  'name',
  'itemprop',
  'itemtype',
  'property',
  'dir',
  'lang',
  'aria-hidden',
  'aria-modal',
  'hidden',
  'tabindex',
]);
const NAMED = /^(?:data-(?:testid|e2e|test-id|view-name|pagelet|tracking-control-name)|id|slot)$/;

/** The shape of a value without what it says. @example shapeOf('12,345 likes') // '00,000 aaaaa' */
export const shapeOf = (value: string): string =>
  value
    .slice(0, LONGEST_VALUE)
    .replace(/\p{N}/gu, '0')
    .replace(/[\p{L}\p{M}\p{S}]/gu, 'a');

/** Names are often followed by whose they are ("feedItem-by-lumen"): two words are the site's, the rest may be a person's. */
const nameOf = (value: string): string =>
  value
    .split(/(?<=[-_.:/])/)
    .map((part, index) => (index < 2 && /^[a-z]{2,24}[-_.:/]?$/i.test(part) ? part : shapeOf(part)))
    .join('')
    .slice(0, LONGEST_VALUE);

function keptOf(element: Element, name: string): string {
  const value = attr(element, name) ?? '';
  return SPOKEN.has(name) ? value.slice(0, 200) : NAMED.test(name) ? nameOf(value) : shapeOf(value);
}

/**
 * A page as tags and attributes, indented, without any text: what it takes to mend a reader, and nothing that anybody wrote.
 * `cut` says that the page was larger than a report may be.
 */
export function skeletonOf(page: Document): { text: string; elements: number; cut: boolean } {
  const lines: string[] = [];
  const waiting: { element: Element; depth: number }[] = page.body ? [{ element: page.body, depth: 0 }] : [];
  for (let next = waiting.pop(); next && lines.length < MOST_ELEMENTS; next = waiting.pop()) {
    const { element, depth } = next;
    const tag = tagOf(element);
    const names = Element.prototype.getAttributeNames.call(element).filter((name) => !/^(?:style|on\w+|srcset|nonce|d)$/.test(name));
    const attributes = names.map((name) => ` ${name}="${keptOf(element, name)}"`).join('');
    const letters = nodesIn(element).some((node) => node.nodeType === 3 && node.nodeValue?.trim()) ? ' …' : '';
    lines.push(`${' '.repeat(Math.min(depth, 40))}<${tag}${attributes}>${letters}`);
    if (/^(?:script|style|svg|noscript)$/.test(tag)) continue;
    for (const child of childrenIn(element).reverse()) waiting.push({ element: child, depth: depth + 1 });
  }
  return { text: lines.join('\n'), elements: lines.length, cut: waiting.length > 0 };
}
