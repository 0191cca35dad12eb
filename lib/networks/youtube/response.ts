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
import { type Button, dataCount, hasDigit, likeButton, stamped } from './numbers';
import { playerPost } from './player';
import { videoPost } from './post';

/** Posts in data of any kind (browse, search, next, player, Shorts), wherever in it they stand; `read` reads all but the video of a watch page. */
export function postsIn(data: unknown, at: PageContext, from: ReadingSource, read = postIn): PostReading[] {
  const posts: PostReading[] = [];
  const ads = new Set<unknown>();
  let info: Tree | undefined;
  // A Short's buttons. Those of the next ones may stand elsewhere.
  const reel = under(dig(data, 'overlay'), 'reelActionBarViewModel');
  walk(data, (node) => {
    if (isTree(node.adSlotRenderer)) walk(node.adSlotRenderer, (inside) => void ads.add(inside));
    // Data is about one video at most; looking for what belongs to it costs a pass over the whole.
    if ((isTree(node.videoActions) && isTree(node.title)) || isTree(node.slimVideoActionBarRenderer) || node === reel) info ??= node;
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

/** The video that data of a watch page, or of a Short, names. */
export const currentOf = (data: unknown) =>
  wordsAt(data, 'currentVideoEndpoint.watchEndpoint.videoId') || wordsAt(data, 'replacementEndpoint.reelWatchEndpoint.videoId');
/** Who published it. */
const ownerOf = (data: unknown) => under(data, 'videoOwnerRenderer') ?? under(data, 'slimOwnerRenderer');

/** The video that a page is about: its title, exact views, likes and, in panels beside it, how many comments it has. */
function mainIn(info: Tree, data: unknown, at: PageContext): PostReading | null {
  const actions = info.videoActions ?? info;
  const liked = wordsAt(under(actions, 'target'), 'videoId');
  const current = currentOf(data);
  const id = !liked || !current || liked === current ? liked || current : '';
  if (!isVideoId(id)) return null;
  const link = linkOf(id, at);
  const count = dig(info, 'viewCount.videoViewCountRenderer');
  // Of mobile pages and Shorts, the buttons alone stand apart: the rest is in the panel with the description.
  const head = under(dig(data, 'engagementPanels'), 'videoDescriptionHeaderRenderer');
  const counted = wordsAt(under(head, 'viewCountFactoidRenderer'), 'viewCountType');
  const shown = {
    ...link,
    author: channelOf(ownerOf(data)) ?? channelOf(head),
    title: plain(info.title ?? dig(head, 'title')),
    live: dig(count, 'isLive') === true || /CONCURRENT/.test(counted),
    // People who watch or wait stand there too; for Shorts, views did before the kind was told.
    lines: [[wordsAt(count, 'viewCount') || ((link.short ? /^$|TOTAL/ : /TOTAL/).test(counted) ? wordsAt(head, 'views') : '')]],
    dates: [plain(info.dateText ?? dig(head, 'publishDate'))],
    like: likeIn(actions),
    comments: commentsIn(data, actions) || null,
  };
  return mainPost(shown, at);
}

/** The like button of a video, in its shapes since 2015. */
function likeIn(actions: unknown): Button {
  const [like = {}] = collect(
    actions,
    (node) => /^(?:SHORTS_)?LIKE$/.test(plain(node.iconName)) || dig(node, 'defaultIcon.iconType') === 'LIKE',
  );
  const labels = [plain(like.accessibilityText), labelIn(like.defaultText)];
  return likeButton(plain(like.title ?? like.defaultText), labels, !!collect(actions, (node) => node.isToggled === true)[0]);
}

/** How many comments a Short's button tells, in its label with every digit, or the panel that shows them announces. */
function commentsIn(data: unknown, actions: unknown): string {
  const [button = {}] = collect(actions, (node) => node.iconName === 'SHORTS_COMMENT');
  const panels = collect(data, (node) => /comment/.test(plain(node.panelIdentifier)));
  const panel = wordsAt(under(panels, 'engagementPanelTitleHeaderRenderer'), 'contextualInfo');
  return [plain(button.accessibilityText), plain(button.title)].find(hasDigit) ?? panel;
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
  const owner = ownerOf(body);
  return stamped(headerCounts([], at, wordsAt(owner, 'subscriberCountText') || wordsAt(owner, 'expandedSubtitle')), 'response');
}
