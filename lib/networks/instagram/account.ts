import type { AccountReading, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, countsIn, readCount } from '../../reading/counts';
import { all, attr, one, parent, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { knownPosts, meta } from './data';
import { linkOf, linksIn, ORIGIN } from './links';
import { mainOf, postsOf, readPost } from './posts';

const same = (a: string | null | undefined, b: string | null) => !!a && a.toLowerCase() === b?.toLowerCase();

/** Whose page it is. Searches and feeds are nobody's. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { surface } = at;
  const profile = surface.kind === 'profile';
  const handle = surface.handle ?? (surface.postId ? openedBy(page, at) : null);
  const url = handle && `${ORIGIN}/${handle}/`;
  const nobody = { nativeId: null, handle, name: null, url, followers: absent(), following: absent(), posts: absent() };
  return profile ? { ...nobody, ...profileOf(page, at) } : nobody;
}

/** Who published the opened post. */
function openedBy(page: Document, at: PageContext): string | null {
  const id = at.surface.postId ?? '';
  const candidates = at.surface.tab === 'reels' ? postsOf(page, at) : [mainOf(page, at)];
  const opened = candidates
    .flatMap((element) => (element ? [readPost(element, at)] : []))
    .find((post: PostReading | null) => post?.id === id);
  return opened?.author ?? knownPosts(page, at).get(id)?.author ?? null;
}

function profileOf(page: Document, { counts, surface }: PageContext): Partial<AccountReading> {
  const header = one(page, 'main header') ?? one(page, 'header');
  const link = (list: string) =>
    header && linksIn(header).find(({ rest, handle }) => rest === list && same(handle, surface.handle))?.element;
  // Signed out the counts are no links: then they are a list of three, without the pictures that stories in a list have.
  const items = header ? all(header, 'ul>li').filter((item) => !one(item, 'img')) : [];
  const [, second, third] = items.length === 3 ? items : [];
  const followers = link('followers') || second;
  const following = link('following') || third;
  // The server's description is about this account only until the app moves on, and older than the page.
  const fresh = same(linkOf(meta(page, 'og:url')).handle, surface.handle);
  const [head, rest] = (fresh && meta(page, 'description,og:description')?.split(' - ')) || [];
  const described = rest === undefined ? [] : countsIn(head, counts, 'embedded');
  const [a, b, c] = described.length === 3 ? described : [];
  const id =
    fresh &&
    all(page, 'script:not([src])')
      .map((script) => /"profile_id":"(\d{1,20})"/.exec(script.textContent ?? '')?.[1])
      .find(Boolean);
  return {
    nativeId: id || null,
    name: /^(.+?)\s*\(@/.exec((fresh && meta(page, 'og:title')) || '')?.[1] ?? null,
    followers: shown(followers, counts) ?? a ?? unread(),
    following: shown(following, counts) ?? b ?? unread(),
    posts: shown(before(followers, following), counts) ?? c ?? unread(),
  };
}

/** A count of the header: every digit is in a title where the text is abbreviated. */
function shown(element: Element | null | undefined, counts: CountStyle): Reading | null {
  if (!element) return null;
  const title = all(element, '[title]').map((titled) => attr(titled, 'title'));
  return readCount(title[0], counts, 'label') ?? countIn(text(element), counts);
}

/** Posts stand in one row with followers and following, before them. */
function before(followers?: Element, following?: Element): Element | null {
  let here = followers ?? null;
  for (let row = here && parent(here); row && following; row = parent(row)) {
    if (row.contains(following)) return here?.previousElementSibling ?? null;
    here = row;
  }
  return null;
}
