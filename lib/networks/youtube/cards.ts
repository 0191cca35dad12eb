import type { PostReading } from '../../model/capture';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { labelRest, type Part, toPost } from './facts';
import { channelLink, isVideoId, type VideoLink, videoLink } from './links';

/** Elements that show one video each, of every generation of the page since 2019. */
const CARDS =
  'ytd-rich-grid-media,ytd-rich-grid-slim-media,ytd-video-renderer,ytd-grid-video-renderer,ytd-compact-video-renderer,ytd-playlist-video-renderer,ytd-reel-item-renderer,yt-lockup-view-model,ytm-shorts-lockup-view-model,ytm-video-with-context-renderer';

/** Places whose videos are not members of the page's list: panels, descriptions, videos attached to somebody's text post. */
const OUTSIDE =
  'ytd-engagement-panel-section-list-renderer,ytd-structured-description-content-renderer,ytd-backstage-post-renderer,ytd-post-renderer';
const AD = 'ytd-ad-slot-renderer';
const AD_MARK = 'feed-ad-metadata-view-model,.badge-style-type-ad';
const BADGE = ':is(ytd-thumbnail,yt-thumbnail-view-model) :is(#text,badge-shape)';
const LENGTH = /^[\p{Nd}:.]+$/u;
const ROWS = 'yt-content-metadata-view-model>*,#metadata-line,#video-info,ytm-badge-and-byline-renderer';
const SEPARATOR = /^[•·]?$/;

/** First match that is not switched off. */
export const shown = (root: ParentNode, selector: string): Element | null =>
  all(root, selector).find((element) => !concealed(element)) ?? null;

/** Accessibility label of an element. */
export const labelOf = (element: Element | null): string => attr(element, 'aria-label') ?? '';

/** The elements below a root that show one video each. */
export const cardsIn = (root: ParentNode): Element[] => all(root, CARDS);

/** What `read` makes of the first link below an element that it accepts. */
function linked<T>(root: Element, read: (href: string | null) => T | null): T | null {
  for (const link of all(root, 'a[href]')) {
    const found = read(attr(link, 'href'));
    if (found) return found;
  }
  return null;
}

/** Handle, id or name of the channel that an element links to. */
export const channelIn = (root: Element): string | null => linked(root, channelLink);

/**
 * The cards that belong to the page's list, in page order. The app keeps screens that were left, and may show them for a moment: a
 * video's own page has no cards of other screens, and other screens have none of its.
 */
export function cardsOf(page: ParentNode, { surface }: PageContext): Element[] {
  const outside = `${OUTSIDE},${surface.postId ? 'ytd-browse,ytd-search' : 'ytd-watch-next-secondary-results-renderer'}`;
  return cardsIn(page).filter((card) => cardVideo(card) && !cardsIn(card)[0] && !closest(card, outside) && !concealed(card));
}

/** The video that a card shows. Playlists and mixes link to their first video but name themselves: those are no posts. */
function cardVideo(card: Element): VideoLink | null {
  const link = linked(card, videoLink);
  const named = /\bcontent-id-([\w-]+)/.exec(attr(one(card, '[class*="content-id-"]'), 'class') ?? '')?.[1];
  if (!link || (named ? !isVideoId(named) : one(card, 'ytd-playlist-thumbnail:not([hidden])'))) return null;
  return { ...link, id: named ?? link.id };
}

/** Reads one card; null when it shows no video. */
export function readCard(card: Element, at: PageContext): PostReading | null {
  const link = cardVideo(card);
  if (!link) return null;
  const heading = one(card, '#video-title') ?? one(card, 'h3');
  const title = text(heading);
  const rows = rowsOf(card);
  const name = rows.flat().find((part) => part.channel)?.text || text(one(card, '#channel-name #text'));
  const badges = all(card, BADGE).map(text).filter(Boolean);
  const length = badges.some((badge) => LENGTH.test(badge));
  const facts = {
    link,
    title,
    author: channelIn(card) ?? (name === text(shown(card.ownerDocument, 'h1')) ? null : name),
    named: !!(name || one(card, '#metadata-line')),
    rows,
    label: labelRest(all(card, 'h3[aria-label],h3 [aria-label]').map(labelOf), title, name),
    // On a thumbnail stands how long the video is; anything else there ("LIVE", "UPCOMING") says that it is not one yet.
    live: !!(one(card, '[class*="style-type-live"]') || (badges[0] && !length && !link.short)),
    length,
    promoted: !!(closest(card, AD) ?? one(card, AD_MARK)),
  };
  return toPost(facts, at);
}

/** The lines under a title. What other extensions put into a card stands outside these elements; Shorts have one piece and no line. */
function rowsOf(card: Element): Part[][] {
  const lines = all(card, ROWS).map((line) => all(line, ':scope>:not([hidden])'));
  if (!lines[0]) lines.push(all(card, '[role="text"]').filter((piece) => !closest(piece, 'h3')));
  const rows = lines
    .map((line) => line.filter((piece) => !SEPARATOR.test(text(piece)) && !one(piece, 'badge-shape')).map(partOf))
    .filter((row) => row[0]);
  // A line of its own above the others is the channel's name, with or without a link.
  const [first] = rows;
  if (rows[1] && first?.[0] && !first[1]) first[0].channel = true;
  return rows;
}

/** One piece of such a line. */
const partOf = (piece: Element): Part => ({
  text: text(piece),
  label: labelOf(piece),
  channel: !!channelIn(piece),
});
