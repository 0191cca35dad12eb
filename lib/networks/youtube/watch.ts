import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount, refine } from '../../reading/counts';
import { relativeMoment } from '../../reading/dates';
import { all, attr, closest, concealed, matches, one, text } from '../../reading/dom';
import { absent, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelIn, shown } from './cards';
import { writtenDay } from './days';
import { isVideoId } from './links';
import { microdataOf, readMicrodata } from './markup';
import { videoPost } from './post';

const PAGES = 'ytd-watch-flexy,ytd-watch-grid,ytd-shorts,ytm-watch';
const INFO =
  'ytd-watch-metadata,ytd-video-primary-info-renderer,ytd-reel-video-renderer[is-active],ytm-slim-video-metadata-section-renderer';
const LIKE = 'like-button-view-model,#segmented-like-button,ytd-toggle-button-renderer,#like-button';
const OWNER = 'ytd-video-owner-renderer,yt-reel-channel-bar-view-model,ytd-reel-player-header-renderer,ytm-slim-owner-renderer';
/** Views and date with every digit, where the page has them. */
const LABELS =
  '#view-count[aria-label],#date-text[aria-label],ytd-watch-info-text #tooltip,view-count-factoid-renderer [aria-label],upload-time-factoid-renderer [aria-label]';
/** The visible line of views and date under the title. */
const LINE = '.view-count,#info-strings yt-formatted-string,yt-formatted-string#info>span';
const ON_AIR = '.ytp-time-display.ytp-live,.ytp-offline-slate';
/** Help page that a notice of switched-off comments links to in every language. */
const COMMENTS_OFF = 'ytd-message-renderer a[href*="answer/9706180"]';

/** The element that shows the page's own video, or what the server wrote about it where nothing has been drawn yet. */
export function mainOf(page: Document, at: PageContext): Element | null {
  if (at.surface.kind !== 'post') return null;
  return all(page, INFO).find((info) => one(info, 'h1,h2') && !concealed(info)) ?? microdataOf(page, at.surface.postId);
}

export const isMain = (element: Element): boolean => matches(element, `${INFO},[itemscope]`);

/** The visible element that says who published the page's video. */
export const ownerOf = (page: ParentNode): Element | null => shown(page, OWNER);

/** Reads the page's own video. */
export function readMain(info: Element, at: PageContext): PostReading | null {
  if (matches(info, '[itemscope]')) return readMicrodata(info, at);
  const root = closest(info, PAGES) ?? info.ownerDocument.documentElement;
  // While the app moves on, the address and the visible page can disagree: what is visible decides.
  const named = attr(info, 'video-id') ?? attr(root, 'video-id') ?? '';
  const id = isVideoId(named) ? named : (at.surface.postId ?? '');
  const { counts, now } = at;
  const phrases = (selector: string) =>
    all(info, selector)
      .flatMap((piece) => attr(piece, 'aria-label') ?? text(piece).split(/[•·]/))
      .filter((phrase) => phrase.trim());
  const [labels, line] = [phrases(LABELS), phrases(LINE)];
  const printed = [...line, ...labels];
  const age = (phrase: string) => relativeMoment(phrase, counts.locale, now);
  const published = writtenDay(printed.join('\n'), counts.locale) ?? first(printed, age);
  const announced = published !== null && published.low > now;
  const markup = microdataOf(info.ownerDocument, id);
  // On the air or announced: viewers and people waiting stand where views do.
  const live = announced || shown(root, ON_AIR) !== null || (markup !== null && readMicrodata(markup, at).format === 'live');
  const count = (from: 'label' | 'text') => (phrase: string) => (age(phrase) ? null : countIn(phrase, counts, from));
  const short = matches(root, 'ytd-shorts');
  const views =
    first(labels, count('label')) ?? first(line, count('text')) ?? (short && !printed[0] ? absent() : unread('text', printed[0]));
  const owner = ownerOf(root);
  const comments = commentsOf(root, at);
  return videoPost(
    { id, short },
    {
      author: owner && channelIn(owner),
      published: announced ? null : published,
      metrics: { likes: likesOf(info, at), views: live ? absent() : views, ...(comments && { comments }) },
      title: text(one(info, 'h1,h2')),
      live,
    },
  );
}

/** The first answer that `read` gives to one of the phrases. */
function first<T>(phrases: string[], read: (phrase: string) => T | null): T | null {
  for (const phrase of phrases) {
    const answer = read(phrase);
    if (answer) return answer;
  }
  return null;
}

/** The like button: an abbreviated count, with every digit in its label. */
function likesOf(info: Element, { counts }: PageContext): Reading {
  const button = shown(info, LIKE);
  if (!button) return unread();
  const words = all(button, '#text,[role="text"],button').map(text).find(Boolean) ?? '';
  const labels = [button, ...all(button, '[aria-label]')].map((part) => attr(part, 'aria-label') ?? '').filter(Boolean);
  // Of a video that the viewer liked, the label counts the other people.
  const own = one(button, '[aria-pressed="true"]');
  const count = readCount(words, counts) ?? (own || words ? null : first(labels, (label) => countIn(label, counts, 'label')));
  if (count) return own ? count : labels.reduce((reading, label) => refine(reading, label, counts), count);
  // A word in place of the count: the channel conceals it.
  return words && !/\p{Nd}/u.test(words + labels) ? hidden('text', words) : unread('text', words || labels[0]);
}

function commentsOf(root: Element, { counts }: PageContext): Reading | null {
  const count = shown(root, 'ytd-comments-header-renderer #count');
  if (count) return countIn(text(count), counts) ?? unread('text', text(count));
  return shown(root, COMMENTS_OFF) && hidden();
}
