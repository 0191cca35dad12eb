/**
 * Ways into a page that we do not trust. A form may hold `<input name="getAttribute">`, which shadows the element's own
 * methods and properties even in our isolated world; so everything goes through the prototypes.
 */

/** One by one through the list's own method: by number, or with its iterator, takes several times as long. */
function itemsOf(list: NodeListOf<Element> | HTMLCollection): Element[] {
  const found: Element[] = [];
  for (let place = 0, { length } = list; place < length; place += 1) found.push(list.item(place) as Element);
  return found;
}

/** Whose methods to call: a document is shadowed too, by forms and pictures with a name. */
const methodsOf = (root: ParentNode): ParentNode => (root instanceof Element ? Element.prototype : Object.getPrototypeOf(root));

/** All matches below `root`, in page order. */
export const all = (root: ParentNode, selector: string): Element[] => itemsOf(methodsOf(root).querySelectorAll.call(root, selector));

/** First match below `root`, or null. */
export function one(root: ParentNode, selector: string): Element | null {
  return methodsOf(root).querySelector.call(root, selector);
}

/** Attribute of an element; null when there is no element or no attribute. */
export function attr(element: Element | null | undefined, name: string): string | null {
  return element ? Element.prototype.getAttribute.call(element, name) : null;
}

type Property = 'textContent' | 'parentElement' | 'previousElementSibling' | 'nextElementSibling';
/** Looked up when first used: this is also loaded where there is no page. */
const getters: Partial<Record<Property, (() => unknown) | undefined>> = {};

/** Reads a property of a node past whatever the page has put in its place; the standard has some on Node, some engines on Element too. */
const property = (element: Element, name: Property) => {
  getters[name] ??= descriptor(name)?.get;
  return getters[name]?.call(element);
};
const descriptor = (name: Property) =>
  Object.getOwnPropertyDescriptor(Element.prototype, name) ?? Object.getOwnPropertyDescriptor(Node.prototype, name);

/** Text as it stands in the markup; empty when there is no element. Never forces layout. */
export const rawText = (element: Element | null | undefined): string =>
  element ? ((property(element, 'textContent') as string | null) ?? '') : '';

/** White space that is not already one plain space between words. */
const UNFOLDED = /[^\S ]| {2}|^ | $/;

/** Text with white space folded; empty when there is no element. */
export function text(element: Element | null | undefined): string {
  const raw = rawText(element);
  return UNFOLDED.test(raw) ? raw.replace(/\s+/gu, ' ').trim() : raw;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Whether the second element is the first one or inside it. */
export const contains = (element: Element, other: Element): boolean => Node.prototype.contains.call(element, other);

export function parent(element: Element): Element | null {
  return (property(element, 'parentElement') as Element | null) ?? null;
}

/** Whether the element or an ancestor is switched off in the markup. Former screens stay in single-page apps like that; asking for styles would force layout. */
export function concealed(element: Element): boolean {
  return closest(element, CONCEALED) !== null;
}

/** What switches an element off in the markup. */
export const CONCEALED = '[hidden],[inert],[style*="display: none"],[style*="display:none"]';

/** A walker over what is inside an element; `what` are NodeFilter's bits. A form may hide `ownerDocument` as it may anything. */
export function walkerOf(element: Element, what: number): TreeWalker {
  const owner = Object.getOwnPropertyDescriptor(Node.prototype, 'ownerDocument')?.get?.call(element) as Document | undefined;
  return Document.prototype.createTreeWalker.call(owner ?? document, element, what);
}

/** The element that stands right before another below the same parent, or null. */
export function before(element: Element): Element | null {
  return (property(element, 'previousElementSibling') as Element | null) ?? null;
}

/** The element that stands right after another below the same parent, or null. */
export function after(element: Element): Element | null {
  return (property(element, 'nextElementSibling') as Element | null) ?? null;
}

/** What stands right above an element in its list, however deeply both are wrapped; null for the first. */
export function above(element: Element): Element | null {
  let here: Element | null = element;
  while (here && !before(here)) here = parent(here);
  return here && before(here);
}
