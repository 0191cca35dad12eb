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

type Property =
  | ('textContent' | 'ownerDocument' | 'childNodes' | 'isConnected' | 'localName' | 'children' | 'childElementCount')
  | ('parentElement' | 'previousElementSibling' | 'nextElementSibling');
/** Looked up when first used: this is also loaded where there is no page. */
const getters: Partial<Record<Property, (() => unknown) | undefined>> = {};
const descriptor = (name: Property) =>
  Object.getOwnPropertyDescriptor(Element.prototype, name) ?? Object.getOwnPropertyDescriptor(Node.prototype, name);

/** Reads a property of a node past whatever the page has put in its place; the standard has some on Node, some engines on Element too. */
function property(node: Node | null | undefined, name: Property): unknown {
  getters[name] ??= descriptor(name)?.get;
  return node ? getters[name]?.call(node) : undefined;
}

/** Text as it stands in the markup; empty when there is no element. Never forces layout. */
export const rawText = (element: Element | null | undefined): string => (property(element, 'textContent') as string | undefined) ?? '';

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

/** Whether the second node is the first one or inside it; not where either is missing. */
export const contains = (element: Node | null | undefined, other: Node | null | undefined): boolean =>
  !!element && Node.prototype.contains.call(element, other ?? null);

/** Whether the second node begins after the first one does. */
export const follows = (one: Node, other: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(one, other) & 4) /* FOLLOWING */ !== 0;

export const parent = (element: Node | null | undefined): Element | null =>
  (property(element, 'parentElement') as Element | undefined) ?? null;

/** The element that stands right before another below the same parent, or null. */
export const before = (element: Element | null | undefined): Element | null =>
  (property(element, 'previousElementSibling') as Element | undefined) ?? null;

/** The element that stands right after another below the same parent, or null. */
export const after = (element: Element | null | undefined): Element | null =>
  (property(element, 'nextElementSibling') as Element | undefined) ?? null;

/** Those that stand in no other of them; they are given in page order. */
export function outermost(elements: Element[]): Element[] {
  let last: Element | undefined;
  return elements.filter((element) => {
    const stands = !last || !contains(last, element);
    if (stands) last = element;
    return stands;
  });
}

/** The nodes right below an element, texts too, in order. */
export const nodesIn = (element: Element): ChildNode[] => [...(property(element, 'childNodes') as NodeListOf<ChildNode>)];

/** The elements right below an element, in order. */
export const childrenIn = (element: Element): Element[] => itemsOf(property(element, 'children') as HTMLCollection);

/** How many elements are right below an element. */
export const childCount = (element: Element | null | undefined): number =>
  (property(element, 'childElementCount') as number | undefined) ?? 0;

/** Name of an element's kind, in small letters on a page: "div". Empty when there is no element. */
export const tagOf = (element: Element | null | undefined): string => (property(element, 'localName') as string | undefined) ?? '';

/** The document that a node is in. */
export const pageOf = (node: Node): Document => property(node, 'ownerDocument') as Document;

/** Whether a node is still in its page. */
export const isConnected = (node: Node): boolean => property(node, 'isConnected') === true;

/** Whether the element or an ancestor is switched off in the markup. Former screens stay in single-page apps like that; asking for styles would force layout. */
export function concealed(element: Element): boolean {
  return closest(element, CONCEALED) !== null;
}

/** What switches an element off in the markup. */
export const CONCEALED = '[hidden],[inert],[style*="display: none"],[style*="display:none"]';

/** A walker over what is inside an element; `what` are NodeFilter's bits. */
export const walkerOf = (element: Element, what: number): TreeWalker =>
  Document.prototype.createTreeWalker.call(pageOf(element), element, what);

/** What stands right above an element in its list, however deeply both are wrapped; null for the first. */
export function above(element: Element): Element | null {
  let here: Element | null = element;
  while (here && !before(here)) here = parent(here);
  return here && before(here);
}
