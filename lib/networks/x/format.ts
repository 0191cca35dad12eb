import type { Format } from '../../model/vocabulary';
import { after, contains, one, parent } from '../../reading/dom';
import type { Tweet } from './tweet';

const LIVE = /\/i\/(?:broadcasts|spaces)\//;

/** What a post is made of, from its own media and not from those of a post that it quotes. Null when it has something unknown. */
export function formatOf(tweet: Tweet): Format | null {
  const { root, quoting, elsewhere, marked, own } = tweet;
  const texts = marked('tweetText');
  const outside = (part: Element) => !texts.some((words) => contains(words, part));
  const has = (mark: string) => marked(mark).some(outside);
  if (has('twitter-article-title') || has('article-cover-image')) return 'text';
  if (elsewhere.some(({ element, href }) => LIVE.test(href) && outside(element))) return 'live';
  if (has('cardPoll')) return 'poll';
  const photos = marked('tweetPhoto').filter(outside);
  const video = has('videoPlayer') || photos.some((photo) => one(photo, 'video'));
  if (video || photos.length) return photos.length > 1 ? 'carousel' : video ? 'video' : 'image';
  const bare = !quoting && endsWithWords(tweet);
  if (!bare && one(root, 'video') && own('video').some(outside)) return 'video';
  if (has('card.wrapper')) return 'link';
  // The block of attachments has labels of its own; with nothing known in it, the post is not just text.
  return quoting || bare || (texts.length > 0 && !one(root, 'div[aria-labelledby]')) ? 'text' : null;
}

/** Whether nothing stands between a post's words and its buttons: it needs no search for what is attached. */
function endsWithWords({ marked }: Tweet): boolean {
  const [words, more] = marked('tweetText');
  let here: Element | null | undefined = more ? null : words;
  while (here && !after(here)) here = parent(here);
  return contains(after(here), marked('like')[0]);
}
