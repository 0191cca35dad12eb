import { contains } from '../reading/dom';

/** How far a badge reaches over the upper edge of its post, in pixels: it covers little of what is there. */
const OVER = 9;
/** Narrower posts (a grid's) get badges as wide as this. */
const NARROWEST = 180;
/** Where a post must be what is seen there, from its upper right corner: else something lies over it, a fixed head or a picture that was opened. */
const PROBE = { x: 6, y: 14 };

/** Never the element's own method: a form may have put a field of its in its place. */
const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

/** Whether a post is what can be seen at its corner. */
function uncovered(post: Element, { right, top }: DOMRect, host: Element): boolean {
  const x = Math.min(right, innerWidth) - PROBE.x;
  const hit = Document.prototype.elementFromPoint.call(document, x, Math.max(top + PROBE.y, 1));
  return hit !== null && (hit === host || contains(post, hit) || contains(hit, post));
}

/** Puts each badge to the upper right corner of its post. First everything is measured, then everything is moved: one layout at most. */
export function placeBadges(badges: ReadonlyMap<Element, { element: HTMLElement }>, host: HTMLElement): void {
  const origin = rectOf(host);
  const places = [...badges].map(([post, { element }]) => {
    const rect = rectOf(post);
    const inView = rect.width > 0 && rect.top > -PROBE.y && rect.top < innerHeight && rect.right > 0;
    return { element, rect, shown: inView && uncovered(post, rect, host) };
  });
  for (const { element, rect, shown } of places) {
    element.style.visibility = shown ? 'visible' : 'hidden';
    if (!shown) continue;
    const right = Math.min(rect.right, innerWidth - 4);
    element.style.maxWidth = `${Math.max(NARROWEST, rect.width)}px`;
    element.style.transform = `translate(${Math.round(right - origin.left)}px,${Math.round(rect.top - origin.top - OVER)}px) translateX(-100%)`;
  }
}
