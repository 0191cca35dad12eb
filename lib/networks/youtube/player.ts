import type { PostReading } from '../../model/capture';
import { dig, isTree } from '../../reading/trees';
import type { PageContext } from '../network';
import { wordsAt } from './data';
import { channelLink, isVideoId } from './links';
import { describedPost, filled } from './post';

/** What a player is told of the video that it plays; null for anything else. */
export function playerPost(body: unknown, at: PageContext): PostReading | null {
  const details = dig(body, 'videoDetails');
  const id = wordsAt(details, 'videoId');
  if (!isVideoId(id)) return null;
  const found = dig(body, 'microformat.playerMicroformatRenderer');
  // It has the video of another page's player for a moment.
  const about = [id, ''].includes(wordsAt(found, 'externalVideoId')) ? found : null;
  const live = [dig(details, 'isLive'), dig(details, 'isUpcoming')].includes(true);
  const described = {
    id,
    author: channelLink(wordsAt(about, 'ownerProfileUrl')) || wordsAt(details, 'channelId') || null,
    title: wordsAt(details, 'title'),
    description: wordsAt(details, 'shortDescription'),
    views: wordsAt(details, 'viewCount'),
    likes: wordsAt(about, 'likeCount'),
    date: live ? '' : wordsAt(about, 'publishDate'),
    live,
    flags: filled({ paid: isTree(dig(body, 'paidContentOverlay.paidContentOverlayRenderer')) }),
  };
  return describedPost(described, at);
}
