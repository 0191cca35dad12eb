import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn } from '../../reading/counts';
import { all, attr, concealed, one, parent, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { DIGIT, labelled, sharper, shownCount } from './counts';
import { profileData } from './embedded';
import { headerHandle } from './post';
import { didIn, isDid, named, PICTURE, plain, profileOf, profileUrl, scopeOf, THREAD_ROW } from './scope';

const LONGEST_NAME = 200;
const LONGEST_BIO = 1000;

const profileScreen = (page: Document) => all(page, named('profileScreen')).find((screen) => !concealed(screen)) ?? null;

/** Handle behind an address; one that names the account by its DID needs the profile's header. */
export const handleFor = (who: string, page: Document): string | null => (isDid(who) ? headerHandle(profileScreen(page)) : who);

/** The account of a profile, or the author of an opened post; nobody's on feeds and searches. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { surface } = at;
  if (surface.kind === 'profile') return profileAccount(page, at);
  // While the page still shows another post than the address names, the address counts.
  const scope = all(page, THREAD_ROW)
    .map((row) => scopeOf(row, surface))
    .find(({ id }) => id && id === surface.postId);
  const handle = scope?.author ?? surface.handle;
  const link = scope?.own('a').find((element) => profileOf(element) && text(element));
  return {
    nativeId: scope?.did ?? null,
    handle,
    name: nameIn(link && (one(link, '[dir="auto"]') ?? link)),
    url: profileUrl(handle),
    followers: absent(),
    following: absent(),
    posts: absent(),
  };
}

const nameIn = (element: Element | null | undefined) => plain(element).slice(0, LONGEST_NAME) || null;

function profileAccount(page: Document, { surface, counts }: PageContext): AccountReading {
  const screen = profileScreen(page);
  const handle = headerHandle(screen) ?? surface.handle;
  const data = profileData(page, handle);
  const part = (selector: string) => screen && one(screen, selector);
  const [followers, following] = [part('a[href$="/followers"]'), part('a[href$="/follows"]')];
  const title = part(named('profileHeaderDisplayName'));
  const bio = plain(part(named('profileHeaderDescription'))).slice(0, LONGEST_BIO);
  // "1.2M followers" with the label "1234567 followers".
  const count = (link: Element | null): Reading =>
    labelled(attr(link, 'aria-label'), text(link && (one(link, 'span') ?? link)), counts) ?? unread();
  // "40 posts" is plain text beside the two links, and the only one there with a number.
  const row = following && followers && parent(following) === parent(followers) ? parent(following) : null;
  const lines = row ? all(row, 'div').filter((line) => parent(line) === row && DIGIT.test(text(line))) : [];
  const posts = lines.length > 1 ? '' : text(lines[0]);
  return {
    nativeId: didIn(part(`${PICTURE},img[src*="/img/banner"]`)) ?? data?.did ?? null,
    handle,
    name: nameIn(title) ?? data?.name ?? null,
    url: profileUrl(handle),
    followers: sharper(count(followers), data?.followers),
    following: sharper(count(following), data?.following),
    posts: sharper(shownCount(posts, counts, countIn) ?? unread('text', posts), data?.posts),
    ...(bio && { bio }),
    // The mark beside the name, which opens the list of who vouches.
    ...(title && { verified: one(title, 'button svg,[role="button"] svg') !== null }),
  };
}
