import type { PostReading } from '../../model/capture';
import { all, attr, closest, concealed, one, pageOf, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { COMMUNITY, channelIn, labelOf, linked, linksIn, renderers, shown } from './elements';
import { LENGTH, labelRest, type Part, toPost } from './facts';
import { isVideoId, type VideoLink, videoLink, videoOf } from './links';
import { filled } from './post';

/** Elements that show one video each, of every generation of the page since 2019. */
export const CARDS =
  'ytd-rich-grid-media,ytd-rich-grid-slim-media,yt-lockup-view-model,ytm-shorts-lockup-view-model,' +
  renderers('video', 'grid-video', 'compact-video', 'playlist-video', 'reel-item', 'video-with-context');

/** Places whose videos are not members of the page's list: panels, descriptions, videos attached to somebody's text post. */
const OUTSIDE = renderers('engagement-panel-section-list', 'structured-description-content');
const AD = 'ytd-ad-slot-renderer';
const AD_MARK = '.badge-style-type-ad';
const BADGE = ':is(ytd-thumbnail,yt-thumbnail-view-model) :is(#text,badge-shape)';
const ROWS = 'yt-content-metadata-view-model>*,#metadata-line,#video-info,ytm-badge-and-byline-renderer';
const SEPARATOR = /^[•·]?$/;

/** The elements below a root that show one video each. */
export const cardsIn = (root: ParentNode): Element[] => all(root, CARDS);

/**
 * Whether a card belongs to the page's list. The app keeps screens that were left, and may show them for a moment: a video's own page has
 * no cards of other screens, and other screens have none of its.
 */
export function ownsCard(card: Element, at: PageContext): boolean {
  const left = videoOf(at) ? 'ytd-browse,ytd-search' : 'ytd-watch-next-secondary-results-renderer';
  return !!cardVideo(card) && !cardsIn(card)[0] && !closest(card, `${OUTSIDE},${COMMUNITY},${left}`) && !concealed(card);
}

/** The video that a card shows. Playlists and mixes link to their first video but name themselves: those are no posts. */
function cardVideo(card: Element): VideoLink | null {
  const [link, ...others] = linked(linksIn(card), videoLink);
  const named = /\bcontent-id-([\w-]+)/.exec(attr(one(card, '[class*="content-id-"]'), 'class') ?? '')?.[1];
  if (!link || (named ? !isVideoId(named) : one(card, 'ytd-playlist-thumbnail:not([hidden])'))) return null;
  // Links to several videos: the numbers may be any one's.
  return others.some(({ id }) => id !== link.id) ? null : { ...link, id: named ?? link.id };
}

/** Reads one card; null when it shows no video. */
export function readCard(card: Element, at: PageContext): PostReading | null {
  const link = cardVideo(card);
  if (!link) return null;
  const title = text(one(card, '#video-title') ?? one(card, 'h3'));
  const rows = rowsOf(card);
  const name = rows.flat().find((part) => part.channel)?.text || text(one(card, '#channel-name #text'));
  const badges = all(card, BADGE).map(text).filter(Boolean);
  const lengths = badges.filter((badge) => LENGTH.test(badge));
  const length = !!lengths[0];
  const facts = {
    link,
    title,
    author: channelIn(card) ?? (name === text(shown(pageOf(card), 'h1')) ? null : name),
    named: !!(name || one(card, '#metadata-line')),
    rows,
    label: labelRest(all(card, 'h3[aria-label],h3 [aria-label]').map(labelOf), title, name),
    // On a thumbnail stands how long the video is; anything else there ("LIVE", "UPCOMING") says that it is not one yet.
    live: !!(one(card, '[class*="style-type-live"]') || (badges[0] && !length && !link.short)),
    length,
    owner: name,
    muddled: (length && lengths.length < badges.length) || rows.some((row) => row.slice(1).some((part) => part.channel)),
    flags: filled({
      promoted: !!(closest(card, AD) ?? one(card, AD_MARK)),
      collaboration: !!all(card, 'yt-avatar-stack-view-model img')[1],
    }),
  };
  return toPost(facts, at);
}

/** The lines under a title. What other extensions put into a card stands outside these elements; Shorts have one piece and no line. */
export function rowsOf(card: Element): Part[][] {
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
