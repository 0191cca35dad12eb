import type { PostReading } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { all, attr, one } from '../../reading/dom';
import { absent, exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelLink, videoLink } from './links';
import { videoPost } from './post';

const content = (scope: Element, name: string) => attr(one(scope, `[itemprop="${name}"]`), 'content') ?? '';

const idOf = (scope: Element) => videoLink(attr(one(scope, '[itemprop="url"]'), 'href'))?.id ?? '';

/** The element that describes a video for search engines (microdata). It stays behind when the app moves on: null when none is about this video. */
export const microdataOf = (page: ParentNode, postId: string | undefined): Element | null =>
  all(page, '[itemtype$="VideoObject"]').find((scope) => idOf(scope) === postId) ?? null;

/** Reads that element. */
export function readMicrodata(scope: Element, { surface }: PageContext): PostReading {
  const live = !!content(scope, 'isLiveBroadcast') && !content(scope, 'endDate');
  const metrics: PostReading['metrics'] = {};
  // Until 2023 there was one count alone (interactionCount), which has no type.
  for (const counter of all(scope, '[itemprop^="interaction"]')) {
    const digits = content(counter, 'userInteractionCount') || `${attr(counter, 'content')}`;
    const [known, like] = /^$|(Like)Action$|WatchAction$/.exec(content(counter, 'interactionType')) ?? [];
    if (known !== undefined && /^\d{1,13}$/.test(digits)) metrics[like ? 'likes' : 'views'] = exact(Number(digits), 'embedded', digits);
  }
  // A stream that is on counts its viewers.
  if (live) metrics.views = absent('embedded');
  return videoPost(
    { id: idOf(scope), short: surface.tab === 'shorts' },
    {
      author: channelLink(attr(one(scope, '[itemprop="author"] [itemprop="url"]'), 'href')),
      published: isoMoment(content(scope, 'datePublished'), 'embedded'),
      metrics,
      title: content(scope, 'name'),
      live,
    },
  );
}
