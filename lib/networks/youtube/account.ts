import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { all, one, text } from '../../reading/dom';
import { absent, rounded, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelIn, partOf, shown } from './cards';
import { dig, plain } from './data';
import { knownData, rowsIn } from './embedded';
import type { Part } from './facts';
import { channelLink } from './links';
import { microdataAuthor, microdataOf } from './markup';
import { ownerOf } from './watch';

const HEADER = 'yt-page-header-view-model,ytd-c4-tabbed-header-renderer';
/** What a header says of its channel: handle, subscribers, videos, in this order in both of its generations. */
const PIECES = 'yt-content-metadata-view-model>*>*,#channel-handle,#subscriber-count,#videos-count';

/** Whose page it is. Searches and feeds are nobody's. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind, postId } = at.surface;
  if (kind === 'profile') return channel(page, at);
  if (kind !== 'post') return account(null);
  const owner = ownerOf(page);
  if (!owner) {
    const markup = microdataOf(page, postId);
    return account(markup && microdataAuthor(markup));
  }
  const count = one(owner, '#owner-sub-count');
  return account(channelIn(owner), {
    name: text(one(owner, '#channel-name #text')),
    followers: count && text(count) ? subscribers(partOf(count), at.counts) : absent(),
  });
}

function account(
  handle: string | null,
  { id = '', name = '', followers = absent(), posts = absent() }: { id?: string; name?: string; followers?: Reading; posts?: Reading } = {},
): AccountReading {
  const isId = /^UC[\w-]{22}$/.test(handle ?? '');
  return {
    nativeId: id || (isId ? handle : null),
    handle,
    name: name || null,
    url: handle && `https://www.youtube.com/${isId ? 'channel/' : '@'}${encodeURIComponent(handle)}`,
    followers,
    following: absent(),
    posts,
  };
}

function channel(page: Document, at: PageContext): AccountReading {
  const { counts, surface } = at;
  const header = shown(page, HEADER);
  const data = knownData(page, at);
  const meta = (key: string) => plain(dig(data, `metadata.channelMetadataRenderer.${key}`));
  const parts = header ? all(header, PIECES).map(partOf) : rowsIn(dig(data, 'header')).flat();
  const said = parts.map((part) => /^\W?@([^\s\u200e\u200f]+)/u.exec(part.text)?.[1]).find(Boolean);
  const [first, second] = parts.filter((part) => /\p{Nd}/u.test(part.text) && !part.text.includes('@'));
  // One count alone is either subscribers or, where the channel conceals those, videos.
  const sure = second || text(header && one(header, '#subscriber-count'));
  const none = header || data ? absent() : unread();
  return account(said ?? channelLink(meta('vanityChannelUrl')) ?? surface.handle, {
    id: meta('externalId'),
    name: text(header && one(header, 'h1,#channel-name #text')) || meta('title'),
    followers: !first ? none : sure ? subscribers(first, counts) : unread('text', first.text),
    posts: second ? (countIn(second.text, counts) ?? unread('text', second.text)) : absent(),
  });
}

/**
 * Subscribers. YouTube shows three digits of them and cuts the rest off, also in languages that write the zeros out ("265.000"):
 * https://support.google.com/youtube/answer/6051134
 */
function subscribers({ text: printed, label }: Part, counts: CountStyle): Reading {
  const style = { ...counts, significant: 3 };
  const shown = countIn(printed, style) ?? countIn(label, style, 'label') ?? unread('text', printed);
  const { as, value, from, raw } = shown;
  const step = 10 ** (String(value).length - 3);
  return as === 'exact' && value && step > 1 && value % step === 0 ? rounded(value, value, value + step - 1, from, raw) : shown;
}
