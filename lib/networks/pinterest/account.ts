import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { ReadingSource } from '../../model/vocabulary';
import { countIn, readCount } from '../../reading/counts';
import { all, attr, before, closest, one, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { numberPieces } from '../../reading/pieces';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { count, prop, string, type Tree } from './data';
import { knownIn, knownOf, personIn } from './known';
import { handleIn, ORIGIN, ownerIn, same } from './links';
import { mainOf } from './posts';
import { allShown } from './shown';

/** What holds a count of people, or is one. */
const COUNTED = '[data-test-id="follower-count"]';
const hasDigit = (words: string): boolean => /\p{Nd}/u.test(words);
const named = (root: ParentNode, id: string) => allShown(root, `[data-test-id="${id}"]`);

/** Whose page it is: a profile's or a board's, or who made the pin. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind, handle } = at.surface;
  if (kind === 'profile') return profileOf(page, handle, at);
  const main = kind === 'post' ? mainOf(page, at) : null;
  const known = personIn(knownOf(page, at), main?.author ?? null);
  const card = main && cardOf(main.element, main.author);
  const said = count(prop(known, 'follower_count'), 'embedded');
  return {
    ...blank(main?.author ?? null),
    ...(known && factsOf(known)),
    name: nameIn(known) ?? (card ? text(one(card, '[data-test-id="creator-profile-name"]')).slice(0, 300) || null : null),
    followers: sharper(card ? one(card, '[data-test-id="follower-count"]') : null, said, at),
  };
}

const blank = (handle: string | null): AccountReading => ({
  nativeId: null,
  handle,
  name: null,
  url: handle && `${ORIGIN}/${handle}/`,
  followers: absent(),
  following: absent(),
  posts: absent(),
});

/** The part of a pin's page about its maker. One beside it names the site that the pin leads to, with numbers of its own. */
function cardOf(main: Element, author: string | null): Element | null {
  return (
    named(main, 'creator-card-profile').find((card) => {
      const owners = new Set(all(card, 'a[href]').flatMap((link) => handleIn(attr(link, 'href'))?.toLowerCase() ?? []));
      return owners.size === 1 && same([...owners][0], author) && named(card, 'follower-count').length === 1;
    }) ?? null
  );
}

function profileOf(page: Document, handle: string | null, at: PageContext): AccountReading {
  const known = personIn(knownOf(page, at), handle);
  const data = (name: string) => (known ? count(prop(known, name), 'embedded') : undefined);
  const isBoard = at.surface.tab === 'board';
  // The account's name may be that of the screen before: only its data is sure to be about the address.
  const [title, second] = isBoard ? [] : named(page, 'profile-name');
  const [followers, another] = isBoard ? [] : named(page, 'profile-followers-link');
  const owned = !followers || headerIsOf(page, handle);
  // Followers come first: what has their name and stands behind another number is who is followed.
  const behind = !!followers && hasDigit(text(before(closest(followers, COUNTED) ?? followers)));
  const read = sharper(owned && !another && !behind ? followers : null, data('follower_count'), at);
  return {
    ...blank(string(prop(known, 'username')) || handle),
    ...(known && factsOf(known)),
    name: nameIn(known) ?? (owned && title && !second ? text(title).slice(0, 300) || null : null),
    followers: read.as === 'absent' && !isBoard ? unread() : read,
    following: data('following_count') ?? absent(),
    posts: data('pin_count') ?? absent(),
  };
}

/** Whether the tabs or the address below the name lead to this account. */
function headerIsOf(page: Document, handle: string | null): boolean {
  const tabs = allShown(page, 'a[href*="/_"]');
  const owners = tabs.flatMap((link) => ownerIn(attr(link, 'href')) ?? []);
  return owners.length === 0 ? !!handle : owners.every((owner) => same(owner, handle));
}

/** The exact count of the data, unless what is shown says that it is out of date. */
function sharper(element: Element | null | undefined, data: Reading | undefined, { counts }: PageContext): Reading {
  if (!element) return data ?? absent();
  const phrase = text(element);
  const read = (numberPieces(element).length === 1 && !readCount(phrase, counts) && countIn(phrase, counts)) || unread('text', phrase);
  if (read.value === null) return data ?? read;
  const within = data && Number(data.value) >= Number(read.low) && Number(data.value) <= Number(read.high);
  return within ? data : read;
}

const nameIn = (node: Tree): string | null => string(prop(node, 'full_name')).trim().slice(0, 300) || null;

/** What data says of an account beside its counts. Verified: a badge, for people or for shops. */
function factsOf(node: Tree): Partial<AccountReading> {
  const number = string(prop(node, 'entity_id')) || string(prop(node, 'id'));
  const flags: unknown[] = [prop(prop(node, 'verified_identity'), 'verified'), prop(node, 'is_verified_merchant')];
  const bio = string(prop(node, 'about')).replace(/\s+/gu, ' ').trim().slice(0, 1000);
  const link = outgoing(string(prop(node, 'website_url')) || null, new URL(ORIGIN));
  return {
    ...(/^\d{5,20}$/.test(number) && { nativeId: number }),
    ...(flags.includes(true) ? { verified: true } : flags.includes(false) ? { verified: false } : {}),
    ...(bio && { bio }),
    ...(link && { link }),
  };
}

/** What a body that the page received says of the page's own account. */
export function responseAccount(body: unknown, at: PageContext): Partial<AccountReading> | null {
  const node = personIn(knownIn(body, at, 'response'), at.surface.handle);
  if (!node) return null;
  const from: ReadingSource = 'response';
  const counts = {
    followers: count(prop(node, 'follower_count'), from),
    following: count(prop(node, 'following_count'), from),
    posts: count(prop(node, 'pin_count'), from),
  };
  return {
    ...factsOf(node),
    handle: string(prop(node, 'username')),
    name: nameIn(node),
    ...Object.fromEntries(Object.entries(counts).filter(([, reading]) => reading)),
  };
}
