/**
 * One field as an ordinary scraper reads it: one selector below the post, and what to take of what it finds. `@` is an attribute, `#` the first
 * count in one, and `date:` a date in one; with `[]` of all that it finds. `within` is the post's own or an ancestor's; `some` is whether
 * the text of any is that of the pattern.
 */
type Field = [name: string, selector: string, take: Take, pattern?: RegExp];
type Take = 'text' | 'count' | 'there' | 'within' | 'some' | 'text[]' | `@${string}` | `@${string}[]` | `#${string}` | `date:${string}`;

export interface Recipe {
  post: string;
  fields: Field[];
}

/**
 * What a developer writes who wants the same facts, all of those that our reader gives: no layouts but one, no language but English, no
 * doubt, no look whether the visible number is that of the label.
 */
export const RECIPES: Partial<Record<string, Recipe>> = {
  x: {
    post: 'article[data-testid="tweet"]',
    fields: [
      ['url', 'div[data-testid="User-Name"] a[href*="/status/"]', '@href'],
      ['id', 'div[data-testid="User-Name"] a[href*="/status/"]', '@href', /\/status\/(\d+)/],
      ['author', 'div[data-testid="User-Name"] a[href^="/"]', '@href', /^\/(\w+)/],
      ['published', 'div[data-testid="User-Name"] time[datetime]', 'date:datetime'],
      ['text', 'div[data-testid="tweetText"]', 'text'],
      ['language', 'div[data-testid="tweetText"]', '@lang'],
      ['hashtags', 'div[data-testid="tweetText"] a[href^="/hashtag/"]', 'text[]'],
      ['mentions', 'div[data-testid="tweetText"] a[href^="/"]:not([href^="/hashtag/"])', 'text[]'],
      ['links', 'div[data-testid="tweetText"] a[href^="https://t.co/"]', '@href[]'],
      ['comments', 'div[role="group"] button[data-testid="reply"]', '#aria-label'],
      ['shares', 'div[role="group"] button[data-testid="retweet"], div[role="group"] button[data-testid="unretweet"]', '#aria-label'],
      ['likes', 'div[role="group"] button[data-testid="like"], div[role="group"] button[data-testid="unlike"]', '#aria-label'],
      ['saves', 'div[role="group"][aria-label]', '#aria-label', /([\d.,]+[KMB]?) bookmarks?/],
      ['views', 'div[role="group"] a[href$="/analytics"]', '#aria-label'],
      ['photos', 'div[data-testid="tweetPhoto"] img[src]', '@src[]'],
      ['video', 'div[data-testid="videoPlayer"] video', 'there'],
      ['card', 'div[data-testid="card.wrapper"] a[href]', '@href'],
      ['poll', 'div[data-testid="cardPoll"]', 'there'],
      ['article', '[data-testid="twitter-article-title"], [data-testid="article-cover-image"]', 'there'],
      ['live', 'a[href*="/i/broadcasts/"], a[href*="/i/spaces/"]', 'there'],
      ['attachments', 'div[aria-labelledby]', 'there'],
      ['emoji', 'div[data-testid="tweetText"] img[alt]', '@alt[]'],
      ['pinned', '[data-testid="socialContext"]', 'text', /^(Pinned)/],
      ['reposted', '[data-testid="socialContext"]', 'text', /(reposted)$/],
      ['promoted', 'div[data-testid="placementTracking"]', 'within'],
      ['quote', 'div[role="link"] div[data-testid="User-Name"]', 'there'],
      ['replyTo', 'div:not([data-testid]) > div > a[href^="/"]:not([href*="/status/"])', 'text', /^@(\w+)$/],
      ['paid', 'span', 'some', /^Paid partnership$/],
    ],
  },
  bluesky: {
    post: 'div[data-testid^="feedItem-by-"]',
    fields: [
      ['url', 'a[href*="/post/"][aria-label]', '@href'],
      ['author', 'a[href^="/profile/"][aria-label]', '@href'],
      ['name', 'a[href^="/profile/"] div[dir="auto"] span', 'text'],
      ['published', 'a[href*="/post/"][data-tooltip]', 'date:data-tooltip'],
      ['text', 'div[data-testid="postText"]', 'text'],
      ['hashtags', 'div[data-testid="postText"] a[href^="/hashtag/"]', 'text[]'],
      ['mentions', 'div[data-testid="postText"] a[href^="/profile/"]', 'text[]'],
      ['links', 'div[data-testid="postText"] a[href^="http"]', '@href[]'],
      ['comments', 'button[data-testid="replyBtn"]', '#aria-label'],
      ['shares', 'button[data-testid="repostBtn"] [data-testid="repostCount"]', 'count'],
      ['likes', 'button[data-testid="likeBtn"]', '#aria-label'],
      ['likesShown', 'button[data-testid="likeBtn"] div[data-testid="likeCount"]', 'count'],
      ['photo', 'img[src*="/img/feed_thumbnail/"]', '@src'],
      ['video', 'figure video, video', 'there'],
      ['card', 'a[role="link"][href^="http"]', '@href'],
      ['pinned', 'div[aria-label="Pinned"], svg[aria-label="Pinned"]', 'there'],
      ['reposted', 'a[aria-label^="Reposted by"]', '@aria-label'],
      ['quote', 'div[role="link"] div[data-testid="postText"]', 'text'],
    ],
  },
  youtube: {
    post: 'ytd-rich-item-renderer',
    fields: [
      ['url', 'a#video-title-link[href], a[href*="/watch?v="]', '@href'],
      ['title', '#video-title, h3 a span', 'text'],
      ['label', 'a#video-title-link[aria-label], h3 a[aria-label]', '@aria-label'],
      ['views', '#metadata-line > span.inline-metadata-item:first-of-type, yt-content-metadata-view-model span', 'count'],
      ['published', '#metadata-line > span.inline-metadata-item:last-of-type, yt-content-metadata-view-model span:last-of-type', 'text'],
      ['length', 'ytd-thumbnail-overlay-time-status-renderer span, badge-shape div', 'text'],
      ['author', 'ytd-channel-name a[href^="/@"], yt-content-metadata-view-model a[href^="/@"]', '@href'],
      ['thumbnail', 'ytd-thumbnail img[src], yt-thumbnail-view-model img[src]', '@src'],
      ['short', 'a[href^="/shorts/"]', '@href'],
      ['promoted', 'ytd-ad-slot-renderer, [class*="ad-badge"]', 'there'],
      ['live', '[overlay-style="LIVE"], .yt-badge-shape--thumbnail-live', 'there'],
    ],
  },
};

