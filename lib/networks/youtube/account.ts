import type { AccountReading } from '../../model/capture';
import { attr, closest, matches, one, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { readCommunity } from './community';
import { lone, only, onlyChannelIn, ownText, phraseOf, renderers, shown, visibleIn } from './elements';
import { knownData } from './embedded';
import { headerCounts, headerFacts, LONGEST_BIO } from './header';
import { microdataOf, readMicrodata } from './markup';
import { filled } from './post';
import { ownerOf } from './watch';

/** A channel's header, of today and of before 2024. */
const HEADER = `yt-page-header-view-model,${renderers('c4-tabbed-header')}`;
/** What a header says that has no names of its own: handle, subscribers, videos, in this order. */
const LINES = 'yt-content-metadata-view-model';
const PIECES = `${LINES}>*>*`;
const NESTED = `${LINES} ${LINES} *`;
const SUBSCRIBERS = '#subscriber-count,#owner-sub-count,.subhead';
const NAME = 'h1,#channel-name #text,.slim-owner-channel-name';
const BADGE = ':is(h1,.slim-owner-channel-name) :is(svg,yt-icon,yt-icon-shape),[class*="badge-style-type-verified"]';
/** The description, which the header cuts off. */
const PREVIEW = 'yt-description-preview-view-model';
const BIO = `${PREVIEW} :is([role="text"],truncated-text-content)`;

/** Whose page it is. Searches and feeds are nobody's. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { surface, url } = at;
  const profile = surface.kind === 'profile';
  const header = profile ? shown(page, HEADER) : surface.postId ? ownerOf(page) : null;
  const visible = (selector: string) => (header ? visibleIn(header, selector) : []);
  const texts = (selector: string) => visible(selector).map(text).filter(Boolean);
  // A video's lines that got into one of these look like them.
  const pieces = visible(PIECES)
    .filter((piece) => !matches(piece, NESTED))
    .map((piece) => lone(piece) ?? '');
  const [said] = pieces.flatMap((part) => /^\W?@([^\s\u200e\u200f]+)/u.exec(part)?.[1] ?? []);
  const handle = said ?? surface.handle ?? (header ? onlyChannelIn(header) : authorOf(page, at));
  const named = visible(SUBSCRIBERS).filter((each) => !closest(each, NAME));
  const known = headerFacts(profile && knownData(page, at), at, 'embedded');
  const isId = /^UC[\w-]{22}$/.test(handle ?? '');
  const [anchor] = visible('yt-attribution-view-model a[href]');
  return {
    nativeId: null,
    name: null,
    followers: profile || named[0] ? unread() : absent(),
    following: absent(),
    posts: absent(),
    ...known,
    ...headerCounts(profile ? pieces : [], at, only(named.map((piece) => lone(piece) ?? '')), visible('#videos-count').map(phraseOf)[0]),
    ...filled({
      nativeId: isId && handle,
      name: text(header && one(header, NAME)),
      verified: !!visible(BADGE)[0],
      bio: known.bio ?? (texts(BIO)[0] ?? texts(PREVIEW)[0])?.slice(0, LONGEST_BIO),
      link: outgoing(attr(anchor, 'href'), url, text(anchor)),
    }),
    handle,
    url: handle && `https://www.youtube.com/${isId ? 'channel/' : '@'}${encodeURIComponent(handle)}`,
  };
}

/** Who published the post of a page that shows nobody beside it. */
function authorOf(page: Document, at: PageContext): string | null {
  const post = ownText(page, at);
  const markup = microdataOf(page, at.surface.postId);
  return (post ? readCommunity(post, at) : markup && readMicrodata(markup, at))?.author ?? null;
}
