import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, readCount, refine } from '../../reading/counts';
import { relativeMoment } from '../../reading/dates';
import { all, attr, closest, matches, one, text } from '../../reading/dom';
import { absent, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelIn, labelOf, shown } from './cards';
import { writtenDay } from './days';
import { hasDigit } from './facts';
import { microdataOf, readMicrodata } from './markup';
import { videoPost } from './post';

const INFO = 'ytd-watch-metadata,ytd-video-primary-info-renderer,ytd-reel-video-renderer[is-active]';
const LIKE = 'like-button-view-model,ytd-toggle-button-renderer';
/** Of Shorts, the ones above and below are in the page too. */
const OWNER = 'ytd-video-owner-renderer,[is-active] yt-reel-channel-bar-view-model';
/** Views and date: first where the page keeps every digit, then the visible line under the title. */
const EXACT = '#view-count[aria-label],ytd-watch-info-text #tooltip';
const LINE = '.view-count,#info-strings yt-formatted-string,yt-formatted-string#info>span';
const ON_AIR = '.ytp-time-display.ytp-live,.ytp-offline-slate';

/** The element that shows the page's own video, or what the server wrote about it where nothing has been drawn yet. */
export const mainOf = (page: Document, { surface: { postId } }: PageContext): Element | null =>
  postId ? (shown(page, INFO) ?? microdataOf(page, postId)) : null;

/** Whether an element is the one that shows the page's own video. */
export const isMain = (element: Element): boolean => matches(element, INFO);

/** The visible element that says who published the page's video. */
export const ownerOf = (page: ParentNode): Element | null => shown(page, OWNER);

/** Reads the page's own video. */
export function readMain(info: Element, at: PageContext): PostReading | null {
  const { counts, now, surface } = at;
  const page = info.ownerDocument;
  // While the app moves on, the address and the visible page can disagree: what is visible decides.
  const id = attr(closest(info, '[video-id]'), 'video-id') || surface.postId || '';
  const short = matches(info, 'ytd-reel-video-renderer');
  const phrases = [EXACT, LINE].flatMap((selector) =>
    all(info, selector).flatMap((piece) => attr(piece, 'aria-label') ?? text(piece).split(/[•·]/)),
  );
  const age = (phrase: string) => relativeMoment(phrase, counts.locale, now);
  const published = writtenDay(phrases.join('\n'), counts.locale) ?? first(phrases, age);
  const announced = !!published && published.low > now;
  const markup = microdataOf(page, id);
  // On the air or announced: viewers and people waiting stand where views do.
  const live = announced || !!shown(page, ON_AIR) || (!!markup && readMicrodata(markup, at).format === 'live');
  const printed = phrases.find(Boolean);
  const views = first(phrases, (phrase) => (age(phrase) ? null : countIn(phrase, counts)));
  const owner = ownerOf(page);
  const comments = shown(page, 'ytd-comments-header-renderer #count');
  return videoPost(
    { id, short },
    {
      author: owner && channelIn(owner),
      published: announced ? null : published,
      metrics: {
        likes: likesOf(info, at),
        views: live || (short && !printed) ? absent() : (views ?? unread('text', printed)),
        ...(comments && { comments: countIn(text(comments), counts) ?? unread('text', text(comments)) }),
      },
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
  // Of a video that the viewer liked, the label counts the other people.
  const labels = one(button, '[aria-pressed="true"]') ? [] : all(button, '[aria-label]').map(labelOf);
  const count = words ? readCount(words, counts) : first(labels, (label) => countIn(label, counts, 'label'));
  if (count) return labels.reduce((reading, label) => refine(reading, label, counts), count);
  // A word in place of the count: the channel conceals it.
  return words && !hasDigit(words + labels) ? hidden('text', words) : unread('text', words);
}
