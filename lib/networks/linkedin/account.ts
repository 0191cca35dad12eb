import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn } from '../../reading/counts';
import { all, attr, closest, one, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { numberPieces } from '../../reading/pieces';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { type Card, shown } from './card';
import { ownerIn, ownerOf, same } from './links';
import { cardOf, postsOf } from './post';

/** The account of a page: its owner, or the author of the post whose page it is. */
export function linkedinAccount(page: Document, at: PageContext): AccountReading {
  const { handle, postId } = at.surface;
  const cards = handle || postId ? postsOf(page).map((post) => cardOf(post, at.counts)) : [];
  const card =
    cards.find(({ actor, names }) => (handle ? same(ownerOf(actor)?.handle, handle) : names.some(({ id }) => id === postId))) ??
    (handle || cards.length > 1 ? undefined : cards[0]);
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
    followers: followersOf(page, at, !owner || owner.person, card?.line ?? []),
    following: absent(),
    posts: absent(),
    ...factsOf(page, at, card),
  };
}

const HEAD = '[componentkey$="Topcard"],.org-top-card,.pv-top-card,.top-card-layout';
const test = (id: string) => `[data-test-id="${id}"]`;
/** What the three layouts say of an account: at the head of its page, in its "about", and in the first line under the name of a company. */
function factsOf(page: Document, { surface, url }: PageContext, card: Card | undefined): Partial<AccountReading> {
  const own = surface.handle !== null;
  const head = own ? one(page, HEAD) : null;
  const badge = [head, card?.actor].some((place) => place && one(place, 'svg[id^="verified"],[data-test-icon^="verified"]'));
  const said = (selector: string, longest: number) => text(own ? one(page, selector) : null).slice(0, longest);
  const facts = {
    verified: badge || undefined,
    bio: said(
      `${test('about-us__description')},.org-page-details-module p,[componentkey$="About"] [data-testid="expandable-text-box"]`,
      1000,
    ),
    category: said(`${test('about-us__industry')} dd,.org-top-card-summary-info-list__info-item`, 300),
    link: own
      ? outgoing(attr(one(page, `${test('about-us__website')} a[href],a.org-top-card-primary-actions__action[href]`), 'href'), url)
      : null,
  };
  // Where no trade is given its place is another figure's.
  if (/\p{Nd}/u.test(facts.category)) facts.category = '';
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact));
}

/**
 * An organisation's followers stand under its name on each of its posts, a person's at the head of their activity. Elsewhere the number
 * of a person's contacts may stand in their place.
 */
function followersOf(page: Document, { counts, surface }: PageContext, person: boolean, line: Element[]): Reading {
  const head = () => all(page, '[componentkey$="Activity"] p').filter((each) => !closest(each, '[componentkey$="_pillContent"]'));
  const [place, other] = person ? head() : line;
  const said = place ? shown(place) : '';
  // It stands alone: a second line, or another number in this one, got there from elsewhere.
  const alone = place && !other && new Set(numberPieces(place).map((piece) => piece.trim())).size === 1;
  return (alone && countIn(said, counts)) || (surface.handle || !person ? unread('text', said) : absent());
}
