import { countsIn } from '../../lib/reading/counts';

/** Attributes that say something to people. */
const SAID = ['aria-label', 'title', 'alt', 'content'];
const LONGEST = 300;

/** How a language writes a count: in full, or abbreviated with no digit lost. */
export function written(value: number, compact: boolean, language: string): string {
  const options = compact ? ({ notation: 'compact', maximumSignificantDigits: 12 } as const) : {};
  return new Intl.NumberFormat(language, options).format(value);
}

/** A text with each of its counts as `write` puts it; the same text where none can be read. */
export function rewritten(text: string, from: string, write: (value: number, compact: boolean) => string): string {
  if (text.length > LONGEST) return text;
  let rest = text;
  let said = '';
  for (const { raw, value, as } of countsIn(text, { locale: from, display: 'rounds', significant: 1 })) {
    const at = raw ? rest.indexOf(raw) : -1;
    if (!raw || at < 0 || value === null) continue;
    said += rest.slice(0, at) + write(value, as === 'rounded');
    rest = rest.slice(at + raw.length);
  }
  return said + rest;
}

/** Changes everything that a page says to people, below scripts and styles. */
export function changeTexts(page: Document, change: (text: string) => string): void {
  const walker = page.createTreeWalker(page.documentElement, 1 + 4);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node instanceof Element) {
      for (const name of SAID) {
        const value = node.getAttribute(name);
        if (value) node.setAttribute(name, change(value));
      }
    } else if (!/^(?:script|style)$/i.test(node.parentElement?.tagName ?? '')) {
      const text = node.nodeValue ?? '';
      const other = change(text);
      if (other !== text) node.nodeValue = other;
    }
  }
}
