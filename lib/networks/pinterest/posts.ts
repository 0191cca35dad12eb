import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount } from '../../reading/counts';
import { all, attr, closest, contains, one, pageOf, parent, tagOf, text } from '../../reading/dom';
import { numberPieces } from '../../reading/pieces';
import { absent, unread } from '../../reading/readings';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { knownOf, mainIn } from './known';
import { handleIn, pinIn, pinUrl } from './links';
import { allShown, shown } from './shown';

const MAIN = [
  'CloseupMainPin',
  'closeup-body',
  'closeup-body-landscape',
  'closeup-body-portrait',
  'story-pin-closeup-container',
  'closeup-container',
];
const CARD = '[data-test-id="pin"],[data-test-pin-id]';
const WRAPPER = '[data-test-id="pinWrapper"],[data-test-id="pinrep"]';
/** The count of its reactions, under the names that it has had. */
const REACTIONS = ['Reaction', 'reactions-count-button', 'reactions-count', 'aggregated-reactions-container']
  .map((name) => `[data-test-id="${name}"]`)
  .join();
/** What stands in a pin's page and leads to other pins. */
const ASIDE = '[data-test-id*="comment" i],[data-test-id*="breadcrumb"],nav,header,footer';
const LONGEST_TEXT = 2000;

/** The pin that a page is about. */
interface Main {
  element: Element;
  id: string;
  author: string | null;
}

/** The element that holds all of the page's own pin: picture, words, counts and comments. */
function mainElement(page: Document, { surface }: PageContext): Element | null {
  if (surface.kind !== 'post') return null;
  for (const name of MAIN) {
    const [element] = allShown(page, `[data-test-id="${name}"]`);
    if (!element) continue;
    // The details stand in it, or beside it.
    const around = parent(element);
    return !one(element, '[data-test-id="CloseupDetails"]') &&
      around &&
      one(around, '[data-test-id="CloseupDetails"]') &&
      !one(around, CARD)
      ? around
      : element;
  }
  return null;
}

/** The page's own pin. The address names it; who made it the data says, or the link on its maker's card. */
export function mainOf(page: Document, at: PageContext): Main | null {
  const element = mainElement(page, at);
  const { postId } = at.surface;
  if (!element || !postId) return null;
  const known = mainIn(knownOf(page, at), postId);
  const makers = all(element, '[data-test-id="creator-avatar-link"],[data-test-id="creator-profile-link"]').filter(
    (link) => !closest(link, ASIDE) && !closest(link, CARD),
  );
  const names = new Set(makers.map((link) => handleIn(attr(link, 'href'))?.toLowerCase() ?? ''));
  const shown = names.size === 1 ? handleIn(attr(makers[0], 'href')) : null;
  return { element, id: known?.id ?? postId, author: known?.author ?? shown };
}

