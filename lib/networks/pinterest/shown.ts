import { all, attr, closest, parent } from '../../reading/dom';

const HIDING = '[hidden],[inert],[style*="display: none"],[style*="display:none"]';

/**
 * Whether an element is part of the screen. Parts that the server sent after the page stand in `<div hidden id="S:1">` until the page's
 * scripts move them to their places: they are no former screens.
 */
export function shown(element: Element): boolean {
  let hiding = closest(element, HIDING);
  for (let level = 0; hiding && level < 20; level++) {
    if (!/^S:[\da-f]+$/i.test(attr(hiding, 'id') ?? '')) return false;
    const above = parent(hiding);
    hiding = above && closest(above, HIDING);
  }
  return hiding === null;
}

/** Elements of the screen that a selector finds. */
export const allShown = (root: ParentNode, selector: string): Element[] => all(root, selector).filter(shown);
