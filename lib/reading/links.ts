/** Parameters that say who clicked and not what is shown: the lists of ClearURLs and of Firefox's query stripping, shortened to what social posts carry. */
const TRACKING =
  /^(?:utm_\w+|(?:fbc|gc|dc|twc|ttc|yc)lid|msclkid|srsltid|[gw]braid|ig(?:shid|sh)|li_fat_id|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|trk|rdt_cid|ScCid|epik|_branch_match_id|ref_src|ref_url|spm|__tn__|_ga|_gl|vero_id|oly_\w+|cmpid|wt_mc|xtor|s_kwcid|at_(?:campaign|medium|creation|link|ptr|format)\w*)$/i;
/** Where networks put the address that their redirect leads to (l.facebook.com/l.php?u=, youtube.com/redirect?q=, linkedin.com/safety/go?url=, tiktok.com/link/v2?target=). */
const REDIRECTED = ['u', 'q', 'url', 'target', 'to'];
/** Shorteners that networks wrap every link in: the visible text says more than they do. */
const WRAPPED = /^(?:t\.co|lnkd\.in)$/;
/** A text that is an address, whole; its scheme may be left out. */
const NAMED = /^(https?:\/\/)?([\w-]+(?:\.[\w-]+)+(?:\/[^\s…]*)?)$/;
const MOST_LINKS = 20;

/** A path on the page's own host without a query: it leads nowhere else. "//" and "/\\" begin another host, and signs of layout between them are left out. */
const STAYS = /^\/[\w@%-][^?]*$/;

/** An address that is written as a browser would write it, without a query: it needs no parser, which takes several microseconds. Its host. */
const PLAIN = /^https:\/\/(?!.*xn--)([a-z][a-z\d.-]*\.[a-z][a-z\d-]*)\/[\w/-]*$/;

const addressIn = (text: string | null, base?: string): URL | null => {
  if (!text || text.length > 4000) return null;
  try {
    const url = new URL(text, base);
    return /^https?:$/.test(url.protocol) && !url.username ? url : null;
  } catch {
    return null;
  }
};
/** The part of a host that one owner has: its last two labels, three under a country's "co.uk". @example siteOf('l.facebook.com') // 'facebook.com' */
const siteOf = (host: string) =>
  host
    .split('.')
    .slice(/\.(?:com?|net|org|gov|edu|ac)\.[a-z]{2}$/.test(host) ? -3 : -2)
    .join('.');

/** An address without what tracks its visitor. @example clean(new URL('https://a.example/?id=1&utm_source=x')) // 'https://a.example/?id=1' */
function clean(url: URL): string {
  const all = url.search ? [...url.searchParams] : [];
  const kept = all.filter(([name]) => !TRACKING.test(name));
  const query = kept.length === all.length ? url.search : kept.length ? `?${new URLSearchParams(kept)}` : '';
  return `${url.origin}${url.pathname}${query}${/^#(?:.*=|:~)/.test(url.hash) ? '' : url.hash}`;
}

/**
 * Where a link leads outside the page's network, without tracking; null for a link that stays. Redirects of the network are undone;
 * `shown` is the link's text, which names the address that a wrapped link hides.
 * @example outgoing('https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3D1', page) // 'https://a.example/'
 */
export function outgoing(href: string | null, page: URL, shown = ''): string | null {
  if (!href || STAYS.test(href)) return null;
  const here = siteOf(page.hostname);
  const plain = PLAIN.exec(href)?.[1];
  const url = plain ? null : addressIn(href, page.href);
  const host = plain ?? url?.hostname;
  if (!host) return null;
  if (siteOf(host) === here) {
    const [target] = REDIRECTED.map((name) => addressIn(url?.searchParams.get(name) ?? null)).filter((found) => found !== null);
    return target && siteOf(target.hostname) !== here ? outgoing(target.href, page) : null;
  }
  const [, scheme = '', rest] = (WRAPPED.test(host) && NAMED.exec(shown.trim())) || [];
  const to = addressIn(rest ? `${scheme || 'https://'}${rest}` : null) ?? url;
  const address = to ? clean(to) : href;
  return address.length <= 2000 ? address : null;
}

/** Where these links lead outside the network, each address once. */
export function outgoingLinks(anchors: { href: string | null; shown?: string }[], page: URL): string[] {
  const found = anchors.flatMap(({ href, shown }) => outgoing(href, page, shown) ?? []);
  return [...new Set(found)].slice(0, MOST_LINKS);
}
