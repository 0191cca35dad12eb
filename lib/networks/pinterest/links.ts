/** Pinterest's own domains: pinterest.com and those of countries. */
export const COUNTRIES = 'com at ca ch cl co.kr co.uk com.au com.mx de dk es fr ie it jp nz ph pt se'.split(' ');
const HOST = new RegExp(`^(?:[\\w-]+\\.)?pinterest\\.(?:${COUNTRIES.join('|').replaceAll('.', '\\.')})$`);
export const ORIGIN = 'https://www.pinterest.com';

/** First parts of addresses that are no account's. */
const RESERVED =
  /^(?:_.*|about|advertis\w*|analytics|api|auth|board|boards|business\w*|categor\w+|collage\w*|community|contact|conver\w+|create|developers?|discover|edit|email|explore|feed|following|graphql|help|homefeed|idea|ideas|idea-pin-builder|inbox|invite\w*|js|login|logout|me|messages?|news|news_hub|notifications?|oauth|offsite|password|pin|pins|pin-builder|pin-creation-tool|policy|privacy|profile|reports?|resource|search|settings?|shop|shopping|signup|source|static|tags?|terms|today|topics?|trends|tv|upload|user|verified|video|videos|watch|welcome)$/i;

/** Whether a host is one of Pinterest's sites: `www.`, a language's ("ru.pinterest.com") or a country's. */
export const isPinterest = (host: string): boolean => HOST.test(host.toLowerCase());

/** The parts of a Pinterest address's path; null for an address elsewhere. */
export function partsOf(href: string | null, base: string = ORIGIN): string[] | null {
  if (!href || href.length > 2000 || !URL.canParse(href, base)) return null;
  const { hostname, pathname } = new URL(href, base);
  return isPinterest(hostname) ? pathname.split('/').filter(Boolean) : null;
}

/**
 * Number of the pin that an address leads to, with or without words before it. Codes in place of a number are made anew for each reader
 * and name nothing.
 * @example pinIn('/pin/oak-chair--1234567890/') // '1234567890'
 */
export function pinIn(href: string | null): string | null {
  const [first, second] = partsOf(href) ?? [];
  return first?.toLowerCase() === 'pin' ? (/^(?:.*--)?(\d{5,20})$/.exec(second ?? '')?.[1] ?? null) : null;
}

/** Whether this may be the name of an account. */
export const isHandle = (name: string | undefined): name is string => !!name && /^\w{1,60}$/.test(name) && !RESERVED.test(name);

/** The account that an address leads to, none of its boards. */
export function handleIn(href: string | null): string | null {
  const [first, ...more] = partsOf(href) ?? [];
  return isHandle(first) && (more.length === 0 || /^_/.test(more[0] ?? '')) ? first : null;
}

/** The account that an address leads to, or whose board it is. */
export function ownerIn(href: string | null): string | null {
  const [first] = partsOf(href) ?? [];
  return isHandle(first) ? first : null;
}

export const same = (a: string | null | undefined, b: string | null | undefined): boolean =>
  !!a && !!b && a.toLowerCase() === b.toLowerCase();

export const pinUrl = (id: string): string => `${ORIGIN}/pin/${id}/`;
