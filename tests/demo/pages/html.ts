const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or attribute value, safe inside markup. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** `html` wrapped in `n` bare elements: the depth of the real pages, which readers must not depend on. */
export const nest = (n: number, html: string, tag = 'div'): string => `<${tag}>`.repeat(n) + html + `</${tag}>`.repeat(n);

/** A picture that needs no request: a colour from the seed. */
export function picture(seed: string, width: number, height: number): string {
  let hue = 0;
  for (const letter of seed) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='${width}' height='${height}'><rect width='100%' height='100%' fill='hsl(${hue},45%,62%)'/><circle cx='50%' cy='60%' r='32%' fill='hsl(${(hue + 40) % 360},55%,80%)'/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** JSON that can stand in a script element. */
export const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
