import type { Format } from '../../model/vocabulary';
import { contains, one } from '../../reading/dom';
import type { Tweet } from './tweet';

const LIVE = /\/i\/(?:broadcasts|spaces)\//;

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf({ root, quoting, elsewhere, marked, own }: Tweet): Format | null {
  const texts = marked('tweetText');
  const outside = (part: Element) => !texts.some((words) => contains(words, part));
  const has = (mark: string) => marked(mark).some(outside);
  if (has('twitter-article-title') || has('article-cover-image')) return 'text';
  if (elsewhere.some(({ element, href }) => LIVE.test(href) && outside(element))) return 'live';
  if (has('cardPoll')) return 'poll';
  const video = has('videoPlayer') || (one(root, 'video') !== null && own('video').some(outside));
  if (video || has('tweetPhoto')) return marked('tweetPhoto').length > 1 ? 'carousel' : video ? 'video' : 'image';
  if (has('card.wrapper')) return 'link';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  return quoting || (texts.length > 0 && !one(root, 'div[aria-labelledby]')) ? 'text' : null;
}
