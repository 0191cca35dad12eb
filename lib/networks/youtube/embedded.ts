import type { PostReading } from '../../model/capture';
import { one } from '../../reading/dom';
import type { PageContext } from '../network';
import { CARDS } from './cards';
import { collect, dig, pageData, plain, textUnder } from './data';
import { type Facts, isLength, type Part, toPost } from './facts';
import { channelLink, isVideoId } from './links';
import { microdataOf, readMicrodata } from './markup';

/** Posts that the document's own data describes, if that data is about this address: it stays behind when the app moves on. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const markup = at.surface.kind === 'post' ? microdataOf(page, at.surface.postId) : null;
  const posts = markup ? [readMicrodata(markup, at)] : [];
  const data = pageData(page);
  if (!data || !describes(data, page, at)) return posts;
  const list = at.surface.kind === 'post' ? dig(data, 'contents.twoColumnWatchNextResults.secondaryResults') : dig(data, 'contents');
  for (const node of collect(list, (tree) => isVideo(tree) || isLockup(tree) || isShort(tree))) {
    const facts = isLockup(node) ? lockup(node) : isShort(node) ? short(node) : video(node);
    if (facts) posts.push(toPost(facts, at, 'embedded'));
  }
  return posts;
}

/** Whether page data is about the address. Of mixed lists it cannot be known, so there it only serves while nothing has been drawn. */
export function describes(data: unknown, page: Document, { surface }: PageContext): boolean {
  if (surface.kind === 'post') return dig(data, 'currentVideoEndpoint.watchEndpoint.videoId') === surface.postId;
  if (surface.kind === 'profile') return namesOf(data).includes((surface.handle ?? '').toLowerCase());
  return !one(page, CARDS);
}

/** Names and ids of the channel that page data is about, in lower case. */
function namesOf(data: unknown): string[] {
  const channel = dig(data, 'metadata.channelMetadataRenderer');
  const owners = dig(channel, 'ownerUrls');
  const links = [dig(channel, 'vanityChannelUrl'), dig(channel, 'channelUrl'), ...(Array.isArray(owners) ? owners : [])];
  return links.map((link) => channelLink(typeof link === 'string' ? link : null)?.toLowerCase() ?? '').filter(Boolean);
}

const isVideo = (node: Record<string, unknown>) =>
  typeof node.videoId === 'string' &&
  isVideoId(node.videoId) &&
  node.title !== undefined &&
  (node.navigationEndpoint !== undefined || node.thumbnail !== undefined);
const isLockup = (node: Record<string, unknown>) =>
  typeof node.contentId === 'string' && dig(node, 'metadata.lockupMetadataViewModel') !== undefined;
const isShort = (node: Record<string, unknown>) => node.overlayMetadata !== undefined && node.onTap !== undefined;

const part = (node: unknown, label: unknown = null): Part => ({ text: plain(node), label: typeof label === 'string' ? label : '' });
const authorOf = (node: unknown) => channelLink(textUnder(node, 'canonicalBaseUrl')) ?? null;
const LIVE = /(?:^|_)(?:LIVE|LIVE_NOW|UPCOMING)$/;
const styles = (node: unknown, key: string) => collect(node, (tree) => typeof tree[key] === 'string').map((tree) => String(tree[key]));

function video(node: Record<string, unknown>): Facts | null {
  const path = textUnder(node.navigationEndpoint, 'url');
  const row = [part(node.viewCountText ?? node.shortViewCountText), part(node.publishedTimeText)].filter((piece) => piece.text);
  const marks = [...styles(node.thumbnailOverlays, 'style'), ...styles(node.badges, 'style')];
  return {
    link: { id: String(node.videoId), short: path.startsWith('/shorts/') || marks.includes('SHORTS') },
    title: plain(node.title),
    author: authorOf(node.longBylineText ?? node.ownerText ?? node.shortBylineText),
    named: true,
    rows: [row],
    label: '',
    live: marks.some((mark) => LIVE.test(mark)) || node.upcomingEventData !== undefined,
    length: isLength(plain(node.lengthText)),
    promoted: false,
  };
}

function lockup(node: Record<string, unknown>): Facts | null {
  const id = String(node.contentId);
  if (!isVideoId(id)) return null;
  const meta = dig(node, 'metadata.lockupMetadataViewModel');
  const rows = collect(dig(meta, 'metadata'), (tree) => Array.isArray(tree.metadataParts)).map((row) =>
    (row.metadataParts as unknown[])
      .map((piece) => ({
        ...part(dig(piece, 'text'), dig(piece, 'accessibilityLabel')),
        channel: textUnder(piece, 'canonicalBaseUrl') !== '',
      }))
      .filter((piece) => piece.text),
  );
  const first = rows[0];
  if (rows.filter((row) => row.length > 0).length > 1 && first?.length === 1 && first[0]) first[0].channel = true;
  const badges = collect(node.contentImage, (tree) => typeof tree.badgeStyle === 'string');
  return {
    link: { id, short: /SHORT/.test(String(node.contentType)) },
    title: plain(dig(meta, 'title')),
    author: authorOf(meta),
    named: rows.flat().some((piece) => piece.channel),
    rows: rows.filter((row) => row.length > 0),
    label: '',
    live: badges.some((badge) => LIVE.test(String(badge.badgeStyle))),
    length: badges.some((badge) => isLength(plain(badge.text))),
    promoted: false,
  };
}

function short(node: Record<string, unknown>): Facts | null {
  const id = textUnder(node.onTap, 'videoId');
  if (!isVideoId(id)) return null;
  const row = [part(dig(node, 'overlayMetadata.secondaryText'))].filter((piece) => piece.text);
  const title = plain(dig(node, 'overlayMetadata.primaryText'));
  return {
    link: { id, short: true },
    title,
    author: null,
    named: true,
    rows: [row],
    label: '',
    live: false,
    length: true,
    promoted: false,
  };
}
