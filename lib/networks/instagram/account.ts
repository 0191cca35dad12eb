import type { AccountReading, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, contains, one, parent, tagOf, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { said } from './counts';
import { knownAccount, knownPosts, meta } from './data';
import { linkOf, linksIn, ORIGIN } from './links';
import { mainOf, postsOf, readPost } from './posts';
import { detailsOf } from './profile';

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

function profileOf(page: Document, at: PageContext): Partial<AccountReading> {
  const { counts, surface } = at;
  const header = one(page, 'main header') ?? one(page, 'header');
  const links = (root: Element | null, list: string) =>
    root ? linksIn(root).filter(({ rest, handle }) => rest === list && same(handle, surface.handle)) : [];
  // In a narrow window the counts stand below the header.
  const place = links(header, 'followers')[0] ? header : (header && closest(header, 'main')) || header;
  const [followersLinks, followingLinks] = [links(place, 'followers'), links(place, 'following')];
  // Signed out the counts are no links: then they are a list of three, without the pictures that stories in a list have.
  const linked = followersLinks[0] || followingLinks[0];
  const items = header && !linked ? all(header, 'ul>li').filter((item) => !one(item, 'img')) : [];
  const [, second, third] = items.length === 3 && !items.some((item) => one(item, 'li')) ? items : [];
  const followers = followersLinks[1] ? undefined : (followersLinks[0]?.element ?? second);
  const following = followingLinks[1] ? undefined : (followingLinks[0]?.element ?? third);
  // What the server wrote is about this account only until the app moves on. Its description's counts are older than the page, and left alone.
  const fresh = same(linkOf(meta(page, 'og:url')).handle, surface.handle);
  const data = knownAccount(page, at, surface.handle);
  const id =
    fresh &&
    all(page, 'script:not([src])')
      .map((script) => /"profile_id":"(\d{1,20})"/.exec(script.textContent ?? '')?.[1])
      .find(Boolean);
  const name = /^(.{1,300}?)\s{0,9}\(@/.exec((fresh && meta(page, 'og:title')) || '')?.[1];
  const row = followers && rowOf(followers, following);
  return {
    ...data,
    ...(header && detailsOf(header, row, at)),
    nativeId: data.nativeId ?? (id || null),
    name: name ?? data.name ?? null,
    followers: sharper(shown(followers, counts), data.followers) ?? unread(),
    following: sharper(shown(following, counts), data.following) ?? unread(),
    posts: sharper(shown(before(followers, following), counts), data.posts) ?? unread(),
  };
}

/** The shown count, and the data's where it is finer or nothing is shown. */
function sharper(seen: Reading | null, data: Reading | undefined): Reading | undefined {
  if (!seen || !data) return seen ?? data;
  const within = seen.as === 'rounded' && Number(seen.low) <= Number(data.value) && Number(data.value) <= Number(seen.high);
  return within ? data : seen;
}

/** A count of the header: every digit is in a title where the text is abbreviated. */
function shown(element: Element | null | undefined, counts: CountStyle): Reading | null {
  const seen = element ? countIn(said(element), counts) : null;
  if (!element || seen?.low == null || seen.high == null) return null;
  const titles = [element, ...all(element, '[title]')].flatMap((titled) => readCount(attr(titled, 'title'), counts, 'label') ?? []);
  return titles.find(({ value }) => Number(seen.low) <= Number(value) && Number(value) <= Number(seen.high)) ?? seen;
}

/** The smallest element that holds followers and following. */
function rowOf(followers: Element, following?: Element): Element | null {
  let row = parent(followers);
  while (row && following && !contains(row, following)) row = parent(row);
  return row && following ? row : closest(followers, 'ul');
}

/** What holds a post is no row of counts. */
const POSTS = 'a[href*="/p/"],a[href*="/reel/"]';

/** Posts stand in one row with followers and following, before them. */
function before(followers?: Element, following?: Element): Element | null {
  let here = followers ?? null;
  for (let row = here && parent(here); row && following; row = parent(row)) {
    if (contains(row, following)) {
      // Three that stand alike: whatever else got into the row may have a number too.
      const [first = null, second, third, more] = all(row, ':scope>*').filter(text);
      const alike = second === here && contains(third, following) && tagOf(first) === tagOf(here);
      return !alike || more || one(row, POSTS) ? null : first;
    }
    here = row;
  }
  return null;
}
