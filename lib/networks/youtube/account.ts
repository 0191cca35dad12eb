import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { all, one, text } from '../../reading/dom';
import { absent, rounded, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelIn, shown } from './cards';
import { dig, plain } from './data';
import { knownData } from './embedded';
import { hasDigit } from './facts';
import { microdataOf, readMicrodata } from './markup';
import { ownerOf } from './watch';

/** What a channel's header or a video's owner says: handle, subscribers, videos, in this order. */
const PIECES = 'yt-content-metadata-view-model>*>*,#owner-sub-count';

/** Whose page it is. Searches and feeds are nobody's. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { counts, surface } = at;
  const profile = surface.kind === 'profile';
  const header = profile ? shown(page, 'yt-page-header-view-model') : surface.postId ? ownerOf(page) : null;
  const markup = header ? null : microdataOf(page, surface.postId);
  const parts = header ? all(header, PIECES).map(text) : [];
  const said = parts.map((part) => /^\W?@([^\s\u200e\u200f]+)/u.exec(part)?.[1]).find(Boolean);
  const linked = header ? channelIn(header) : markup && readMicrodata(markup, at).author;
  const handle = said ?? surface.handle ?? linked;
  const [first, second] = parts.filter((part) => hasDigit(part) && !part.includes('@'));
  const isId = /^UC[\w-]{22}$/.test(handle ?? '');
  return {
    nativeId: isId ? handle : plain(dig(profile && knownData(page, at), 'metadata.channelMetadataRenderer.externalId')) || null,
    handle,
    name: text(header && one(header, 'h1,#channel-name #text')) || null,
    url: handle && `https://www.youtube.com/${isId ? 'channel/' : '@'}${encodeURIComponent(handle)}`,
    // One count alone in a channel's header is either subscribers or, where the channel conceals those, videos.
    followers: first && (second || !profile) ? subscribers(first, counts) : profile ? unread('text', first) : absent(),
    following: absent(),
    posts: second ? (countIn(second, counts) ?? unread('text', second)) : absent(),
  };
}

/**
 * Subscribers. YouTube shows three digits of them and cuts the rest off, also in languages that write the zeros out ("265.000"):
 * https://support.google.com/youtube/answer/6051134
 */
function subscribers(printed: string, counts: CountStyle): Reading {
  const count = countIn(printed, { ...counts, significant: 3 }) ?? unread('text', printed);
  const { as, value, from, raw } = count;
  const step = 10 ** (String(value).length - 3);
  return as === 'exact' && value && step > 1 && value % step === 0 ? rounded(value, value, value + step - 1, from, raw) : count;
}
