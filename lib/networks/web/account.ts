import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { countersOf } from './counts';
import { type Item, isItem, textOf, valuesOf } from './items';
import { addressIn, hostOf } from './links';
import { contentOf, meta } from './page';
import { thingsIn } from './works';

/** Whose page it is: the person of a ProfilePage, else the site. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { items, profile, works } = contentOf(page, at);
  if (profile) return { ...personOf(profile.item, at), handle: profile.handle, url: `${at.url.origin}${at.url.pathname}` };
  const publishers = works.flatMap(({ item }) => (item ? valuesOf(item, 'publisher').filter(isItem) : []));
  const sites = thingsIn(items, /^(?:WebSite|Blog)$/);
  const organisation = [...publishers, ...thingsIn(items, /^(?:\w*Organization|\w*Business|Brand)$/)].find((item) => isOurs(item, at));
  const named = [organisation, ...sites].flatMap((item) => (item ? textOf(item, 'name') || [] : []));
  return {
    ...personOf(organisation, at),
    handle: hostOf(at.url),
    name: (meta(page, 'og:site_name') || named[0] || '').slice(0, 300) || null,
    url: `${at.url.origin}/`,
    posts: absent(),
  };
}

/** Whether an organisation is the site's own: one without an address, or with one of this site. */
function isOurs(item: Item, at: PageContext): boolean {
  const url = addressIn(textOf(item, 'url'), at.url);
  return !url || hostOf(url) === hostOf(at.url);
}

/** What is said of a person or an organisation itself. */
function personOf(item: Item | undefined, { url, counts }: PageContext): AccountReading {
  const counters = item ? countersOf(item, counts) : new Map<string, Reading[]>();
  const one = (name: string): Reading => {
    const [first, ...more] = counters.get(name) ?? [];
    return !first ? absent() : more.every(({ value }) => value === first.value) ? first : unread();
  };
  const bio = textOf(item, 'description').slice(0, 1000);
  const link = valuesOf(item, 'sameAs')
    .map((value) => addressIn(value, url))
    .find((to) => to && hostOf(to) !== hostOf(url));
  return {
    nativeId: null,
    handle: null,
    name: textOf(item, 'name').slice(0, 300) || null,
    url: null,
    followers: one('FollowAction'),
    following: absent(),
    posts: one('WriteAction'),
    ...(bio && { bio }),
    ...(link && { link: link.href.slice(0, 2000) }),
  };
}
