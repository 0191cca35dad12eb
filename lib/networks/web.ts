import type { Network } from './network';
import { accountOf } from './web/account';
import { contentOf, surfaceOf } from './web/page';
import { embeddedPosts, readElement } from './web/post';

/**
 * Any web page that describes its posts in the words of schema.org: as JSON-LD, microdata or RDFa Lite; an article that Open Graph alone
 * describes is read without counts. A page is one post where a description is about its address (or, where the description names another
 * one that ends alike, where its headline is in the page's title or a first heading and no other post is described). Else it is a list of the posts described
 * whose element, or a link to them, is in the page: what is described and not shown is no member.
 *
 * Counts are those of the post's own node. What stands in a node of its author, publisher, comments or videos is theirs. A count by
 * another site's buttons (`interactionService`) is left out. The account is the site (its host), or the person of a ProfilePage.
 * `shares` are what the site calls so (ShareAction), whatever its button does.
 *
 * Read from saved pages of 2025 (Substack, GitHub). Markup by `itemref` is not followed.
 */
export const web: Network = {
  id: 'web',
  name: 'Web',
  hosts: [],
  version: 5,
  display: 'either',
  significant: 1,
  sharesCount: 'reposts',
  shows: {},
  mayShow: {
    post: ['likes', 'comments', 'shares', 'saves', 'views'],
    profile: ['likes', 'comments', 'shares', 'saves', 'views'],
    feed: ['likes', 'comments', 'shares', 'saves', 'views'],
    search: ['likes', 'comments', 'shares', 'saves', 'views'],
  },
  surface: surfaceOf,
  account: accountOf,
  posts: (page, at) => [...contentOf(page, at).members.keys()],
  read: readElement,
  embedded: embeddedPosts,
};
