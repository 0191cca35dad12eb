import type { ComponentChildren } from 'preact';

/** A table that scrolls inside itself, so that the page never scrolls sideways. */
export function TableScroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (https://www.w3.org/WAI/WCAG22/Understanding/keyboard).
    <section class="table-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
