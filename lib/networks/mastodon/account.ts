import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount } from '../../reading/counts';
import { all, attr, closest, concealed, matches, one, parent, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { knownAccount } from './data';
import { addressOf, handleOf, same } from './links';
import { openedPost } from './opened';
import { authorOf, postsOf, scopeOf } from './scope';
import { siteOf } from './surface';
import { shownCount } from './units';

const LONGEST_NAME = 200;
const LONGEST_BIO = 1000;
const BOX = 'li,.counter';

/** The account of a profile, or the author of an opened post; nobody's on feeds and searches. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind } = at.surface;
  const nobody = { nativeId: null, handle: null, name: null, url: null, followers: absent(), following: absent(), posts: absent() };
  if (kind === 'post') return { ...nobody, ...authorAccount(page, at) };
  if (kind !== 'profile') return nobody;
  const { handle } = at.surface;
  const data = knownAccount(siteOf(at).state, at, 'embedded');
  const { nativeId = null, name = null } = data ?? {};
  return {
    ...nobody,
    handle,
    nativeId: shownId(page, at, handle) ?? nativeId,
    url: addressFor(handle, at),
    name: nameIn(page) ?? name,
    ...countsIn(page, at, handle),
    ...aboutIn(page, at),
  };
}

/** Address of an account on the page's own server. */
export function addressFor(handle: string | null, at: PageContext): string | null {
  const [user, domain] = handle?.split('@') ?? [];
  return user ? `${at.url.origin}/@${domain === siteOf(at).domain ? user : handle}` : null;
}

function authorAccount(page: Document, at: PageContext): Partial<AccountReading> {
  const { postId } = at.surface;
  const post = postsOf(page, at).find((element) => scopeOf(element, at).id === postId);
  const scope = post && scopeOf(post, at);
  const handle = (scope && authorOf(scope, at)) ?? at.surface.handle;
  const name = scope?.own('.display-name__html,.p-name').find((element) => !closest(element, '.status__content'));
  const { author, followers } = openedPost(page, at) ?? {};
  return {
    handle,
    nativeId: shownId(page, at, handle),
    name: text(name).slice(0, LONGEST_NAME) || null,
    url: addressFor(handle, at),
    ...(followers && same(author ?? null, handle) && { followers }),
  };
}

/** The account's number on its own server; on others it has another one. */
function shownId(page: Document, at: PageContext, handle: string | null): string | null {
  const { domain } = siteOf(at);
  if (!handle?.toLowerCase().endsWith(`@${domain}`)) return null;
  const ids = new Set<string>();
  for (const link of all(page, 'a[data-hover-card-account]')) {
    const to = addressOf(link, at.url);
    const id = attr(link, 'data-hover-card-account') ?? '';
    if (to && !to.id && /^\d{1,20}$/.test(id) && same(handleOf(to, at.url, domain), handle)) ids.add(id);
  }
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** The headline of the profile, without the handle and the badges in it. */
function nameIn(page: Document): string | null {
  const header = all(page, 'h1').find((element) => !concealed(element) && !one(element, 'svg.logo,img.logo'));
  const named = header && one(header, '.p-name,bdi');
  const rest = header ? text(one(header, 'small')) : '';
  return (named ? text(named) : text(header).replace(rest, '').trim()).slice(0, LONGEST_NAME) || null;
}

/** Counts of the header, by where they lead; titles hold every digit of what is abbreviated. */
function countsIn(page: Document, at: PageContext, handle: string | null): Pick<AccountReading, 'followers' | 'following' | 'posts'> {
  const { domain } = siteOf(at);
  const leading = (part: string) =>
    all(page, `a[href$="/${part}"],a[href$="/${part}/"]`).filter((link) => {
      const to = addressOf(link, at.url);
      return to?.part === part && !concealed(link) && (!handle || same(handleOf(to, at.url, domain), handle));
    });
  const followers = leading('followers');
  const following = leading('following');
  const boxes = [...followers, ...following].map((link) => closest(link, BOX) ?? link);
  const row = boxes[0] ? parent(boxes[0]) : null;
  const others =
    row && boxes.every((box) => parent(box) === row)
      ? all(row, '*').filter(
          (box) => parent(box) === row && !boxes.includes(box) && !one(box, 'time') && /\p{Nd}/u.test(text(box)) && isCount(box, at),
        )
      : [];
  return {
    followers: only(followers, at),
    following: only(following, at),
    // The third count of the same row: of posts. What else stands there is a date.
    posts: others.length === 1 ? only(others, at) : unread(),
  };
}

/** A box with the number in an element of its own, or a link. */
const isCount = (box: Element, at: PageContext) => one(box, 'strong,.counter-number') !== null || addressOf(box, at.url) !== null;

function only(places: Element[], at: PageContext): Reading {
  const counts = places.map((place) => countOf(place, at));
  const [first] = counts;
  return first && counts.every(({ value, as }) => value === first.value && as === first.as) ? first : unread();
}

function countOf(place: Element, at: PageContext): Reading {
  const box = closest(place, BOX) ?? place;
  const numbers = all(place, 'strong,.counter-number');
  const shown =
    numbers[0] || matches(box, 'li') ? shownCount(text(numbers[0] ?? place), at) : (countIn(text(place), at.counts) ?? unread());
  const titles = new Set([attr(place, 'title'), attr(box, 'title')].filter((title) => title && /\p{Nd}/u.test(title)));
  const told = [...titles].map((title) => readCount(title, at.counts, 'label'));
  if (numbers.length > 1 || told.length > 1 || shown.value === null) return unread('text', text(place));
  const [label] = told;
  if (label === undefined) return shown;
  const agree = label?.as === 'exact' && label.value !== null && (shown.low ?? 0) <= label.value && label.value <= (shown.high ?? 0);
  return agree ? label : unread('text', text(place));
}

/** What the account says of itself, and the first address that it gives, those before others that lead back to it. */
function aboutIn(page: Document, at: PageContext): Partial<AccountReading> {
  const outside = (element: Element) => !closest(element, '.status,.detailed-status,article,.account');
  const bio = all(page, '.account__header__content,[class*="account_bio"],.p-note').find(outside);
  const fields = all(page, 'dl a[href],.account__header__fields a[href]').filter(outside);
  const verified = fields.filter((link) => closest(link, '.verified,[class*="erified"]'));
  const [link] = [...verified, ...fields].flatMap((field) => outgoing(attr(field, 'href'), at.url) ?? []);
  const words = text(bio).slice(0, LONGEST_BIO);
  return { ...(words && { bio: words }), ...(link && { link }) };
}
