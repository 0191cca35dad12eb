/**
 * Ways into a page that we do not trust. A form may hold `<input name="getAttribute">`, which shadows the element's own
 * methods and properties even in our isolated world; so everything goes through the prototypes.
 */

/** All matches below `root`, in page order. */
export function all(root: ParentNode, selector: string): Element[] {
  return [...(root instanceof Element ? Element.prototype.querySelectorAll.call(root, selector) : root.querySelectorAll(selector))];
}

/** First match below `root`, or null. */
export function one(root: ParentNode, selector: string): Element | null {
  return (root instanceof Element ? Element.prototype : root).querySelector.call(root, selector);
}

/** Attribute of an element; null when there is no element or no attribute. */
export function attr(element: Element | null | undefined, name: string): string | null {
  return element ? Element.prototype.getAttribute.call(element, name) : null;
}

/** A property of a node, read past whatever the page has put in its place; the standard has it on Node, some engines on Element too. */
const property = (element: Element, name: 'textContent' | 'parentElement') =>
  (Object.getOwnPropertyDescriptor(Element.prototype, name) ?? Object.getOwnPropertyDescriptor(Node.prototype, name))?.get?.call(element);

/** Text with white space folded; empty when there is no element. Never forces layout. */
export function text(element: Element | null | undefined): string {
  return element ? ((property(element, 'textContent') as string | null) ?? '').replace(/\s+/gu, ' ').trim() : '';
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function parent(element: Element): Element | null {
  return (property(element, 'parentElement') as Element | null) ?? null;
}

/** Whether the element or an ancestor is switched off in the markup. Former screens stay in single-page apps like that; asking for styles would force layout. */
export function concealed(element: Element): boolean {
  return closest(element, '[hidden],[inert],[style*="display: none"],[style*="display:none"]') !== null;
}
