const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or attribute value, safe inside markup. */
export const safe = (text: string): string => text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);

/** `html` wrapped in `n` bare elements: the depth of the real pages, which readers must not depend on. */
export const nest = (n: number, html: string, tag = 'div'): string => `<${tag}>`.repeat(n) + html + `</${tag}>`.repeat(n);

/** Attributes of a picture at its network's real address, which nothing answers: a colour stands in for it. */
export function picture(address: string): string {
  let hue = 0;
  for (const letter of address) hue = (hue * 31 + letter.charCodeAt(0)) % 360;
  return `src="${safe(address)}" style="display:block;background:linear-gradient(135deg,hsl(${hue} 50% 72%),hsl(${(hue + 50) % 360} 45% 58%))"`;
}

/** JSON that can stand in a script element. */
export const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');
