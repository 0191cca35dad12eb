const LONGEST_ID = 200;
/** Parameters that say which post is meant on sites whose path does not. */
const NAMING = /^(?:id|p|v|t|tid|pid|topic|thread|post|story|article|aid|fid|showtopic|page_id|item)$/i;

export const hostOf = (url: URL): string => url.hostname.toLowerCase().replace(/^www\./, '');

/** An address as it stands in data; null where it is none of the web. */
export function addressIn(value: unknown, base: URL): URL | null {
  if (typeof value !== 'string' || !value || value.length > 2000 || !URL.canParse(value, base.href)) return null;
  const url = new URL(value, base.href);
  return /^https?:$/.test(url.protocol) && !url.username ? url : null;
}

const naming = (url: URL): string =>
  [...url.searchParams]
    .filter(([name]) => NAMING.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

/** A short sign of a long text (FNV-1a, 2 × 32 bits). */
function sign(text: string): string {
  const halves = [0x811c9dc5, 0x01000193].map((seed) => {
    let hash = seed;
    for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    return (hash >>> 0).toString(36);
  });
  return halves.join('');
}

/** The id of the post at an address: host and path, with what names it in the query. @example idOf(new URL('https://www.a.example/b/?utm_source=c')) // 'a.example/b' */
export function idOf(url: URL): string {
  const query = naming(url);
  const whole = `${hostOf(url)}${url.pathname.replace(/(?<!\/)\/+$/, '')}${query ? `?${query}` : ''}`;
  return whole.length <= LONGEST_ID ? whole : `${whole.slice(0, LONGEST_ID - 20)}~${sign(whole)}`;
}

/** Whether two addresses name one page. */
export const samePage = (a: URL | null, b: URL | null): boolean => !!a && !!b && idOf(a).toLowerCase() === idOf(b).toLowerCase();
