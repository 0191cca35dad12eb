import type { PostReading } from '../../model/capture';
import { collect, dig, isTree, type Tree } from '../../reading/trees';
import type { PageContext } from '../network';
import { channelOf, labelIn, leaves, plain } from './data';
import { type Facts, LENGTH, labelRest, type Part, toPost } from './facts';
import { isVideoId } from './links';
import { filled } from './post';

/** The video that a node of data describes, whichever shape it has (renderer, lockup, Shorts lockup); empty when it describes none. */
export function idOf(node: Tree): string {
  const named = node.title ?? node.headline;
  const id = isTree(named)
    ? node.videoId
    : (node.contentId ?? (node.overlayMetadata && leaves(node.onTap).find(([name]) => name === 'videoId')?.[1]));
  return typeof id === 'string' && isVideoId(id) ? id : '';
}

/** Reads such a node. */
export const readCardData = (node: Tree, at: PageContext, promoted: boolean): PostReading => toPost(factsOf(node, promoted), at);

const partsOf = (nodes: unknown[]): Part[] =>
  nodes
    .map((node) => {
      const text = dig(node, 'text') ?? node;
      return { text: plain(text), label: labelIn(node) || labelIn(text), channel: !!channelOf(node) };
    })
    .filter(({ text }) => /[^\s•]/.test(text));

/** The rows of pieces below a node. */
export const rowsIn = (node: unknown): Part[][] =>
  collect(node, (row) => row.metadataParts).map((row) => partsOf(Object.values(row.metadataParts as Tree)));

function factsOf(node: Tree, promoted: boolean): Facts {
  const said = leaves(node);
  const says = (name: RegExp, words: RegExp) => said.some((leaf) => name.test(leaf[0]) && words.test(leaf[1]));
  const lockup = dig(node, 'metadata.lockupMetadataViewModel');
  const over = node.overlayMetadata;
  const named = node.title ?? node.headline;
  const title = plain(named ?? dig(lockup, 'title') ?? dig(over, 'primaryText'));
  // The mobile page's data has the short form alone.
  const views = node.viewCountText ?? node.shortViewCountText ?? dig(over, 'secondaryText');
  const byline = plain(node.shortBylineText);
  const line = partsOf([views, node.publishedTimeText, ...Object.values(Object(dig(node, 'videoInfo.runs')))]);
  // A Short's views are written out in its label alone ("1 million" where the text has "1m").
  if (over && line[0]) line[0].label ||= labelRest([plain(node.accessibilityText)], title, '');
  const short = !!over || says(/^url$/, /^\/shorts\//);
  const length = says(/./, LENGTH);
  return {
    link: { id: idOf(node), short },
    title,
    author: channelOf(node),
    named: true,
    rows: [...rowsIn(lockup), line],
    label: labelRest([labelIn(named)], title, byline),
    // Since 2026 what is announced has a badge of the common style: as on the page, one that tells no length says that it is no video yet.
    live: says(/style$/i, /(?:^|_)(?:LIVE|UPCOMING)/) || (!short && !length && says(/^badgeStyle$/, /^THUMB/)),
    length,
    flags: filled({ promoted, collaboration: !!dig(lockup, 'image.avatarStackViewModel.avatars.1') }),
  };
}
