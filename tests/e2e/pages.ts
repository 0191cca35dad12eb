import type { DemoPost, DemoProfile, Person } from '../demo/pages/data';
import { xProfile } from '../demo/pages/x';

const NOW = Date.UTC(2026, 9, 20, 9);
const DAY = 86_400_000;
const X_EPOCH = 1_288_834_974_657n;

/** An invented brand. */
export const LUMEN: Person = { name: 'Lumen Atelier', handle: 'lumenatelier', nativeId: '2244994000' };
export const LUMEN_URL = `https://x.com/${LUMEN.handle}`;
export const POSTS = 12;
export const FOLLOWERS = 48_213;

/** Id of an X post made at a time: the reverse of what the network's ids say. */
const idAt = (ms: number) => String((BigInt(ms) - X_EPOCH) << 22n);

export const post = (index: number): DemoPost => {
  const published = NOW - (index + 1) * 2 * DAY;
  return {
    id: idAt(published),
    author: LUMEN,
    published,
    text: `Lamp number ${index + 1} leaves the workshop, with 5 likes and 12.3K views in its text.`,
    format: index % 3 === 0 ? 'image' : 'text',
    counts: { likes: 120 + 13 * index, comments: 4 + index, shares: 9 + index, quotes: 0, saves: 3, views: 15_000 + 777 * index },
    pinned: false,
    promoted: false,
    repost: false,
    quote: null,
    length: 0,
    likesHidden: false,
  };
};

/** What each of Lumen's posts truly counts, by post id. */
export const truth = () =>
  Array.from({ length: POSTS }, (_, index) => {
    const { id, counts } = post(index);
    const { likes, comments, shares, saves, views } = counts;
    return { id, counts: { likes, comments, shares, saves, views } };
  });

/** Lumen's profile page on X, as its own script leaves it in the document. */
export function lumenPage(change: Partial<DemoProfile> = {}): string {
  const posts = Array.from({ length: POSTS }, (_, index) => post(index));
  return xProfile({
    owner: LUMEN,
    bio: 'Lamps made slowly.',
    followers: FOLLOWERS,
    following: 210,
    postCount: 1834,
    posts,
    language: 'en',
    now: NOW,
    ...change,
  });
}

/** The same page with one post's likes given as words. */
export function pageWithWordsForLikes(): string {
  const likes = post(4).counts.likes;
  return lumenPage()
    .replaceAll(`${likes} likes`, 'a few likes')
    .replaceAll(`${likes} Likes`, 'a few Likes')
    .replaceAll(`<span>${likes}</span>`, '<span>a few</span>');
}

/** The page of an account, still without posts, whose document has not finished loading. */
export function loadingPage(held: string): string {
  return lumenPage({ posts: [] }).replace('</body>', `<img src="${held}" alt=""></body>`);
}

/** The page followed by so many elements that walking them all would stall it. */
export function hugePage(nodes: number): string {
  return lumenPage().replace('</body>', `<div hidden>${'<i></i>'.repeat(nodes)}</div></body>`);
}
