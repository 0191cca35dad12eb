import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { all, attr, concealed, one, text } from '../../reading/dom';
import { absent, rounded, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { rowsOf } from './cards';
import { collect, dig, pageData, plain } from './data';
import { describes } from './embedded';
import type { Part } from './facts';
import { channelLink, channelUrl } from './links';
import { microdataAuthor, microdataOf } from './markup';
import { ownerName, ownerOf } from './watch';

const HEADER = 'yt-page-header-view-model,ytd-c4-tabbed-header-renderer,ytm-c4-tabbed-header-renderer';
const CHANNEL_ID = /^UC[\w-]{22}$/;
const NOBODY: AccountReading = {
  nativeId: null,
  handle: null,
  name: null,
  url: null,
  followers: absent(),
  following: absent(),
  posts: absent(),
};

/** Whose page it is. Searches and feeds are nobody's. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  if (at.surface.kind === 'profile') return channel(page, at);
  if (at.surface.kind === 'post') return owner(page, at);
  return NOBODY;
}

function named(account: AccountReading, name: string | null): AccountReading {
  const nativeId = account.nativeId ?? (name && CHANNEL_ID.test(name) ? name : null);
  const handle = account.handle ?? name;
  return { ...account, nativeId, handle, url: handle ? channelUrl(handle) : null };
}

function owner(page: Document, at: PageContext): AccountReading {
  const shown = ownerOf(page);
  const count = shown && one(shown, '#owner-sub-count,.slim-owner-subtitle');
  const followers = count && text(count) ? subscribers({ text: text(count), label: attr(count, 'aria-label') ?? '' }, at.counts) : absent();
  const name = text(shown && (one(shown, '#channel-name #text') ?? one(shown, '#channel-name'))) || null;
  const markup = shown ? null : microdataOf(page, at.surface.postId);
  return named({ ...NOBODY, name, followers }, ownerName(shown) ?? (markup && microdataAuthor(markup)));
}

function channel(page: Document, at: PageContext): AccountReading {
  const header = all(page, HEADER).find((candidate) => !concealed(candidate));
  const data = pageData(page);
  const known = data && describes(data, page, at) ? data : null;
  const meta = dig(known, 'metadata.channelMetadataRenderer');
  const parts = header ? rowsOf(header).flat() : headerParts(known);
  const at$ =
    parts.map((part) => part.text).find((piece) => /^[\u200e\u200f]?@\S+$/u.test(piece)) ?? text(header && one(header, '#channel-handle'));
  const handle = at$.replace(/^[^@]*@/u, '') || channelLink(plain(dig(meta, 'vanityChannelUrl')));
  const counted = parts.filter((part) => /\p{Nd}/u.test(part.text) && !part.text.includes('@'));
  const [first, second] = counted;
  const old = header && one(header, '#subscriber-count');
  const name = text(header && (one(header, 'h1') ?? one(header, '#channel-name #text'))) || plain(dig(meta, 'title')) || null;
  const account: AccountReading = { ...NOBODY, nativeId: plain(dig(meta, 'externalId')) || null, handle: handle || null, name };
  if (old && text(old)) {
    account.followers = subscribers({ text: text(old), label: attr(old, 'aria-label') ?? '' }, at.counts);
    const videos = text(one(header, '#videos-count'));
    if (videos) account.posts = countIn(videos, at.counts) ?? unread('text', videos);
  } else if (first && second) {
    account.followers = subscribers(first, at.counts);
    account.posts = countIn(second.text, at.counts) ?? unread('text', second.text);
  } else if (first) {
    // One count alone is either subscribers or, where the channel conceals those, videos.
    account.followers = unread('text', first.text);
  } else if (!header && !known) account.followers = unread();
  return named(account, at.surface.handle);
}

/** Pieces of the channel's header in the page's data. */
function headerParts(data: unknown): Part[] {
  const rows = collect(dig(data, 'header'), (node) => Array.isArray(node.metadataParts));
  return rows.flatMap((row) => (row.metadataParts as unknown[]).map((part) => ({ text: plain(dig(part, 'text')), label: '' })));
}

/**
 * Subscribers. YouTube shows three digits of them and cuts the rest off, also in languages that write the zeros out ("265.000"):
 * https://support.google.com/youtube/answer/6051134
 */
function subscribers(part: Part, counts: CountStyle): Reading {
  const style = { ...counts, significant: 3 };
  const shown = countIn(part.text, style) ?? countIn(part.label, style, 'label');
  if (!shown) return unread('text', part.text);
  const { value } = shown;
  if (shown.as !== 'exact' || value === null || value < 1000) return shown;
  const step = 10 ** (String(value).length - 3);
  return value % step === 0 ? rounded(value, value, value + step - 1, shown.from, shown.raw) : shown;
}
