import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { isoMoment } from '../../reading/dates';
import { all, text } from '../../reading/dom';
import { exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { entries, LONGEST_TEXT, type Node, parsed, string, whole } from './data';
import { addressIn, handleIn, handleOf } from './links';
import { addressHere, factsIn } from './post';
import { siteOf } from './surface';

/** What the server wrote into an opened post's page: every count is exact, and as old as the page's first load. Shares are boosts alone. */
export interface OpenedPost {
  post: PostReading;
  author: string | null;
  followers: Reading | undefined;
}

export function openedPost(page: Document, at: PageContext): OpenedPost | null {
  for (const script of all(page, 'script[type="application/ld+json"]')) {
    let data: Node;
    try {
      data = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    const address = addressIn(string(data?.url), at.url);
    if (string(data?.['@type']) !== 'SocialMediaPosting' || !address?.id || address.host !== at.url.host) continue;
    // After navigation inside the app it still describes the first page.
    if (address.id !== at.surface.postId) continue;
    const { domain } = siteOf(at);
    const named = handleIn(`@${string(data?.author?.alternateName).replace(/^@/, '')}`, domain) ?? handleOf(address, at.url, domain);
    const { Like: likes, Share: shares, Reply: comments } = counters(data?.interactionStatistic);
    const words = parsed(string(data?.text));
    const post: PostReading = {
      id: `${at.url.host}/${address.id}`,
      aliases: [],
      url: addressHere(named, address.id, at),
      author: named,
      published: isoMoment(string(data?.datePublished), 'embedded'),
      format: null,
      text: text(words).slice(0, LONGEST_TEXT),
      flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
      metrics: entries({ likes: likes ?? null, shares: shares ?? null, comments: comments ?? null }),
      ...(words && factsIn(words, [], at)),
    };
    return { post, author: named, followers: counters(data?.author?.interactionStatistic).Follow };
  }
  return null;
}

/** Counts by what their type's name ends on: "https://schema.org/LikeAction" is Like. */
function counters(statistics: unknown): Record<string, Reading> {
  const found: Record<string, Reading> = {};
  for (const entry of Array.isArray(statistics) ? (statistics as Node[]) : [statistics as Node]) {
    const count = whole(entry?.userInteractionCount);
    const action = /(\w{1,40})Action$/.exec(string(entry?.interactionType))?.[1];
    if (action && count !== null) found[action] = exact(count, 'embedded', `${count}`);
  }
  return found;
}
