import type { Format } from '../../model/vocabulary';
import { contains, one } from '../../reading/dom';
import type { Tweet } from './tweet';

const LIVE = /\/i\/(?:broadcasts|spaces)\//;

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf({ root, quoting, links, marked, own }: Tweet): Format | null {
  const texts = marked('tweetText');
  const has = (parts: readonly Element[]) => parts.some((part) => !texts.some((words) => contains(words, part)));
  if (has(marked('twitter-article-title')) || has(marked('article-cover-image'))) return 'text';
  if (links.some(({ element, href }) => LIVE.test(href) && has([element]))) return 'live';
  if (has(marked('cardPoll'))) return 'poll';
  const photos = marked('tweetPhoto');
  const video = has(marked('videoPlayer')) || (one(root, 'video') !== null && has(own('video')));
  if (video || has(photos)) return photos.length > 1 ? 'carousel' : video ? 'video' : 'image';
  if (has(marked('card.wrapper'))) return 'link';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  return quoting || (texts.length > 0 && !one(root, 'div[aria-labelledby]')) ? 'text' : null;
}
