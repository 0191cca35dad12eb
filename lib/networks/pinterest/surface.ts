import type { Surface } from '../../model/capture';
import { isHandle, isPinterest, partsOf, pinIn } from './links';

/** What stands below an account and is no board. */
const TABS: Record<string, string> = {
  created: 'created',
  saved: 'saved',
  pins: 'saved',
  boards: 'boards',
  shop: 'shop',
  profile: 'saved',
};
const LISTS = /^(?:ideas|idea|today|explore|discover|homefeed|topics?|categories|tags?|source|shop|shopping|following|videos?)$/i;
const PRIVATE = /^_?(?:followers|following|likes|tries|settings|edit|activity|invites?)$/i;

/** What kind of page an address leads to. A board belongs to its account: tab `board`. */
export function surfaceOf(url: URL): Surface | null {
  if (!isPinterest(url.hostname)) return null;
  const [first, second, third] = partsOf(url.href) ?? [];
  if (!first) return { kind: 'feed', handle: null, tab: 'home' };
  if (/^pin$/i.test(first)) {
    const postId = pinIn(url.href);
    return postId && !third ? { kind: 'post', handle: null, postId } : null;
  }
  if (/^search$/i.test(first)) return { kind: 'search', handle: null };
  if (LISTS.test(first)) return { kind: 'feed', handle: null, tab: first.toLowerCase() };
  if (!isHandle(first) || PRIVATE.test(second ?? '')) return null;
  if (!second) return { kind: 'profile', handle: first, tab: 'profile' };
  const tab = TABS[second.toLowerCase().replace(/^_/, '')];
  return { kind: 'profile', handle: first, tab: tab ?? 'board' };
}
