import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn } from '../../reading/counts';
import { all, attr, concealed, matches, one, parent, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { labelled, shownCount } from './counts';
import { profileData } from './embedded';
import { didOf, headerHandle, idOf } from './post';
import { authorOf, didIn, isDid, named, own, plain, profileOf, type Scope, same, scopeOf, THREAD_ROW } from './scope';

const LONGEST_NAME = 200;

const profileScreen = (page: Document) => all(page, named('profileScreen')).find((screen) => !concealed(screen)) ?? null;
const openedPost = (page: Document): Scope | null =>
  all(page, THREAD_ROW)
    .filter((row) => !concealed(row))
    .map(scopeOf)
    .find((scope) => scope.opened) ?? null;

/** Handle behind an address that names the account by its DID: as the page shows it. */
export function handleFor(who: string, page: Document): string | null {
  if (!isDid(who)) return who;
  const screen = profileScreen(page);
  return screen ? headerHandle(screen) : (openedPost(page)?.handle ?? null);
}

/** The account of a profile, or the author of an opened post; nobody's on feeds and searches. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind, handle, postId } = at.surface;
  if (kind === 'profile') return profileAccount(page, at);
  const nobody = { nativeId: null, handle: null, name: null, url: null, followers: absent(), following: absent(), posts: absent() };
  if (kind !== 'post') return nobody;
  const scope = openedPost(page);
  // While the page still shows another post than the address names, the address counts.
  if (!scope || idOf(scope, at) !== postId) return { ...nobody, handle, url: urlOf(handle) };
  const author = authorOf(scope) ?? handle;
  const link = own(scope, 'a').find((element) => profileOf(element) && text(element));
  const name = link && plain(one(link, '[dir="auto"]') ?? link);
  return { ...nobody, nativeId: didOf(scope), handle: author, name: name?.slice(0, LONGEST_NAME) || null, url: urlOf(author) };
}

const urlOf = (handle: string | null) => handle && `https://bsky.app/profile/${handle}`;

function profileAccount(page: Document, at: PageContext): AccountReading {
  const screen = profileScreen(page);
  const handle = (screen && headerHandle(screen)) ?? at.surface.handle;
  const told = profileData(page);
  const data = told && same(told.handle, handle) ? told : null;
  const part = (selector: string) => screen && one(screen, selector);
  const following = part('a[href$="/follows"]');
  return {
    nativeId: didIn(part('img[src*="/img/avatar"],img[src*="/img/banner"]')) || data?.did || null,
    handle,
    name: (plain(part(named('profileHeaderDisplayName'))) || data?.name)?.slice(0, LONGEST_NAME) || null,
    url: urlOf(handle),
    followers: best(linkCount(part('a[href$="/followers"]'), at), data?.followers),
    following: best(linkCount(following, at), data?.following),
    posts: best(postCount(following && parent(following), at), data?.posts),
  };
}

/** "1.2M followers" with the label "1234567 followers". */
function linkCount(link: Element | null, at: PageContext): Reading {
  const shown = text(link && (one(link, 'span') ?? link));
  return labelled(attr(link, 'aria-label'), shown, at.counts) ?? unread();
}

/** "40 posts" is plain text beside the two links. */
function postCount(row: Element | null, at: PageContext): Reading {
  const line = row && all(row, 'div').find((part) => parent(part) === row && !matches(part, 'a') && /\p{Nd}/u.test(text(part)));
  const shown = text(line);
  if (!line) return unread();
  return shownCount(shown.replace(text(one(line, 'span')), '').trim(), at.counts) ?? countIn(shown, at.counts) ?? unread('text', shown);
}

/** What is shown, or the exact count from the data where that is within what is shown. */
function best(shown: Reading, data: Reading | undefined): Reading {
  if (data?.value == null || shown.as === 'exact') return shown;
  return shown.low === null || shown.high === null || (data.value >= shown.low && data.value <= shown.high) ? data : shown;
}
