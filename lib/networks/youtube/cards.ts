import type { PostReading } from '../../model/capture';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { labelRest, type Part, toPost, withName } from './facts';
import { channelLink, isVideoId, type VideoLink, videoLink } from './links';

/** Elements that show one video each, of every generation of the page since 2019. */
export const CARDS =
  'ytd-rich-grid-media,ytd-rich-grid-slim-media,ytd-video-renderer,ytd-grid-video-renderer,ytd-compact-video-renderer,ytd-playlist-video-renderer,ytd-channel-video-player-renderer,ytd-reel-item-renderer,yt-lockup-view-model,ytm-shorts-lockup-view-model,ytm-video-with-context-renderer';

/** Places whose videos are not members of the page's list: panels, descriptions, videos attached to somebody's text post. */
const OUTSIDE =
  'ytd-engagement-panel-section-list-renderer,ytd-structured-description-content-renderer,ytd-backstage-post-renderer,ytd-post-renderer';
/** Screens that belong to a video's own page, and those that do not: the app keeps screens that were left, and shows them for a moment. */
const WATCH = 'ytd-watch-flexy,ytd-watch-grid,ytd-watch-next-secondary-results-renderer';
const BROWSE = 'ytd-browse,ytd-search';

const AD = 'ytd-ad-slot-renderer,ad-slot-renderer,ytd-promoted-video-renderer,ytm-promoted-video-renderer';
const AD_MARK = 'feed-ad-metadata-view-model,.badge-style-type-ad';
const LIVE =
  '[overlay-style="LIVE"],[overlay-style="UPCOMING"],[class*="style-type-live"],badge-shape[class*="-live"],badge-shape[class*="Live"]';
const BADGE = ':is(ytd-thumbnail,yt-thumbnail-view-model) :is(#text,badge-shape)';
const LENGTH = /^\p{Nd}{1,3}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?$/u;
const ROWS = 'yt-content-metadata-view-model>*,#metadata-line,ytm-badge-and-byline-renderer';
const CHANNEL_NAME = '#channel-name #text';
const HEADING = 'h3,h4';

/** First match that is not switched off. */
export const shown = (root: ParentNode, selector: string): Element | null =>
  all(root, selector).find((element) => !concealed(element)) ?? null;

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

/** The cards that show a video, in page order. */
export function cardsOf(page: ParentNode, at: PageContext): Element[] {
  const outside = `${OUTSIDE},${at.surface.kind === 'post' ? BROWSE : WATCH}`;
  return all(page, CARDS).filter((card) => cardVideo(card) && !one(card, CARDS) && !closest(card, outside) && !concealed(card));
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
  const heading = one(card, '#video-title') ?? one(card, HEADING);
  const title = attr(heading, 'title')?.trim() || text(heading);
  const rows = rowsOf(card);
  const name = rows.flat().find((part) => part.channel)?.text || text(one(card, CHANNEL_NAME));
  const labels = all(card, 'h3[aria-label],h3 [aria-label]').map((element) => attr(element, 'aria-label') ?? '');
  const badges = all(card, BADGE).map(text).filter(Boolean);
  const length = badges.some((badge) => LENGTH.test(badge));
  const page = card.ownerDocument;
  return toPost(
    {
      link,
      title,
      author:
        channelIn(card) ??
        (name === text(one(page, `yt-page-header-view-model h1,ytd-c4-tabbed-header-renderer ${CHANNEL_NAME}`)) ? null : name),
      named: name !== '' || one(card, '#metadata-line') !== null,
      rows,
      label: labelRest(labels.find((label) => label.includes(title)) ?? '', title, name),
      // On a thumbnail stands how long the video is; anything else there ("LIVE", "UPCOMING") says that it is not one yet.
      live:
        all(card, LIVE).some((badge) => !closest(badge, 'yt-decorated-avatar-view-model')) || (badges.length > 0 && !length && !link.short),
      length,
      promoted: !!(closest(card, AD) ?? one(card, AD_MARK)),
    },
    at,
  );
}

/** The lines under a title. What other extensions put into a card stands outside these elements; Shorts have one piece and no line. */
function rowsOf(card: Element): Part[][] {
  const lines = all(card, ROWS).map((line) => all(line, ':scope>*'));
  if (lines.length === 0) lines.push(all(card, '[role="text"]').filter((piece) => !closest(piece, HEADING)));
  return withName(
    lines.map((line) =>
      line
        .filter(
          (piece) => text(piece) && attr(piece, 'aria-hidden') !== 'true' && attr(piece, 'hidden') === null && !one(piece, 'badge-shape'),
        )
        .map(partOf),
    ),
  );
}

/** One piece of such a line. */
export const partOf = (piece: Element): Part => ({
  text: text(piece),
  label: attr(piece, 'aria-label') ?? attr(one(piece, '[aria-label]'), 'aria-label') ?? '',
  channel: channelIn(piece) !== null,
});
