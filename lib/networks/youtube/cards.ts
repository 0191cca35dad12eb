import type { PostReading } from '../../model/capture';
import { all, attr, closest, concealed, matches, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { type Facts, isLength, labelRest, type Part, toPost } from './facts';
import { channelLink, isVideoId, type VideoLink, videoLink } from './links';

/** Elements that show one video each, of every generation of the page since 2019. */
export const CARDS = [
  'ytd-rich-grid-media',
  'ytd-rich-grid-slim-media',
  'ytd-video-renderer',
  'ytd-grid-video-renderer',
  'ytd-compact-video-renderer',
  'ytd-playlist-video-renderer',
  'ytd-channel-video-player-renderer',
  'ytd-reel-item-renderer',
  'yt-lockup-view-model',
  'ytm-shorts-lockup-view-model',
  'ytm-video-with-context-renderer',
  'ytm-compact-video-renderer',
].join(',');

/** Places whose videos are not members of the page's list: panels, queues, previews, videos attached to somebody's text post. */
const OUTSIDE = [
  'ytd-miniplayer',
  'ytd-video-preview',
  'ytd-popup-container',
  'ytd-playlist-panel-renderer',
  'ytd-engagement-panel-section-list-renderer',
  'ytd-structured-description-content-renderer',
  'ytd-backstage-post-renderer',
  'ytd-post-renderer',
  'ytd-comments',
].join(',');

const STACK = 'yt-collection-thumbnail-view-model,ytd-playlist-thumbnail';
const AD = 'ytd-ad-slot-renderer,ytd-in-feed-ad-layout-renderer,ytd-promoted-video-renderer,ad-slot-renderer,ytm-promoted-video-renderer';
const LIVE =
  '[overlay-style="LIVE"],[overlay-style="UPCOMING"],[data-style="LIVE"],[data-style="UPCOMING"],[class*="badge-style-type-live-now"],badge-shape[class*="-live"],badge-shape[class*="Live"]';
const BADGES =
  'ytd-thumbnail-overlay-time-status-renderer #text,ytd-thumbnail-overlay-time-status-renderer,ytm-thumbnail-overlay-time-status-renderer,yt-thumbnail-badge-view-model,yt-thumbnail-overlay-badge-view-model';
const AVATAR = 'yt-decorated-avatar-view-model,yt-avatar-shape';
const ROWS =
  'yt-content-metadata-view-model>*,#metadata-line,ytm-badge-and-byline-renderer,.compact-media-item-byline,.compact-media-item-stats';
const HEADER_NAME = 'yt-page-header-view-model h1,ytd-c4-tabbed-header-renderer #channel-name #text';
const TITLE = '#video-title,h3,h4,.media-item-headline';

/** Screens that belong to a video's own page, and those that do not: the app keeps screens that were left, and shows them for a moment. */
const WATCH = 'ytd-watch-flexy,ytd-watch-grid,ytd-watch-next-secondary-results-renderer';
const BROWSE = 'ytd-browse,ytd-search';

/** The cards that show a video, in page order. */
export function cardsOf(page: ParentNode, at: PageContext): Element[] {
  const outside = `${OUTSIDE},${at.surface.kind === 'post' ? BROWSE : WATCH}`;
  return all(page, CARDS).filter((card) => cardVideo(card) && !one(card, CARDS) && !closest(card, outside) && !concealed(card));
}

/** The video that a card shows. Playlists and mixes link to their first video but name themselves: those are no posts. */
function cardVideo(card: Element): VideoLink | null {
  for (const link of all(card, 'a[href]')) {
    const video = videoLink(attr(link, 'href'));
    if (!video) continue;
    const named = /\bcontent-id-([\w-]+)/.exec(attr(one(card, '[class*="content-id-"]'), 'class') ?? '')?.[1];
    if (named && isVideoId(named)) return { ...video, id: named };
    return named || all(card, STACK).some((stack) => !concealed(stack)) ? null : video;
  }
  return null;
}

/** Reads one card; null when it shows no video. */
export function readCard(card: Element, at: PageContext): PostReading | null {
  const facts = factsOf(card);
  return facts && toPost(facts, at);
}

function factsOf(card: Element): Facts | null {
  const link = cardVideo(card);
  if (!link) return null;
  const heading = one(card, '#video-title') ?? one(card, TITLE);
  const title = attr(heading, 'title')?.trim() || attr(heading && closest(heading, 'a[title]'), 'title')?.trim() || text(heading);
  const rows = rowsOf(card);
  const name = rows.flat().find((part) => part.channel)?.text || text(one(card, '#channel-name #text')) || text(one(card, '#channel-name'));
  const label = '#video-title-link[aria-label],#video-title[aria-label],h3[aria-label],h3 [aria-label],a[aria-label][title]';
  const badges = all(card, BADGES).map(text).filter(Boolean);
  const length = badges.some(isLength);
  // On a thumbnail stands how long the video is; anything else there ("LIVE", "UPCOMING") says that it is not one yet.
  const live = all(card, LIVE).some((badge) => !closest(badge, AVATAR)) || (badges.length > 0 && !length && !link.short);
  return {
    link,
    title,
    author: authorOf(card) ?? (name && name !== text(one(card.ownerDocument, HEADER_NAME)) ? name : null),
    named: name !== '' || one(card, '#metadata-line') !== null,
    rows,
    label: labelRest(attr(one(card, label), 'aria-label'), title, name),
    live,
    length,
    promoted:
      closest(card, AD) !== null || one(card, 'feed-ad-metadata-view-model,ytd-badge-supported-renderer .badge-style-type-ad') !== null,
  };
}

function authorOf(card: Element): string | null {
  for (const link of all(card, 'a[href]')) {
    const name = channelLink(attr(link, 'href'));
    if (name) return name;
  }
  return null;
}

/** The lines under a title. What other extensions put into a card stands outside these elements. */
export function rowsOf(card: Element): Part[][] {
  const lines = all(card, ROWS)
    .map((line) => partsOf(line))
    .filter((row) => row.length > 0);
  const rows =
    lines.length > 0
      ? lines
      : [
          all(card, '[role="text"]')
            .filter((piece) => !closest(piece, TITLE))
            .map(partOf),
        ];
  // A line of its own above the others is the channel's name, with or without a link.
  const first = rows[0];
  if (rows.length > 1 && first?.length === 1 && first[0]) first[0].channel = true;
  return rows;
}

function partsOf(line: Element): Part[] {
  const parts: Part[] = [];
  let icon = false;
  for (const piece of all(line, ':scope>*')) {
    const part = partOf(piece);
    const seen = attr(piece, 'aria-hidden') !== 'true' && !matches(piece, '[hidden]') && !one(piece, 'badge-shape');
    if (seen && part.text) parts.push({ ...part, icon });
    icon = seen && !part.text;
  }
  return parts;
}

function partOf(piece: Element): Part {
  const label = attr(piece, 'aria-label') ?? attr(one(piece, '[aria-label]'), 'aria-label') ?? '';
  const channel = all(piece, 'a[href]').some((link) => channelLink(attr(link, 'href')) !== null);
  return { text: text(piece), label, channel };
}
