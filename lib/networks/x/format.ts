import type { Format } from '../../model/vocabulary';
import { closest } from '../../reading/dom';
import { type Tweet, testid } from './tweet';

const TEXT = testid('tweetText');
const PHOTO = testid('tweetPhoto');
/** What a post has, and what it is then: the first that fits. */
const KINDS: [string, Format][] = [
  [testid('twitter-article-title', 'article-cover-image'), 'text'],
  ['a[href*="/i/broadcasts/"],a[href*="/i/spaces/"]', 'live'],
  [testid('cardPoll'), 'poll'],
  [`${testid('videoPlayer', 'previewInterstitial')},video`, 'video'],
  [PHOTO, 'image'],
  [testid('card.wrapper'), 'link'],
];

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf(tweet: Tweet): Format | null {
  const kind = KINDS.find(([selector]) => tweet.own(selector).some((part) => !closest(part, TEXT)))?.[1];
  if (kind === 'video' || kind === 'image') return tweet.own(PHOTO).length > 1 ? 'carousel' : kind;
  if (kind || tweet.quoting) return kind ?? 'text';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  return tweet.own(TEXT).length > 0 && tweet.own('div[aria-labelledby]').length === 0 ? 'text' : null;
}
