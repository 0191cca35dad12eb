import type { Format } from '../../model/vocabulary';
import { closest, one, text } from '../../reading/dom';
import type { Tweet } from './tweet';
import { testid } from './tweet';

const VIDEO = `${testid('videoPlayer', 'videoComponent', 'previewInterstitial', 'playButton')},video`;
const LIVE = 'a[href*="/i/broadcasts/"],a[href*="/i/spaces/"]';
const ARTICLE = testid('twitterArticleReadView', 'twitter-article-title', 'article-cover-image');

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf(tweet: Tweet): Format | null {
  if (tweet.own(ARTICLE).length > 0) return 'text';
  if (tweet.own(LIVE).some((link) => !closest(link, testid('tweetText')))) return 'live';
  if (tweet.own(testid('cardPoll')).length > 0) return 'poll';
  const photos = tweet.own(testid('tweetPhoto'));
  const loose = tweet.own(VIDEO).some((video) => !closest(video, testid('tweetPhoto')));
  const media = photos.length + (loose ? 1 : 0);
  if (media > 1) return 'carousel';
  if (loose || (photos[0] && one(photos[0], VIDEO))) return 'video';
  if (photos.length === 1) return 'image';
  if (tweet.own(testid('card.wrapper')).length > 0) return 'link';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  const attached = tweet.own('div[aria-labelledby]').some((block) => !closest(block, '[role="group"]'));
  if (attached && tweet.quotes.length === 0) return null;
  return tweet.own(testid('tweetText')).some((words) => text(words) || one(words, 'img')) || tweet.quotes.length > 0 ? 'text' : null;
}
