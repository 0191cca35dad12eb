import type { AccountReading, PostReading } from '../../model/capture';
import type { ReadingSource } from '../../model/vocabulary';
import { hidden } from '../../reading/readings';
import { collect, dig, isTree, type Tree, walk } from '../../reading/trees';
import type { PageContext } from '../network';
import { idOf, readCardData } from './card-data';
import { isPostData, readPostData } from './community-data';
import { channelOf, labelIn, plain, under, wordsAt } from './data';
import { headerCounts, headerFacts, isAbout } from './header';
import { isVideoId, linkOf } from './links';
import { mainPost } from './main';
import { type Button, dataCount, likeButton, stamped } from './numbers';
import { playerPost } from './player';
import { videoPost } from './post';

/** Posts in data of any kind (browse, search, next, player, Shorts), wherever in it they stand; `read` reads all but the video of a watch page. */
export function postsIn(data: unknown, at: PageContext, from: ReadingSource, read = postIn): PostReading[] {
  const posts: PostReading[] = [];
  const ads = new Set<unknown>();
  let info: Tree | undefined;
  walk(data, (node) => {
    if (isTree(node.adSlotRenderer)) walk(node.adSlotRenderer, (inside) => void ads.add(inside));
    // Data is about one video at most; looking for what belongs to it costs a pass over the whole.
    if (isTree(node.videoActions) && isTree(node.title)) info ??= node;
    const post = node === info ? mainIn(node, data, at) : read(node, at, ads.has(node));
    if (post) posts.push(post);
    return post;
  });
  return posts.map((post) => ({ ...post, metrics: stamped(post.metrics, from) }));
}

function postIn(node: Tree, at: PageContext, promoted: boolean): PostReading | null {
  if (isTree(node.videoDetails)) return playerPost(node, at);
  if (isPostData(node)) return readPostData(node, at);
  return idOf(node) ? readCardData(node, at, promoted) : likesPost(node, at);
}

/** The video that data of a watch page names. */
export const currentOf = (data: unknown) => wordsAt(data, 'currentVideoEndpoint.watchEndpoint.videoId');
/** Who published it. */
const ownerOf = (data: unknown) => under(data, 'videoOwnerRenderer');

/** The video that a watch page is about: its title, exact views, likes and, in panels beside it, how many comments it has. */
function mainIn(info: Tree, data: unknown, at: PageContext): PostReading | null {
  const liked = wordsAt(under(info.videoActions, 'target'), 'videoId');
  const current = currentOf(data);
  const id = !liked || !current || liked === current ? liked || current : '';
  if (!isVideoId(id)) return null;
  const count = dig(info, 'viewCount.videoViewCountRenderer');
  const shown = {
    ...linkOf(id, at),
    author: channelOf(ownerOf(data)),
    title: plain(info.title),
    live: dig(count, 'isLive') === true,
    lines: [[wordsAt(count, 'viewCount')]],
    dates: [plain(info.dateText)],
    like: likeIn(info.videoActions),
    comments: commentsIn(data) || null,
  };
  return mainPost(shown, at);
}

/** The like button of a video, in its shapes since 2015. */
function likeIn(actions: unknown): Button {
  const [like = {}] = collect(actions, (node) => node.iconName === 'LIKE' || dig(node, 'defaultIcon.iconType') === 'LIKE');
  const labels = [plain(like.accessibilityText), labelIn(like.defaultText)];
  return likeButton(plain(like.title ?? like.defaultText), labels, !!collect(actions, (node) => node.isToggled === true)[0]);
}

/** How many comments the panel that shows them announces. */
function commentsIn(data: unknown): string {
  const panels = collect(data, (node) => /comment/.test(plain(node.panelIdentifier)));
  return wordsAt(under(panels, 'engagementPanelTitleHeaderRenderer'), 'contextualInfo');
}

/** Likes of a Short, from the button over its player. */
function likesPost({ target, likeCount, likesAllowed }: Tree, at: PageContext): PostReading | null {
  const id = wordsAt(target, 'videoId');
  const likes = dataCount(plain(likeCount)) ?? (likesAllowed === false && hidden());
  if (!likes || !isVideoId(id)) return null;
  return videoPost(linkOf(id, at), { author: null, published: null, format: null, metrics: { likes }, title: '', live: false });
}

/** What a body says of the page's own account. */
export function responseAccount(body: unknown, at: PageContext): Partial<AccountReading> | null {
  const { handle, kind, postId } = at.surface;
  if (kind === 'profile') return handle && isAbout(body, handle) ? headerFacts(body, at, 'response') : null;
  if (currentOf(body) !== postId) return null;
  return stamped(headerCounts([], at, wordsAt(ownerOf(body), 'subscriberCountText')), 'response');
}
