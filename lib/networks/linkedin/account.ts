import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn } from '../../reading/counts';
import { attr, one, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { ownerIn, ownerOf, same } from './links';
import { cardOf, postsOf } from './post';

/** The account of a page: its owner, or the author of the post whose page it is. */
export function linkedinAccount(page: Document, at: PageContext): AccountReading {
  const { handle, postId } = at.surface;
  const cards = handle || postId ? postsOf(page).map((post) => cardOf(post, at.counts)) : [];
  const card =
    cards.find(({ actor, names }) => (handle ? same(ownerOf(actor)?.handle, handle) : names.some(({ id }) => id === postId))) ??
    (handle ? undefined : cards[0]);
  const owner = handle ? ownerIn(at.url.pathname) : ownerOf(card?.actor);
  const top = one(page, '[componentkey$="Topcard"]');
  // The window is titled "(5) Name | LinkedIn".
  const titled = text(one(top ?? page, 'h2,h1')) || page.title.replace(/^\(\d+\+?\) | \| LinkedIn$/g, '');
  return {
    // The layout of 2026 names the parts of a person's page by their id.
    nativeId: /\.ref(ACo[\w-]+)Top/.exec(attr(top, 'componentkey') ?? '')?.[1] ?? null,
    handle: owner?.handle ?? null,
    name: card?.name || (handle && titled) || null,
    url: owner?.url ?? null,
    followers: followersOf(page, at, !owner || owner.person, card?.line ?? ''),
    following: absent(),
    posts: absent(),
  };
}

/**
 * An organisation's followers stand under its name on each of its posts, a person's at the head of their activity. Elsewhere the number
 * of a person's contacts may stand in their place.
 */
function followersOf(page: Document, { counts, surface }: PageContext, person: boolean, line: string): Reading {
  const said = person ? text(one(page, '[componentkey$="Activity"] p')) : line;
  return countIn(said, counts) ?? (surface.handle || said ? unread('text', said) : absent());
}
