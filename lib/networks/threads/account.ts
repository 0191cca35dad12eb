import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount } from '../../reading/counts';
import { all, attr, closest, concealed, contains, one, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { blocksIn } from './block';
import { knownAccount, knownPosts } from './data';
import { linkOf, ORIGIN, same } from './links';
import { detailsOf } from './profile';

const meta = (page: Document, name: string) => attr(one(page, `meta[property="${name}"]`), 'content');

/** Whose page it is: on a post's page its author. Feeds and searches are nobody's. Threads counts neither posts nor, for others, who is followed. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind, postId } = at.surface;
  const handle = at.surface.handle ?? (postId ? (knownPosts(page, at).get(postId)?.author ?? null) : null);
  const url = handle && `${ORIGIN}/@${handle}`;
  const nobody = { nativeId: null, handle, name: null, url, followers: absent(), following: absent(), posts: absent() };
  if (kind !== 'profile') return nobody;
  const data = knownAccount(page, at, handle);
  // The server's description is about this account only until the app moves on.
  const fresh = same(linkOf(meta(page, 'og:url'))?.handle ?? null, handle);
  const described = (fresh && /^(.{1,300}?)\s{0,9}\(@/.exec(meta(page, 'og:title') ?? '')?.[1]) || null;
  const [first = null] = blocksIn(page);
  const shown = shownFollowers(page, at);
  const details = detailsOf(page, handle, shown?.element ?? null, first);
  return {
    ...nobody,
    ...data,
    ...details,
    nativeId: data?.nativeId ?? null,
    name: data?.name ?? details.name ?? described,
    followers: shown?.reading ?? data?.followers ?? (fresh ? describedFollowers(page, at) : null) ?? unread(),
  };
}

/** The header's one count: abbreviated with every digit in its title. Dates have titles too, which are no counts. */
function shownFollowers(page: Document, { counts }: PageContext): { reading: Reading; element: Element } | null {
  const blocks = blocksIn(page);
  const found: { reading: Reading; element: Element }[] = [];
  for (const element of all(page, 'span[title]')) {
    const told = readCount(attr(element, 'title'), counts, 'label');
    const seen = readCount(text(element), counts);
    const fits = told?.value != null && seen?.low != null && seen.high != null && seen.low <= told.value && told.value <= seen.high;
    if (
      told?.as === 'exact' &&
      fits &&
      !concealed(element) &&
      !closest(element, 'time,[role="dialog"]') &&
      !blocks.some((block) => contains(block, element))
    )
      found.push({ reading: told, element });
  }
  const [shown, other] = found;
  return shown && !other ? shown : null;
}

/** "5.4M Followers • 12 Threads • …": followers come first. Nobody knows whether the server cuts or rounds here. */
function describedFollowers(page: Document, { counts }: PageContext): Reading | null {
  const [first, second] = (meta(page, 'og:description') ?? '').split(' • ');
  return second === undefined ? null : countIn(first, { ...counts, display: 'either' }, 'embedded');
}
