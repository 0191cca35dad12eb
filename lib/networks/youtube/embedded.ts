import type { PostReading } from '../../model/capture';
import type { PageContext } from '../network';
import { cardsIn } from './cards';
import { collect, dig, pageData, plain, type Tree } from './data';
import { type Facts, type Part, toPost } from './facts';
import { channelLink, isVideoId } from './links';
import { microdataOf, readMicrodata } from './markup';

/** Posts that the document's own data describes, if that data is about this address: it stays behind when the app moves on. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const markup = microdataOf(page, at.surface.postId);
  if (markup) return [readMicrodata(markup, at)];
  return collect(dig(knownData(page, at), 'contents'), idOf).map((node) => toPost(factsOf(node), at, 'embedded'));
}

/**
 * The page's data where it is about the address. Of mixed lists that cannot be known, so there it only serves while nothing has been drawn;
 * a video's page has its microdata.
 */
export function knownData(page: Document, { surface }: PageContext): unknown {
  const { handle, postId } = surface;
  const data = !postId && pageData(page);
  if (!handle) return !cardsIn(page)[0] && data;
  const meta = dig(data, 'metadata.channelMetadataRenderer');
  return (
    ['vanityChannelUrl', 'channelUrl'].some((key) => channelLink(plain(dig(meta, key)))?.toLowerCase() === handle.toLowerCase()) && data
  );
}

/** What a pattern finds in a node's JSON text. Quotes inside values are escaped there, so a quoted key is a key. */
const found = (node: unknown, pattern: RegExp): string | undefined => pattern.exec(JSON.stringify(node) ?? '')?.[1];
const channelOf = (node: unknown) => channelLink(found(node, /"canonicalBaseUrl":"([^"]+)"/));

/** The video that a node of the page's data describes, whichever shape it has (renderer, lockup, Shorts lockup); empty when it describes none. */
function idOf(node: Tree): string {
  const id = plain(node.title ? node.videoId : (node.contentId ?? (node.overlayMetadata && found(node.onTap, /"videoId":"([^"]+)"/))));
  return isVideoId(id) ? id : '';
}

const partsOf = (nodes: unknown[]): Part[] =>
  nodes.map((node) => ({ text: plain(dig(node, 'text') ?? node), label: '', channel: !!channelOf(node) })).filter((part) => part.text);

/** The rows of pieces below a node. */
const rowsIn = (node: unknown): Part[][] =>
  collect(node, (row) => row.metadataParts).map((row) => partsOf(Object.values(row.metadataParts as Tree)));

function factsOf(node: Tree): Facts {
  const lockup = dig(node, 'metadata.lockupMetadataViewModel');
  const over = node.overlayMetadata;
  const line = partsOf([node.viewCountText ?? dig(over, 'secondaryText'), node.publishedTimeText]);
  return {
    link: { id: idOf(node), short: !!(over ?? found(node, /"url":"(\/shorts\/)/)) },
    title: plain(node.title ?? dig(lockup, 'title') ?? dig(over, 'primaryText')),
    author: channelOf(node),
    named: true,
    rows: [...rowsIn(lockup), line],
    live: !!found(node, /tyle":"(?:\w+_)?(LIVE|UPCOMING)/),
    length: !!found(node, /"(\d+[:.]\d\d)/),
  };
}
