/** Markup that was made here; everything else that goes into markup is text. */
export interface Markup {
  markup: string;
}

type Part = string | number | null | false | undefined | Markup | readonly (Markup | null)[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in markup, also within a quoted attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A template of markup: whatever is put into it is escaped, unless it is markup itself. Attributes must be quoted. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return { markup: strings.reduce((whole, piece, i) => whole + written(parts[i - 1]) + piece) };
}

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'markup' in part ? part.markup : part.map((each) => each?.markup ?? '').join('');
}

/** A web address as it may be linked to; null for every other scheme, of which some run code. */
export function linkable(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}
