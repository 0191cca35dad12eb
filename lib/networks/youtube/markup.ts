import type { PostReading } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { all, attr, one } from '../../reading/dom';
import { absent, exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { channelLink } from './links';
import { videoPost } from './post';

/** The element that describes a video for search engines (microdata). It stays behind when the app moves on: null when none is about this video. */
export function microdataOf(page: ParentNode, postId: string | undefined): Element | null {
  const scopes = all(page, '[itemscope][itemtype$="VideoObject"]');
  return scopes.find((scope) => attr(one(scope, 'meta[itemprop="identifier"]'), 'content') === postId) ?? null;
}

/** Who that element says published the video. */
export const microdataAuthor = (scope: Element): string | null =>
  channelLink(attr(one(scope, '[itemprop="author"] [itemprop="url"]'), 'href'));

/** Reads that element. */
export function readMicrodata(scope: Element, at: PageContext): PostReading {
  const content = (name: string, within = scope) => attr(one(within, `[itemprop="${name}"]`), 'content');
  // A stream that is on counts its viewers.
  const live = content('isLiveBroadcast') !== null && content('endDate') === null;
  const metrics: PostReading['metrics'] = live ? { views: absent('embedded') } : {};
  for (const counter of all(scope, '[itemprop="interactionStatistic"]')) {
    const kind = content('interactionType', counter) ?? '';
    const digits = content('userInteractionCount', counter) ?? '';
    if (!/^\d{1,13}$/.test(digits)) continue;
    const count = exact(Number(digits), 'embedded', digits);
    if (kind.endsWith('LikeAction')) metrics.likes = count;
    if (kind.endsWith('WatchAction')) metrics.views ??= count;
  }
  const link = { id: at.surface.postId ?? '', short: at.surface.tab === 'shorts' };
  const published = isoMoment(content('datePublished') ?? content('uploadDate'), 'embedded');
  return videoPost(link, { author: microdataAuthor(scope), published, metrics, title: content('name') ?? '', live });
}
