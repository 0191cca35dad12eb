import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount, refine } from '../../reading/counts';
import { relativeMoment } from '../../reading/dates';
import { all, attr, closest, concealed, matches, one, text } from '../../reading/dom';
import { absent, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { writtenDay } from './days';
import { channelLink, isVideoId } from './links';
import { microdataOf, readMicrodata } from './markup';
import { videoPost } from './post';

const PAGES = 'ytd-watch-flexy,ytd-watch-fixie,ytd-watch,ytd-shorts,ytm-watch';
const INFO =
  'ytd-watch-metadata,ytd-video-primary-info-renderer,ytd-reel-video-renderer[is-active],ytm-slim-video-metadata-section-renderer';
const LIKE = 'like-button-view-model,#segmented-like-button,ytd-toggle-button-renderer,#like-button';
const OWNER = 'ytd-video-owner-renderer,yt-reel-channel-bar-view-model,ytd-reel-player-header-renderer,ytm-slim-owner-renderer';
/** Help page that a notice of switched-off comments links to in every language. */
const COMMENTS_OFF = 'ytd-message-renderer a[href*="answer/9706180"]';
const DIGIT = /\p{Nd}/u;

/** The element that shows the page's own video, or what the server wrote about it where nothing has been drawn yet. */
export function mainOf(page: Document, at: PageContext): Element | null {
  if (at.surface.kind !== 'post') return null;
  const shown = all(page, INFO).find((info) => one(info, 'h1,h2') && !concealed(info));
  return shown ?? microdataOf(page, at.surface.postId);
}

export const isMain = (element: Element): boolean => matches(element, `${INFO},[itemscope]`);

/** The visible element that says who published the page's video. */
export const ownerOf = (page: ParentNode): Element | null => all(page, OWNER).find((owner) => !concealed(owner)) ?? null;

/** Handle, id or name of whoever published it. */
export function ownerName(owner: Element | null): string | null {
  for (const link of owner ? all(owner, 'a[href]') : []) {
    const name = channelLink(attr(link, 'href'));
    if (name) return name;
  }
  return null;
}

/** Reads the page's own video. */
export function readMain(info: Element, at: PageContext): PostReading | null {
  if (matches(info, '[itemscope]')) return readMicrodata(info, at);
  const root = closest(info, PAGES) ?? info.ownerDocument.documentElement;
  // While the app moves on, the address and the visible page can disagree: what is visible decides.
  const named = attr(info, 'video-id') ?? attr(root, 'video-id') ?? '';
  const id = isVideoId(named) ? named : at.surface.postId;
  if (!id) return null;
  const short = matches(root, 'ytd-shorts');
  const published = publishedOf(info, root, at);
  const markup = microdataOf(root.ownerDocument, id);
  // On the air or announced: viewers and people waiting stand where views do.
  const announced = one(root, '.ytp-time-display.ytp-live,.ytp-offline-slate') !== null || (published !== null && published.low > at.now);
  const live = announced || (markup !== null && readMicrodata(markup, at).format === 'live');
  const metrics: PostReading['metrics'] = { likes: likesOf(info, at), views: live ? absent() : viewsOf(info, root, short, at) };
  const comments = commentsOf(root, at);
  if (comments) metrics.comments = comments;
  return videoPost(
    { id, short },
    {
      author: ownerName(ownerOf(root)),
      published: live && published && published.low > at.now ? null : published,
      metrics,
      title: text(one(info, 'h1') ?? one(info, 'h2')),
      live,
    },
  );
}

/** The line of views and date under the title, piece by piece. */
const infoLine = (info: Element): string[] =>
  all(info, 'yt-formatted-string#info>span,#info-strings yt-formatted-string').map(text).filter(Boolean);

function viewsOf(info: Element, root: Element, short: boolean, at: PageContext): Reading {
  const shown = all(info, '.view-count,ytd-video-view-count-renderer span').map(text).filter(Boolean);
  const panel = attr(one(root, 'view-count-factoid-renderer [aria-label]'), 'aria-label') ?? '';
  const tooltip = text(one(info, 'ytd-watch-info-text #tooltip')).split(/[•·]/u)[0] ?? '';
  const labels = [attr(one(info, '#view-count[aria-label]'), 'aria-label') ?? '', tooltip, panel].filter(Boolean);
  const texts = [...shown, infoLine(info)[0] ?? ''].filter(Boolean);
  let reading: Reading | null = null;
  for (const label of labels) reading ??= countIn(label, at.counts, 'label');
  for (const phrase of texts) reading ??= countIn(phrase, at.counts);
  if (!reading) return texts.length + labels.length > 0 || !short ? unread('text', texts[0] ?? labels[0]) : absent();
  for (const phrase of [...labels, ...texts]) reading = refine(reading, phrase, at.counts);
  return reading;
}

/** The like button: an abbreviated count, with every digit in its label. */
function likesOf(info: Element, at: PageContext): Reading {
  const button = all(info, LIKE).find((candidate) => !concealed(candidate));
  if (!button) return unread();
  const words = text(one(button, '#text')) || text(one(button, 'button')) || text(one(button, '[role="text"]'));
  const labels = [button, ...all(button, '[aria-label]')].map((part) => attr(part, 'aria-label') ?? '').filter(Boolean);
  const shown = readCount(words, at.counts);
  // Of a video that the viewer liked, the label counts the other people.
  const own = one(button, '[aria-pressed="true"]') !== null;
  if (shown) return own ? shown : labels.reduce((reading, label) => refine(reading, label, at.counts), shown);
  const told = own || words ? null : (labels.map((label) => countIn(label, at.counts, 'label')).find(Boolean) ?? null);
  if (told) return told;
  if (DIGIT.test(words) || labels.some((label) => DIGIT.test(label))) return unread('text', words || labels[0]);
  // A word in place of the count: the channel conceals it.
  return words ? hidden('text', words) : unread();
}

function commentsOf(root: Element, at: PageContext): Reading | null {
  const header = all(root, 'ytd-comments-header-renderer #count').find((count) => !concealed(count));
  if (header) return countIn(text(header), at.counts) ?? unread('text', text(header));
  const off = all(root, COMMENTS_OFF).find((notice) => !concealed(notice));
  if (off) return hidden('text', text(closest(off, 'ytd-message-renderer')));
  const panel = one(root, '[target-id="engagement-panel-comments-section"] #contextual-info:not([hidden])');
  return panel ? readCount(text(panel), at.counts) : null;
}

function publishedOf(info: Element, root: Element, at: PageContext): PostReading['published'] {
  const { locale } = at.counts;
  const phrases = [
    ...infoLine(info),
    text(one(info, 'ytd-watch-info-text #tooltip')),
    attr(one(info, '#date-text[aria-label]'), 'aria-label') ?? '',
  ];
  for (const phrase of phrases) {
    const day = phrase && writtenDay(phrase, locale);
    if (day) return day;
  }
  phrases.push(attr(one(root, 'upload-time-factoid-renderer [aria-label]'), 'aria-label') ?? '');
  for (const phrase of phrases) {
    const age = phrase ? relativeMoment(phrase, locale, at.now) : null;
    if (age) return age;
  }
  return null;
}
