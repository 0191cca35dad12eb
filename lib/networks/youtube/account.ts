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
import { microdataOf, readMicrodata } from './markup';
import { ownerOf } from './watch';

const NAME = 'h1,#channel-name #text';
/** What a channel's header or a video's owner says: handle, subscribers, videos, in this order in every generation of the page. */
const PIECES = 'yt-content-metadata-view-model>*>*,#channel-handle,#subscriber-count,#videos-count,#owner-sub-count';
/** Where one count alone is subscribers; elsewhere it is either those or, where the channel conceals them, videos. */
const SUBSCRIBERS = '#subscriber-count,#owner-sub-count';

/** Whose page it is. Searches and feeds are nobody's. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { counts, surface } = at;
  const profile = surface.kind === 'profile';
  const header = profile ? shown(page, 'yt-page-header-view-model,ytd-c4-tabbed-header-renderer') : surface.postId ? ownerOf(page) : null;
  const markup = header ? null : microdataOf(page, surface.postId);
  const data = profile && knownData(page, at);
  const meta = (key: string) => plain(dig(data, `metadata.channelMetadataRenderer.${key}`));
  const parts = header ? all(header, PIECES).map(partOf) : rowsIn(dig(data, 'header')).flat();
  const said = parts.map((part) => /^\W?@([^\s\u200e\u200f]+)/u.exec(part.text)?.[1]).find(Boolean);
  const handle =
    said ??
    channelLink(meta('vanityChannelUrl')) ??
    surface.handle ??
    (header ? channelIn(header) : markup && readMicrodata(markup, at).author);
  const [first, second] = parts.filter((part) => /\p{Nd}/u.test(part.text) && !part.text.includes('@'));
  const sure = second || text(header && one(header, SUBSCRIBERS));
  const isId = /^UC[\w-]{22}$/.test(handle ?? '');
  return {
    nativeId: meta('externalId') || (isId ? handle : null),
    handle,
    name: text(header && one(header, NAME)) || meta('title') || null,
    url: handle && `https://www.youtube.com/${isId ? 'channel/' : '@'}${encodeURIComponent(handle)}`,
    followers: !first
      ? profile && !header && !data
        ? unread()
        : absent()
      : sure
        ? subscribers(first, counts)
        : unread('text', first.text),
    following: absent(),
    posts: second ? (countIn(second.text, counts) ?? unread('text', second.text)) : absent(),
  };
}

/**
 * Subscribers. YouTube shows three digits of them and cuts the rest off, also in languages that write the zeros out ("265.000"):
 * https://support.google.com/youtube/answer/6051134
 */
function subscribers({ text: printed, label }: Part, counts: CountStyle): Reading {
  const style = { ...counts, significant: 3 };
  const count = countIn(printed, style) ?? countIn(label, style, 'label') ?? unread('text', printed);
  const { as, value, from, raw } = count;
  const step = 10 ** (String(value).length - 3);
  return as === 'exact' && value && step > 1 && value % step === 0 ? rounded(value, value, value + step - 1, from, raw) : count;
}
