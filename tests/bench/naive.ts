/** One field as an ordinary scraper reads it: one selector below the post, and what to take of the element that it finds. */
type Field = [name: string, selector: string, take: 'text' | 'count' | `@${string}` | `#${string}` | 'there'];

export interface Recipe {
  post: string;
  fields: Field[];
}

/** What a developer writes who wants the same facts: no layouts but one, no language but English, no doubt. `@` is an attribute, `#` a count in one. */
export const RECIPES: Partial<Record<string, Recipe>> = {
  x: {
    post: 'article[data-testid="tweet"]',
    fields: [
      ['url', 'div[data-testid="User-Name"] a[href*="/status/"]', '@href'],
      ['name', 'div[data-testid="User-Name"] > div:first-child a div span span', 'text'],
      ['author', 'div[data-testid="User-Name"] > div:last-child a[href^="/"]', '@href'],
      ['verified', 'div[data-testid="User-Name"] svg[data-testid="icon-verified"]', 'there'],
      ['published', 'div[data-testid="User-Name"] time[datetime]', '@datetime'],
      ['text', 'div[data-testid="tweetText"]', 'text'],
      ['language', 'div[data-testid="tweetText"]', '@lang'],
      ['hashtag', 'div[data-testid="tweetText"] a[href^="/hashtag/"]', 'text'],
      ['mention', 'div[data-testid="tweetText"] a[href^="/"]:not([href^="/hashtag/"])', 'text'],
      ['link', 'div[data-testid="tweetText"] a[href^="https://t.co/"]', '@href'],
      ['comments', 'div[role="group"] button[data-testid="reply"]', '#aria-label'],
      ['shares', 'div[role="group"] button[data-testid="retweet"], div[role="group"] button[data-testid="unretweet"]', '#aria-label'],
      ['likes', 'div[role="group"] button[data-testid="like"], div[role="group"] button[data-testid="unlike"]', '#aria-label'],
      ['saves', 'div[role="group"] button[data-testid="bookmark"], div[role="group"] button[data-testid="removeBookmark"]', '#aria-label'],
      ['views', 'div[role="group"] a[href$="/analytics"]', '#aria-label'],
      ['viewsShown', 'div[role="group"] a[href$="/analytics"] span[data-testid="app-text-transition-container"] span span', 'count'],
      ['all', 'div[role="group"][aria-label]', '@aria-label'],
      ['photo', 'div[data-testid="tweetPhoto"] img[src]', '@src'],
      ['video', 'div[data-testid="videoPlayer"] video', 'there'],
      ['card', 'div[data-testid="card.wrapper"] a[href]', '@href'],
      ['poll', 'div[data-testid="cardPoll"]', 'there'],
      ['pinned', 'div[data-testid="socialContext"]', 'text'],
      ['reposted', 'span[data-testid="socialContext"]', 'text'],
      ['promoted', 'div[data-testid="placementTracking"] article, div[data-testid="placementTracking"] video', 'there'],
      ['quote', 'div[role="link"] div[data-testid="User-Name"]', 'text'],
    ],
  },
  bluesky: {
    post: 'div[data-testid^="feedItem-by-"]',
    fields: [
      ['url', 'a[href*="/post/"][aria-label]', '@href'],
      ['author', 'a[href^="/profile/"][aria-label]', '@href'],
      ['name', 'a[href^="/profile/"] div[dir="auto"] span', 'text'],
      ['published', 'a[href*="/post/"][data-tooltip]', '@data-tooltip'],
      ['text', 'div[data-testid="postText"]', 'text'],
      ['hashtag', 'div[data-testid="postText"] a[href^="/hashtag/"]', 'text'],
      ['mention', 'div[data-testid="postText"] a[href^="/profile/"]', 'text'],
      ['link', 'div[data-testid="postText"] a[href^="http"]', '@href'],
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

/** Reads every post of a page field by field. */
export function readNaively(page: Document, { post, fields }: Recipe): Record<string, string | number | boolean | null>[] {
  return [...page.querySelectorAll(post)].map((element) => {
    const read: Record<string, string | number | boolean | null> = {};
    for (const [name, selector, take] of fields) {
      const found = element.querySelector(selector);
      if (take === 'there') read[name] = found !== null;
      else if (take === 'text') read[name] = found?.textContent?.trim() ?? null;
      else if (take === 'count') read[name] = number(found?.textContent ?? '');
      else if (take.startsWith('#')) read[name] = number(found?.getAttribute(take.slice(1)) ?? '');
      else read[name] = found?.getAttribute(take.slice(1)) ?? null;
    }
    return read;
  });
}
