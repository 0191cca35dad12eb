import type { PostReading } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import type { Entry } from '../../lib/store/journal';

/** Invented accounts that publish once a day and are captured once a day, fifty posts at a time. */
export const POSTS = 50;
const DAY = 86_400_000;
export const START = Date.UTC(2025, 6, 1, 9);

const exact = (value: number, raw?: string): Reading => ({
  ...{ value, low: value, high: value, as: 'exact', from: 'label' },
  ...(raw && { raw }),
});
const WORDS = 'morning light harvest roast slow brew market counter paper window river bakery quiet garden lantern copper'.split(' ');
const sentence = (seed: number) => Array.from({ length: 18 }, (_, index) => WORDS[(seed * (index + 3) + index) % WORDS.length]).join(' ');

function postAt(account: number, number: number, day: number): PostReading {
  const published = START + (number - POSTS) * DAY;
  const age = day + POSTS - number;
  const likes = (((account * 31 + number * 17) % 900) + 40) * (1 + Math.min(age, 20));
  // Counts that only grow, as a post's do: one that falls by half is a doubt, and costs a record of its own.
  const [comments, shares] = [Math.floor(likes / 13), Math.floor(likes / 31)];
  return {
    id: `${account}${String(number).padStart(6, '0')}`,
    aliases: [],
    url: `https://x.com/brand${account}/status/${account}${String(number).padStart(6, '0')}`,
    author: `brand${account}`,
    published: { value: published, low: published, high: published, from: 'id' },
    format: number % 3 ? 'image' : 'video',
    text: sentence(account + number),
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
    metrics: {
      likes: exact(likes, `${likes} likes`),
      comments: exact(comments, `${comments} replies`),
      shares: exact(shares, `${shares} reposts`),
      views: exact(likes * 31),
    },
  };
}

/** What the door hands to the store of one account's page on one day. */
export function entryAt(account: number, day: number): Entry {
  const posts = Array.from({ length: POSTS }, (_, index) => postAt(account, day + POSTS - index, day));
  const handle = `brand${account}`;
  const followers = exact(10_000 + account * 7 + day, `${10_000 + account * 7 + day} followers`);
  const none: Reading = { value: null, low: null, high: null, as: 'absent', from: 'text' };
  return {
    capture: {
      id: `${String(day).padStart(4, '0')}-${account}`,
      takenAt: START + day * DAY + account * 1000,
      url: `https://x.com/${handle}`,
      network: 'x',
      adapter: 1,
      locale: 'en',
      surface: { kind: 'profile', handle, tab: 'posts' },
      account: {
        nativeId: null,
        handle,
        name: `Brand ${account}`,
        url: `https://x.com/${handle}`,
        followers,
        following: none,
        posts: none,
      },
      posts,
      coverage: {
        ...{ seen: POSTS, read: POSTS, unreadable: 0, others: 0, unread: {}, hidden: {}, conflicts: 0, layers: ['label'] },
        ...{ oldest: posts.at(-1)?.published?.value ?? null, newest: posts[0]?.published?.value ?? null, partial: null },
      },
      ms: 4,
    },
    comments: [],
    accountKey: `x:${handle}`,
    rejects: [],
    sample: false,
  };
}

/** Captures of some accounts over some days, in the order of time. */
export function entriesFor(accounts: readonly number[], days: number, firstDay = 0): Entry[] {
  return Array.from({ length: days }, (_, day) => accounts.map((account) => entryAt(account, firstDay + day))).flat();
}

/** One observation as an ordinary extension keeps it: a row of 15 fields. */
export type Row = Record<string, string | number | boolean | null>;

export function rowsOf({ capture, accountKey }: Entry): Row[] {
  return capture.posts.map((post) => ({
    id: `${capture.id}/${post.id}`,
    ...{ accountKey, network: capture.network, takenAt: capture.takenAt, postId: post.id, url: post.url, author: post.author },
    ...{ published: post.published?.value ?? null, format: post.format, text: post.text, pinned: post.flags.pinned },
    likes: post.metrics.likes?.value ?? null,
    comments: post.metrics.comments?.value ?? null,
    shares: post.metrics.shares?.value ?? null,
    views: post.metrics.views?.value ?? null,
  }));
}

/** Median of some numbers, in place. */
export function median(values: Float64Array): number {
  values.sort();
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The answer that every contestant must give: the median engagement of each account, added up. */
export function answerOf(engagements: Map<string, number[]>): number {
  let sum = 0;
  for (const values of engagements.values()) sum += median(Float64Array.from(values));
  return sum;
}
