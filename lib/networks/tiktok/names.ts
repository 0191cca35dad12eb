import { attr, closest } from '../../reading/dom';

/** Selector of elements by the name that TikTok gives them for its own tests. */
export const named = (...names: string[]): string => names.map((name) => `[data-e2e="${name}"]`).join();

/** Posts of a feed, one below the other. Those not scrolled to yet are empty. */
export const FEED_ITEM = `article,${named('recommend-list-item-container')}`;
/** Counts. Those of 2020 and 2021 have their name as their title. */
const TITLED = '.bar-item-text[title]';
export const COUNT = `[data-e2e$="-count"],${TITLED}`;
/** What a count is called ("like-count"). */
export const countName = (count: Element): string =>
  (attr(count, 'data-e2e') ?? `${attr(count, 'title')}-count`).replace(/^(?:browse|video)-/, '');
/** The count of likes of a post with an action bar; comments and profiles have counts of likes under other names. */
export const LIKES = `${named('like-count', 'browse-like-count', 'video-like-count')},${TITLED.replace(']', '="like"]')}`;
/** The player of a video or of a photo post; its id ends on the post's. */
export const PHOTO_PLAYER = '[id^="imagewrapper"]';
export const PLAYER = `[id^="xgwrapper-"],${PHOTO_PLAYER}`;
export const POST_LINK = 'a[href*="/video/"],a[href*="/photo/"]';

/** Cards of a profile's tabs. */
export const GRID_ITEM = { repost: named('user-repost-item'), other: named('user-repost-item', 'user-liked-item', 'favorites-item') };

/** Captions and comments: they may link to other posts and accounts. */
const WORDS =
  '.video-meta-title,[data-e2e$="-desc"],[data-e2e*="caption"],[data-e2e^="comment-level"],[data-e2e^="comment-username"],[data-e2e^="comment-avatar"]';
export const inWords = (element: Element): boolean => closest(element, WORDS) !== null;

/** Id of the post that a player shows. */
export const playerId = (player: Element): string | undefined => /-(\d{15,20})$/.exec(attr(player, 'id') ?? '')?.[1];
