import type { PageReading } from './assemble';
import { coverageOf } from './coverage';

/**
 * Leaves out what other people published on an account's page (replies, suggestions, advertisements): it is counted and never kept.
 * What the account itself reposted stays, flagged, and so does what it published together with others.
 */
export function ownPostsOnly(reading: PageReading): PageReading {
  const names = [reading.account.handle, reading.surface.handle, reading.account.nativeId].flatMap((name) =>
    name ? [name.toLowerCase()] : [],
  );
  const own = reading.posts.filter((post) => {
    const { repost, collaboration } = post.flags;
    if (post.id === reading.surface.postId || repost || (collaboration && reading.surface.kind === 'profile')) return true;
    if (post.author === null) return reading.surface.kind === 'profile';
    return names.includes(post.author.toLowerCase());
  });
  // What is summed up of the posts is summed up anew.
  return { ...reading, posts: own, coverage: coverageOf(own, { ...reading.coverage, others: reading.posts.length - own.length }) };
}
