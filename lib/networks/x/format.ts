import type { Format } from '../../model/vocabulary';
import { closest, one } from '../../reading/dom';
import { type Tweet, testid } from './tweet';

const TEXT = testid('tweetText');
const LIVE = /\/i\/(?:broadcasts|spaces)\//;
/** What a post has, and what it is then: the first that fits. */
const KINDS: [(tweet: Tweet) => Element[], Format][] = [
  [({ marked }) => marked('twitter-article-title', 'article-cover-image'), 'text'],
  [({ links }) => links.filter(({ href }) => LIVE.test(href)).map(({ element }) => element), 'live'],
  [({ marked }) => marked('cardPoll'), 'poll'],
  [({ marked }) => marked('videoPlayer', 'previewInterstitial'), 'video'],
  [({ root, own }) => (one(root, 'video') ? own('video') : []), 'video'],
  [({ marked }) => marked('tweetPhoto'), 'image'],
  [({ marked }) => marked('card.wrapper'), 'link'],
];

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf(tweet: Tweet): Format | null {
  const kind = KINDS.find(([partsOf]) => partsOf(tweet).some((part) => !closest(part, TEXT)))?.[1];
  if (kind === 'video' || kind === 'image') return tweet.marked('tweetPhoto').length > 1 ? 'carousel' : kind;
  if (kind || tweet.quoting) return kind ?? 'text';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  return tweet.marked('tweetText').length > 0 && tweet.own('div[aria-labelledby]').length === 0 ? 'text' : null;
}
