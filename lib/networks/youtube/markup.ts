import type { PostReading } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { all, attr, one } from '../../reading/dom';
import { absent, exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelLink } from './links';
import { videoPost } from './post';

const content = (scope: Element, name: string) => attr(one(scope, `[itemprop="${name}"]`), 'content') ?? '';

/** The element that describes a video for search engines (microdata). It stays behind when the app moves on: null when none is about this video. */
export const microdataOf = (page: ParentNode, postId: string | undefined): Element | null =>
  all(page, '[itemtype$="VideoObject"]').find((scope) => content(scope, 'identifier') === postId) ?? null;

/** Reads that element. */
export function readMicrodata(scope: Element, { surface }: PageContext): PostReading {
  const live = !!content(scope, 'isLiveBroadcast') && !content(scope, 'endDate');
  const metrics: PostReading['metrics'] = {};
  for (const counter of all(scope, '[itemprop="interactionStatistic"]')) {
    const digits = content(counter, 'userInteractionCount');
    const [name] = /(?:Like|Watch)Action$/.exec(content(counter, 'interactionType')) ?? [];
    if (name && /^\d{1,13}$/.test(digits)) metrics[name === 'LikeAction' ? 'likes' : 'views'] = exact(Number(digits), 'embedded', digits);
  }
  // A stream that is on counts its viewers.
  if (live) metrics.views = absent('embedded');
  return videoPost(
    { id: content(scope, 'identifier'), short: surface.tab === 'shorts' },
    {
      author: channelLink(attr(one(scope, '[itemprop="author"] [itemprop="url"]'), 'href')),
      published: isoMoment(content(scope, 'datePublished'), 'embedded'),
      metrics,
      title: content(scope, 'name'),
      live,
    },
  );
}
