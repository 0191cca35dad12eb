import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import { absent, exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { identify } from './identity';
import { xPosts } from './post';
import { testid, tweetOf, wording } from './tweet';

/** The account of a page: its owner, or the author of the post whose page it is. */
export function xAccount(page: Document, at: PageContext): AccountReading {
  const { kind, handle, postId } = at.surface;
  if (kind === 'profile' && handle) return profileOf(page, handle, at);
  const none = { followers: absent(), following: absent(), posts: absent() };
  const author = postId ? authorOf(page, at) : null;
  const shown = author?.handle ?? handle;
  return { nativeId: null, handle: shown, name: author?.name ?? null, url: shown ? `https://x.com/${shown}` : null, ...none };
}

/** Handle and name of the author of a post on the page. */
function authorOf(page: Document, at: PageContext): { handle: string | null; name: string | null } | null {
  for (const root of xPosts(page)) {
    const tweet = tweetOf(root);
    const identity = identify(tweet, at);
    if (identity?.id === at.surface.postId) return { handle: identity?.author ?? null, name: nameIn(tweet.own(testid('User-Name'))[0]) };
  }
  return null;
}

/** Display name in a block that holds the name, badges, and the @handle. */
function nameIn(block: Element | null | undefined): string | null {
  const name = block ? wording(one(block, '[dir]')) : '';
  return name && !name.startsWith('@') ? name : null;
}

/** The name in the window's title, "(3) Name (@handle) / X". */
function titled(page: Document, handle: string): string | null {
  const title = page.title.replace(/^\(\d+\+?\) /, '');
  const end = title.toLowerCase().indexOf(` (@${handle.toLowerCase()})`);
  return end > 0 ? title.slice(0, end) : null;
}

function profileOf(page: Document, handle: string, at: PageContext): AccountReading {
  const data = schemaOf(page, handle);
  const header = all(page, testid('UserName')).find(
    (block) => !concealed(block) && text(block).toLowerCase().includes(`@${handle.toLowerCase()}`),
  );
  const followers = linked(page, handle, ['verified_followers', 'followers'], at.counts);
  const following = linked(page, handle, ['following'], at.counts);
  const posts = at.surface.tab === 'posts' || at.surface.tab === 'replies' ? headed(page, at.counts) : null;
  return {
    nativeId: data?.id ?? followId(page, handle),
    handle: data?.handle ?? handle,
    name: data?.name ?? nameIn(header) ?? titled(page, handle),
    url: `https://x.com/${data?.handle ?? handle}`,
    followers: sharper(followers, data?.followers) ?? unread(),
    following: sharper(following, data?.following) ?? unread(),
    posts: sharper(posts, data?.posts) ?? absent(),
  };
}

/** The page's data is exact; but if it is nowhere near what is shown it is out of date. */
function sharper(shown: Reading | null, data: Reading | null | undefined): Reading | null {
  if (!data || shown?.value == null || shown.low === null || shown.high === null) return data ?? shown;
  return (data.value ?? 0) >= shown.low * 0.9 && (data.value ?? 0) <= shown.high * 1.1 ? data : shown;
}

/** The count in the header's link to the list of followers or followed accounts. */
function linked(page: Document, handle: string, pages: string[], style: CountStyle): Reading | null {
  const wanted = pages.map((name) => `/${handle}/${name}`.toLowerCase());
  const links = all(page, pages.map((name) => `a[href$="/${name}" i]`).join());
  for (const link of links) {
    const path = (attr(link, 'href') ?? '').replace(/^https?:\/\/[^/]+/, '').toLowerCase();
    if (!wanted.includes(path) || attr(link, 'role') === 'tab' || concealed(link)) continue;
    const pieces = [attr(link, 'title') ?? '', ...all(link, 'span').map(text)];
    for (const piece of pieces) {
      const count = readCount(piece, style, 'text');
      if (count) return count;
    }
    const count = countIn(text(link), style, 'text');
    if (count) return count;
  }
  return null;
}

/** The count of posts below the name in the bar on top. */
function headed(page: Document, style: CountStyle): Reading | null {
  const bar = all(page, `${testid('primaryColumn')} h2`).find((head) => !concealed(head) && !closest(head, 'article,section'));
  return bar?.nextElementSibling ? countIn(text(bar.nextElementSibling), style, 'text') : null;
}

/** The account's id in the name of the button that follows it. */
function followId(page: Document, handle: string): string | null {
  const at = new RegExp(`@${handle}(?!\\w)`, 'i');
  const button = all(page, '[data-testid$="-follow"],[data-testid$="-unfollow"]').find((element) =>
    at.test(attr(element, 'aria-label') ?? ''),
  );
  return /^\d+/.exec(attr(button, 'data-testid') ?? '')?.[0] ?? null;
}

interface Schema {
  id: string | null;
  handle: string;
  name: string | null;
  followers: Reading | null;
  following: Reading | null;
  posts: Reading | null;
}
type Json = Record<string, unknown>;
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const words = (value: unknown) => (typeof value === 'string' && value ? value : null);

/** The schema.org description of the profile, if it is of this account: it stays behind when another page is opened. */
function schemaOf(page: Document, handle: string): Schema | null {
  for (const script of all(page, 'script[type="application/ld+json"]')) {
    let data: Json;
    try {
      data = record(JSON.parse(script.textContent ?? ''));
    } catch {
      continue;
    }
    const person = record(data.mainEntity ?? data.author);
    const own = words(person.additionalName);
    if (own?.toLowerCase() !== handle.toLowerCase()) continue;
    const statistics = Array.isArray(person.interactionStatistic) ? person.interactionStatistic.map(record) : [];
    const count = (type: string) => {
      const value = statistics.find((item) => words(item.interactionType)?.endsWith(`/${type}`))?.userInteractionCount;
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? exact(value, 'embedded', String(value)) : null;
    };
    const name = words(person.name) ?? words(person.givenName);
    return {
      id: words(person.identifier),
      handle: own,
      name,
      followers: count('FollowAction'),
      following: count('SubscribeAction'),
      posts: count('WriteAction'),
    };
  }
  return null;
}
