import type { PostReading } from '../model/capture';
import { accountOf } from './instagram/account';
import { commentsIn } from './instagram/caption';
import { knownPosts, remember } from './instagram/data';
import { accountIn, mediaIn } from './instagram/media';
import { mainOf, postsOf, readPost } from './instagram/posts';
import { surfaceOf } from './instagram/surface';
import type { Network } from './network';

/**
 * Instagram: pictures, carousels and reels. Grids print no counts but on the tile under the pointer (likes, comments) and in the reels
 * tab (views); an opened post prints likes, since 2025 comments and reposts too. Its data has them exactly for what the page was loaded
 * with. Where likes are hidden that data holds the number 3, which is nothing. Nobody sees saves. The paper plane counts what was sent
 * to others in private: `shares` are the reposts.
 *
 * A tile with another account's name on an account's own grid is a collaboration. Whether an author liked a comment is not drawn on the web.
 *
 * No real sample was seen of: the reels tab, the home feed as drawn, a repost button with its count, a profile without `<ul>`, languages
 * other than English and Spanish, pages before 2025 (of those, only what others say of their structure is known).
 */
export const instagram: Network = {
  id: 'instagram',
  name: 'Instagram',
  hosts: ['*://www.instagram.com/*', '*://instagram.com/*'],
  version: 6,
  display: 'rounds',
  significant: 2,
  sharesCount: 'reposts',
  shows: {},
  mayShow: {
    profile: ['likes', 'comments', 'views'],
    post: ['likes', 'comments', 'shares', 'views'],
    feed: ['likes', 'comments', 'shares'],
  },
  // On a tile likes and comments have no names, and the reels tab's number has a picture alone.
  positional: { profile: ['likes', 'comments', 'views'], feed: ['likes', 'comments'] },
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
  response(body) {
    const posts = new Map<string, PostReading>();
    for (const post of mediaIn(body, 'response')) remember(posts, post);
    return [...posts.values()];
  },
  comments(page, at) {
    const root = mainOf(page, at);
    return root ? commentsIn(root, accountOf(page, at).handle) : [];
  },
  responseAccount: (body, at) => accountIn(body, at.surface.handle, 'response', at.url),
};
