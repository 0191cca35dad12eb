import type { PostReading } from '../../model/capture';
import { all, attr, closest, matches, one, pageOf, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { labelOf, linksIn, lone, only, onlyChannelIn, outside, phraseOf, renderers, shown, visibleIn } from './elements';
import { videoOf } from './links';
import { type MainFacts, mainPost } from './main';
import { microdataOf, readMicrodata } from './markup';
import { type Button, likeButton } from './numbers';
import { filled } from './post';

/** Elements that show the page's own video. */
export const INFO = `ytd-watch-metadata,ytd-reel-video-renderer[is-active],${renderers('video-primary-info', 'slim-video-metadata-section')}`;
/** Like buttons, of today and of before 2023; comments still have the older ones. */
const LIKE = ['like-button-view-model', 'ytd-toggle-button-renderer'] as const;
/** Of Shorts, the ones above and below are in the page too. */
const OWNER = `[is-active] yt-reel-channel-bar-view-model,${renderers('video-owner', 'slim-owner')}`;
/** Views and date: first where the page keeps every digit, then the visible line under the title. */
const LINES = [
  '#view-count[aria-label],ytd-watch-info-text #tooltip',
  '.view-count,#info-strings yt-formatted-string,yt-formatted-string#info>span,.slim-video-information-subtitle',
];
const PAID = '.ytp-paid-content-overlay-text';
const DESCRIPTION =
  '#description-inline-expander :is(#attributed-snippet-text,#plain-snippet-text,#expanded>yt-attributed-string),ytd-video-secondary-info-renderer #description';
const LONGEST_PHRASE = 300;
const ON_AIR = '.ytp-live,.ytp-offline-slate';

/** The element that shows the page's own video, or what the server wrote about it where nothing has been drawn yet. */
export const mainOf = (page: Document, at: PageContext): Element | null =>
  videoOf(at) ? (shown(page, INFO) ?? microdataOf(page, at.surface.postId)) : null;

/** The visible element that says who published the page's video. */
export const ownerOf = (page: ParentNode): Element | null => shown(page, OWNER);

/** Reads the page's own video. */
export function readMain(info: Element, at: PageContext): PostReading {
  const page = pageOf(info);
  // While the app moves on, the address and the visible page can disagree: what is visible decides.
  const id = attr(closest(info, '[video-id]'), 'video-id') || at.surface.postId || '';
  const lines = LINES.map((selector) =>
    all(info, selector).flatMap((piece) => {
      if (closest(piece, `${LIKE},${OWNER}`)) return [];
      return (attr(piece, 'aria-label') ?? text(piece)).slice(0, LONGEST_PHRASE).split(/[•·]/);
    }),
  );
  const owner = ownerOf(page);
  const words = shown(page, DESCRIPTION);
  const markup = microdataOf(page, id);
  const [button = shown(info, LIKE[1]), another] = visibleIn(info, LIKE[0]);
  const comments = shown(page, 'ytd-comments-header-renderer #count');
  const facts: MainFacts = {
    id,
    short: matches(info, 'ytd-reel-video-renderer'),
    author: owner && onlyChannelIn(owner),
    title: text(one(info, 'h1,h2')),
    description: text(words),
    links: words ? outside(linksIn(words), at.url) : [],
    flags: filled({ paid: !!text(shown(page, PAID)) }),
    live: !!shown(page, ON_AIR) || (!!markup && readMicrodata(markup, at).format === 'live'),
    lines,
    dates: lines.flat(),
    // Of two buttons one is another post's.
    like: another ? [null] : button ? likeOf(button) : [''],
    comments: comments && phraseOf(comments),
  };
  return mainPost(facts, at);
}

/** The like button: an abbreviated count, with every digit in its label. Texts that differ are null. */
function likeOf(button: Element): Button {
  const words = all(button, '#text,[role="text"],button').filter(text).map(lone);
  return likeButton(words.length ? only(words) : '', all(button, '[aria-label]').map(labelOf), !!one(button, '[aria-pressed="true"]'));
}
