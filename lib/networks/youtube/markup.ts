import type { PostReading } from '../../model/capture';
import { all, attr, one } from '../../reading/dom';
import type { PageContext } from '../network';
import { channelLink, videoLink } from './links';
import { describedPost } from './post';

const content = (scope: Element, name: string) => attr(one(scope, `[itemprop="${name}"]`), 'content') ?? '';

const idOf = (scope: Element) => videoLink(attr(one(scope, '[itemprop="url"]'), 'href'))?.id ?? '';

/** The element that describes a video for search engines (microdata). It stays behind when the app moves on: null when none is about this video. */
export const microdataOf = (page: ParentNode, postId: string | undefined): Element | null =>
  all(page, '[itemtype$="VideoObject"]').find((scope) => idOf(scope) === postId) ?? null;

/** Reads that element. */
export function readMicrodata(scope: Element, at: PageContext): PostReading {
  const counted = { views: '', likes: '' };
  // Until 2023 there was one count alone (interactionCount), which has no type.
  for (const counter of all(scope, '[itemprop^="interaction"]')) {
    const [known, like] = /^$|(Like)Action$|WatchAction$/.exec(content(counter, 'interactionType')) ?? [];
    const digits = content(counter, 'userInteractionCount') || attr(counter, 'content');
    if (known !== undefined && digits) counted[like ? 'likes' : 'views'] = digits;
  }
  const described = {
    ...counted,
    id: idOf(scope),
    author: channelLink(attr(one(scope, '[itemprop="author"] [itemprop="url"]'), 'href')),
    title: content(scope, 'name'),
    date: content(scope, 'datePublished'),
    live: !!content(scope, 'isLiveBroadcast') && !content(scope, 'endDate'),
  };
  return describedPost(described, at);
}
