import type { Format } from '../../model/vocabulary';
import { called, closest } from '../../reading/dom';
import { type Tweet, testid } from './tweet';

const TEXT = testid('tweetText');
const LIVE = /\/i\/(?:broadcasts|spaces)\//;

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf({ root, quoting, links, marked, own }: Tweet): Format | null {
  const has = (parts: Element[]) => parts.some((part) => !closest(part, TEXT));
  if (has(marked('twitter-article-title', 'article-cover-image'))) return 'text';
  if (links.some(({ element, href }) => LIVE.test(href) && has([element]))) return 'live';
  if (has(marked('cardPoll'))) return 'poll';
  const photos = marked('tweetPhoto');
  const video = has(marked('videoPlayer', 'previewInterstitial')) || (called(root, 'video').length > 0 && has(own('video')));
  if (video || has(photos)) return photos.length > 1 ? 'carousel' : video ? 'video' : 'image';
  if (has(marked('card.wrapper'))) return 'link';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  return quoting || (marked('tweetText').length > 0 && own('div[aria-labelledby]').length === 0) ? 'text' : null;
}
