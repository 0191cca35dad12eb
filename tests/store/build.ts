import type { Capture, PostReading } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import { absent, exact, hidden, rounded, unread } from '../../lib/reading/readings';

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 10, 22, 12);

/** A post with likes, comments and shares; everything can be overridden. */
export function post(id: string, over: Partial<PostReading> = {}): PostReading {
  return {
    id,
    aliases: [],
    url: `https://x.com/lumen/status/${id}`,
    author: 'lumen',
    published: { value: NOW - 3 * DAY, low: NOW - 3 * DAY, high: NOW - 3 * DAY, from: 'id' },
    format: 'text',
    text: `post ${id}`,
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
    metrics: { likes: exact(100, 'label', '100 likes'), comments: rounded(1200, 1200, 1299, 'text', '1.2K'), shares: unread() },
    ...over,
  };
}

/** A capture of @lumen's page on X. */
export function capture(id: string, posts: PostReading[], over: Partial<Capture> = {}): Capture {
  return {
    id,
    takenAt: NOW,
    url: 'https://x.com/lumen',
    network: 'x',
    adapter: 1,
    locale: 'en',
    surface: { kind: 'profile', handle: 'lumen' },
    account: {
      ...{ nativeId: null, handle: 'Lumen', name: 'Lumen Café', url: 'https://x.com/lumen' },
      ...{ followers: exact(12_345, 'embedded'), following: absent(), posts: absent() },
    },
    posts,
    coverage: {
      ...{ seen: posts.length, read: posts.length, unreadable: 0, others: 0, unread: {}, hidden: {}, conflicts: 0 },
      ...{ layers: ['label'], oldest: null, newest: null, partial: null },
    },
    ms: 3,
    ...over,
  };
}

/** One reading of every kind. */
export const everyKind: Reading[] = [
  exact(0, 'label', '0'),
  exact(7, 'embedded'),
  rounded(8_100, 8_100, 8_199, 'text', '8.1K'),
  hidden(),
  absent(),
  unread('text', '¿?'),
];
