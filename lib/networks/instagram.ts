import { accountOf } from './instagram/account';
import { knownPosts } from './instagram/data';
import { postsOf, readPost } from './instagram/posts';
import { surfaceOf } from './instagram/surface';
import type { Network } from './network';

/**
 * Instagram: pictures, carousels and reels. Grids print no counts but on the tile under the pointer (likes, comments) and in the reels
 * tab (views); an opened post prints likes, since 2025 comments and reposts too. Its data has them exactly for what the page was loaded
 * with. Where likes are hidden that data holds the number 3, which is nothing. Nobody sees saves. The paper plane counts what was sent
 * to others in private: `shares` are the reposts.
 *
 * No real sample was seen of: the reels tab, the home feed as drawn, a repost button with its count, a profile without `<ul>`, languages
 * other than English and Spanish, pages before 2025.
 */
export const instagram: Network = {
  id: 'instagram',
  name: 'Instagram',
  hosts: ['*://www.instagram.com/*', '*://instagram.com/*'],
  version: 1,
  display: 'rounds',
  significant: 2,
  sharesCount: 'reposts',
  shows: {},
  mayShow: {
    profile: ['likes', 'comments', 'views'],
    post: ['likes', 'comments', 'shares', 'views'],
    feed: ['likes', 'comments', 'shares'],
  },
  surface: surfaceOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
  embedded(page, at) {
    const known = [...knownPosts(page, at).values()];
    const { kind, handle, postId } = at.surface;
    const about = known.some(({ id, author }) => (kind === 'post' ? id === postId : author?.toLowerCase() === handle?.toLowerCase()));
    return about || (!handle && !postId) || (known[0] && postsOf(page, at)[0]) ? known : [];
  },
};