/** Number of the pin on a card; null where its links and marks name none, or several. */
function cardPin(card: Element): string | null {
  const marked = attr(card, 'data-test-pin-id');
  const own = /^\d{5,20}$/.test(marked ?? '') ? marked : null;
  const inner = all(card, '[data-test-pin-id]').flatMap((each) => attr(each, 'data-test-pin-id')?.match(/^\d{5,20}$/)?.[0] ?? []);
  const links = [card, ...all(card, 'a[href*="/pin/" i]')].flatMap((link) => pinIn(attr(link, 'href')) ?? []);
  const ids = new Set([...(own ? [own] : []), ...inner, ...links]);
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

/** Pins of the page: its own first, then the cards of its grids, in page order. */
export function postsOf(page: Document, at: PageContext): Element[] {
  const main = mainElement(page, at);
  const cards = new Set<Element>();
  for (const mark of all(page, `${CARD},a[href*="/pin/" i]`)) {
    const card = closest(mark, CARD) ?? closest(mark, WRAPPER) ?? closest(mark, '[data-grid-item],[role="listitem"]') ?? mark;
    if (cards.has(card) || !shown(mark) || closest(mark, ASIDE)) continue;
    // Words may link to a pin; a card shows one.
    if (!/^a$/i.test(tagOf(card)) || one(card, 'img,video')) if (!(main && contains(card, main))) cards.add(card);
  }
  const own = at.surface.postId;
  const others = [...cards].filter((card) => !contains(main, card) || cardPin(card) !== own);
  return main ? [main, ...others.filter((card) => cardPin(card) !== own)] : others;
}

/** Reads the page's own pin or a card. */
export function readPost(post: Element, at: PageContext): PostReading | null {
  const page = pageOf(post);
  const main = mainOf(page, at);
  const own = main?.element === post ? main : null;
  const id = own ? own.id : cardPin(post);
  if (!id) return null;
  const known = knownOf(page, at).pins.get(id);
  const words = own ? ownWords(post) : one(post, '[data-test-id="pinrep-footer-organic-title"],[data-test-id="pin-title"],h2,h3');
  const body = own ? ownBody(post) : null;
  const said = [words, body].map((part) => text(part)).filter(Boolean);
  const facts = factsOfWords(body ?? words, at.url, { cards: own ? ownLinks(post) : [], handleOf: handleIn });
  return {
    id,
    aliases: known?.aliases ?? [],
    url: pinUrl(id),
    author: own ? own.author : (known?.author ?? null),
    published: null,
    format: one(post, own ? 'video' : 'video,[data-test-id="PinTypeIdentifier"] [data-test-id*="video" i]')
      ? (known?.format ?? 'video')
      : null,
    text: [...new Set(said)].join(' ').slice(0, LONGEST_TEXT),
    flags: {
      ...{ pinned: false, quote: false, reply: false },
      promoted: !!known?.flags.promoted || !!one(post, '[data-test-id*="promoted" i],[data-test-id*="sponsored" i]'),
      repost: !!known?.flags.repost,
      ...(own && one(post, '[data-test-id*="paid-partnership" i],[data-test-id*="sponsorship" i]') && { paid: true }),
    },
    // Cards print no counts: beside a pin, that is not for want of reading.
    metrics: own ? ownCounts(post, at) : at.surface.kind === 'post' ? { likes: absent(), comments: absent() } : {},
    ...facts,
  };
}

const visible = (root: Element, names: string) => allShown(root, names).filter((element) => !closest(element, CARD));
const ownWords = (main: Element) =>
  visible(main, '[data-test-id="pinTitle"],[data-test-id="pin-title"]')[0] ?? visible(main, 'h1')[0] ?? null;
const ownBody = (main: Element) =>
  visible(
    main,
    '[data-test-id="main-pin-description-text"],[data-test-id="truncated-description"],[data-test-id="CloseupDescriptionContainer"]',
  ).find((element) => !closest(element, '[data-test-id*="comment" i]')) ?? null;

/** Where a pin leads. */
const ownLinks = (main: Element) =>
  visible(main, 'a[href^="http"]')
    .filter((link) => !closest(link, ASIDE))
    .slice(0, 50);

/** What a pin's page prints of its pin: reactions under names of their own, comments in their heading. */
function ownCounts(main: Element, { counts }: PageContext): PostReading['metrics'] {
  const one = (elements: Element[], read: (phrase: string) => Reading | null): Reading | undefined => {
    const readings = elements.map(
      (element) => (numberPieces(element).length === 1 && read(text(element))) || unread('text', text(element)),
    );
    const [first] = readings;
    return readings.every((reading) => reading.value === first?.value) ? first : unread();
  };
  // Two screens at once: one of them is a former one.
  if (MAIN.some((name) => allShown(pageOf(main), `[data-test-id="${name}"]`).length > 1)) return {};
  const reactions = visible(main, REACTIONS).filter(
    (element) => /\p{Nd}/u.test(text(element)) && !closest(element, '[data-test-id*="comment" i]'),
  );
  const likes = one(reactions, (phrase) => readCount(phrase, counts));
  const headings = visible(main, '#comments-heading,[data-test-id="comments-heading"]');
  // A heading says what it counts: a number alone is none, nor is what stands under the heading's name elsewhere.
  const comments = one(headings, (phrase) => (readCount(phrase, counts) ? null : countIn(phrase, counts)));
  // A number that brings words of its own into a heading counts what these say ("616 followers").
  const named = headings.some((each) => numberPieces(each).some((piece) => /\p{L}/u.test(piece) && piece.trim() !== text(each)));
  const titled = headings.every((each) => /^h[2-6]$/i.test(tagOf(each)) || all(each, 'h2,h3,h4,h5,h6').length === 1);
  return { ...(likes && { likes }), ...(comments && titled && !named && { comments }) };
}