/** "1,234" and "12.3K" as English writes them; good enough for most. */
function number(text: string): number | null {
  const [, digits, unit] = /([\d.,]+)\s*([KMB])?/.exec(text) ?? [];
  if (!digits) return null;
  return Number(digits.replaceAll(',', '')) * ({ K: 1e3, M: 1e6, B: 1e9 }[unit ?? ''] ?? 1);
}

const words = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? null;
const part = (value: string | null, pattern?: RegExp) => (pattern ? (pattern.exec(value ?? '')?.[1] ?? null) : value);

type Value = string | number | boolean | null | (string | null)[];

function field(post: Element, [, selector, take, pattern]: Field): Value {
  if (take.endsWith('[]')) {
    const found = [...post.querySelectorAll(selector)];
    return found.map((each) => (take === 'text[]' ? words(each) : each.getAttribute(take.slice(1, -2))));
  }
  if (take === 'some') return [...post.querySelectorAll(selector)].some((each) => pattern?.test(words(each) ?? ''));
  if (take === 'within') return post.closest(selector) !== null;
  const found = post.querySelector(selector);
  if (take === 'there') return found !== null;
  if (take === 'text') return part(words(found), pattern);
  if (take === 'count') return number(words(found) ?? '');
  const [kind, name] = take.startsWith('date:') ? ['date', take.slice(5)] : [take[0], take.slice(1)];
  const value = found?.getAttribute(name) ?? null;
  if (kind === 'date') return value && new Date(value).getTime();
  return kind === '#' ? number(part(value, pattern) ?? '') : part(value, pattern);
}

/** Reads every post of a page field by field. */
export function readNaively(page: Document, { post, fields }: Recipe): Record<string, Value>[] {
  return [...page.querySelectorAll(post)].map((element) => Object.fromEntries(fields.map((each) => [each[0], field(element, each)])));
}
