import type { AccountReading, PostReading } from '../model/capture';
import type { Network, PageContext } from '../networks/network';
import { jsonValues } from '../reading/json-bodies';
import { mergePost } from './merge';

/** What the bodies that a page received say: each post once, later bodies before earlier ones, and of the account what they know. */
export interface Received {
  posts: PostReading[];
  account: Partial<AccountReading>;
}

/** Reads bodies, oldest first. A body that its reader trips over says nothing; it never spoils the others. */
export async function receivedBy(
  network: Network,
  bodies: string[],
  at: PageContext,
  breathe: () => Promise<void> | undefined,
): Promise<Received> {
  const posts = new Map<string, PostReading>();
  let account: Partial<AccountReading> = {};
  for (const body of bodies) {
    for (const value of jsonValues(body)) {
      try {
        for (const post of network.response?.(value, at) ?? []) {
          const earlier = posts.get(post.id);
          posts.set(post.id, earlier ? mergePost(post, earlier).post : post);
        }
        account = { ...account, ...network.responseAccount?.(value, at) };
      } catch {
        // A body in a shape that nobody has seen yet: the page itself is read all the same.
      }
      await breathe();
    }
  }
  return { posts: [...posts.values()], account };
}
