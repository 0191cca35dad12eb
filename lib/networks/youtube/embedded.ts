import type { PostReading } from '../../model/capture';
import { one } from '../../reading/dom';
import type { PageContext } from '../network';
import { CARDS } from './cards';
import { collect, dig, pageData, plain } from './data';
import { type Facts, type Part, toPost, withName } from './facts';
import { channelLink, isVideoId } from './links';
import { microdataOf, readMicrodata } from './markup';

/** Posts that the document's own data describes, if that data is about this address: it stays behind when the app moves on. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const post = at.surface.kind === 'post';
  const markup = post ? microdataOf(page, at.surface.postId) : null;
  const posts = markup ? [readMicrodata(markup, at)] : [];
  const list = dig(knownData(page, at), post ? 'contents.twoColumnWatchNextResults.secondaryResults' : 'contents');
  for (const node of collect(list, idOf)) posts.push(toPost(factsOf(node), at, 'embedded'));
  return posts;
}

/** The page's data where it is about the address. Of mixed lists that cannot be known, so there it only serves while nothing has been drawn. */
export function knownData(page: Document, { surface }: PageContext): unknown {
  const data = pageData(page);
  const { kind, handle, postId } = surface;
  if (kind === 'post') return dig(data, 'currentVideoEndpoint.watchEndpoint.videoId') === postId ? data : null;
  if (kind !== 'profile') return one(page, CARDS) ? null : data;
  const links = ['vanityChannelUrl', 'channelUrl', 'ownerUrls'].flatMap((key) => dig(data, `metadata.channelMetadataRenderer.${key}`));
  return links.some((link) => channelLink(plain(link))?.toLowerCase() === handle?.toLowerCase()) ? data : null;
}

/** The video that a node of the page's data describes, whichever shape it has (renderer, lockup, Shorts lockup); empty when it describes none. */
function idOf(node: Record<string, unknown>): string {
  const id = plain(node.title ? node.videoId : (node.contentId ?? (node.overlayMetadata && found(node.onTap, /"videoId":"([^"]+)"/))));
  return isVideoId(id) ? id : '';
}

/** What a pattern finds in a node's JSON text. Quotes inside values are escaped there, so a quoted key is a key. */
const found = (node: unknown, pattern: RegExp): string | undefined => pattern.exec(JSON.stringify(node) ?? '')?.[1];
const channelOf = (node: unknown) => channelLink(found(node, /"canonicalBaseUrl":"([^"]+)"/));
const part = (node: unknown): Part => ({
  text: plain(dig(node, 'text') ?? node),
  label: plain(dig(node, 'accessibilityLabel')),
  channel: channelOf(node) !== null,
});

/** The rows of pieces below a node. */
export const rowsIn = (node: unknown): Part[][] =>
  collect(node, (row) => Array.isArray(row.metadataParts)).map((row) =>
    (row.metadataParts as unknown[]).map(part).filter((piece) => piece.text),
  );

function factsOf(node: Record<string, unknown>): Facts {
  const lockup = dig(node, 'metadata.lockupMetadataViewModel');
  const over = node.overlayMetadata;
  const line = [node.viewCountText ?? node.shortViewCountText ?? dig(over, 'secondaryText'), node.publishedTimeText]
    .map(part)
    .filter((piece) => piece.text);
  const rows = withName([...rowsIn(lockup), line]);
  return {
    link: { id: idOf(node), short: !!over || !!found(node, /("url":"\/shorts\/)/) },
    title: plain(node.title ?? dig(lockup, 'title') ?? dig(over, 'primaryText')),
    author: channelOf(node),
    named: !lockup || rows.flat().some((piece) => piece.channel),
    rows,
    label: '',
    live: !!node.upcomingEventData || !!found(node, /tyle":"(?:\w+_)?(LIVE|UPCOMING)/),
    length: !!found(node, /"(\d+[:.]\d\d[:.\d]*)"/),
    promoted: false,
  };
}
