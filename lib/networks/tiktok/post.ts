import type { PostReading } from '../../model/capture';
import { all, attr, closest, concealed, contains, matches, one, pageOf, parent, text } from '../../reading/dom';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { barCounts, cardCounts } from './counts';
import { factsOf, folded, pagePosts, wordsOf } from './data';
import { handleIn, idTime, type PostLink, postLink, postUrl, same } from './links';
import { COUNT, FEED_ITEM, GRID_ITEM, inWords, LIKES, named, PHOTO_PLAYER, PLAYER, POST_LINK, playerId } from './names';

/** Where a card or a post ends at the latest: what belongs to a whole page or list. */
const WHOLE = `body,main,header,nav,form,[role="dialog"],[id^="main-content"],[data-e2e$="-list"],${named('user-page')}`;
const FOREIGN = `article,${COUNT},${named('user-title')}`;
/** Lists that are no posts of the page: notices, and the captions' and comments' own links. */
const ASIDE = 'header,nav,[data-e2e^="inbox"]';
/** On a post's page: the grid that its viewer was opened over. */
const BENEATH = `[data-e2e$="-item-list"],${named('user-page')}`;
/** Where a card names whose it is. */
const SIGNED = '[class*="UniqueId"],[data-e2e$="unique-id"]';
const DESCRIPTION = '[data-e2e$="video-desc"],.video-meta-title';
const BADGE = named('video-card-badge');
/** TikTok lets three posts be pinned. */
const MOST_PINNED = 3;

/** The widest element around another that `ends` does not stop. */
function widest(start: Element, ends: (up: Element) => unknown): Element {
  let here = start;
  for (let up = parent(here); up && !matches(up, WHOLE) && !ends(up); up = parent(up)) here = up;
  return here;
}

/** The post elements: posts with an action bar, and cards, which are links to a post and what stands around it. */
export function postsOf(page: Document, at: PageContext): Element[] {
  const { kind } = at.surface;
  const outside = kind === 'post' ? `${ASIDE},${BENEATH}` : ASIDE;
  const cardsById = new Map<string, Element>();
  const found = all(page, `${LIKES},${PLAYER},${POST_LINK}`).flatMap((mark) => {
    if (concealed(mark) || inWords(mark)) return [];
    const item = closest(mark, FEED_ITEM);
    if (item || matches(mark, LIKES))
      return kind === 'profile' ? [] : (item ?? widest(mark, (up) => one(up, LIKES) !== mark || all(up, LIKES)[1]));
    const link = postLink(attr(mark, 'href'));
    if (!link || closest(mark, outside)) return [];
    // What holds one of its links holds the others too.
    const known = cardsById.get(link.id);
    if (known && contains(known, mark)) return known;
    const others = `a[href*="/video/"]:not([href*="${link.id}"]),a[href*="/photo/"]:not([href*="${link.id}"])`;
    const card = widest(mark, (up) => one(up, `${FOREIGN},${others}`));
    cardsById.set(link.id, card);
    return card;
  });
  const elements = [...new Set(found)];
  const cards = elements.filter((element) => !isItem(element));
  const ids = new Map(elements.map((element) => [element, linkOf(element, at)?.id]));
  // Of a post that is shown twice, the one with an action bar tells more.
  const firsts = new Map<string, Element>();
  for (const element of [...elements.filter(isItem), ...cards]) {
    const id = ids.get(element);
    if (id && !firsts.has(id)) firsts.set(id, element);
  }
  return elements.filter((element) => [undefined, element].includes(firsts.get(ids.get(element) ?? '')));
}

/** Whether an element is a post with an action bar, and not a card. */
const isItem = (element: Element): boolean => matches(element, FEED_ITEM) || one(element, LIKES) !== null;

/** The counts of likes in action bars that a page shows: looked for once where it is read in one go, anew where it is followed and changes. */
function barsOf(page: Document, { lists }: PageContext): Element[] {
  const whole = one(page, 'html');
  const known = whole && (lists?.get(whole) as Element[] | undefined);
  const found = known ?? all(page, LIKES).filter((mark) => !concealed(mark));
  if (whole) lists?.set(whole, found);
  return found;
}

/** The post that an element shows. */
function linkOf(element: Element, at: PageContext): PostLink | null {
  const links = all(element, POST_LINK).flatMap((link) =>
    inWords(link) || closest(link, 'button') ? [] : (postLink(attr(link, 'href')) ?? []),
  );
  if (!isItem(element)) {
    const link = links[0] ?? postLink(attr(element, 'href'));
    const named = text(one(element, SIGNED));
    return named && link?.author && !same(named, link.author) ? null : link;
  }
  const { surface, url } = at;
  const author = authorOf(element);
  // What plays here is somebody else's: the counts beside it are not its own.
  const stage = one(element, named('feed-video'));
  const signed = stage && one(stage, PLAYER) && authorOf(stage);
  if (author && signed && !same(author, signed)) return null;
  const players = all(element, PLAYER);
  if (stage && players.some((player) => !contains(stage, player))) return null;
  const known = (id: string): PostLink => {
    const open = id === surface.postId;
    const photo = (open && /\/photo\//i.test(url.pathname)) || one(element, PHOTO_PLAYER) !== null;
    return { id, author: author ?? (open ? surface.handle : null), photo };
  };
  const [id, second] = new Set(players.flatMap((player) => playerId(player) ?? []));
  if (id && !second) return known(id);
  const list = matches(element, FEED_ITEM);
  const own = new Set(links.map((link) => link.id));
  const [linked] = links;
  if (list && linked && own.size === 1) return author && linked.author && !same(author, linked.author) ? null : linked;
  // The feed names its first posts in the page's data alone: author and words tell which it is.
  const page = pageOf(element);
  const said = bare(captionOf(element));
  const [described, another] = said ? pagePosts(page, at).filter((post) => same(post.author, author) && bare(post.text) === said) : [];
  if (described && !another) return { ...known(described.id), photo: /\/photo\//.test(described.url ?? '') };
  // What neither its player nor a link names is the page's post, if nothing else can be.
  const { postId, handle } = surface;
  if (!postId || (author && handle && !same(author, handle))) return null;
  const bars = barsOf(page, at);
  // Below a post stand others of a feed, mostly by others.
  const leads = author && handle && one(page, FEED_ITEM) === element;
  const rival = (mark: Element) => {
    const item = closest(mark, FEED_ITEM);
    return list ? !one(item ?? page, PLAYER) && (!leads || !item || same(authorOf(item), handle)) : !item;
  };
  const first = bars.findIndex(rival);
  if (first < 0 || bars.slice(first + 1).some(rival)) return null;
  const shown = all(page, PLAYER).some((player) => playerId(player) === postId && (list || closest(player, FEED_ITEM)));
  return shown ? null : known(postId);
}

/** Handle of whoever published a post with an action bar. */
function authorOf(item: Element): string | null {
  const links = all(item, 'a[href*="/@"]').filter((link) => !inWords(link));
  const named = links.find((link) => /author|browse-user/.test(attr(link, 'data-e2e') ?? ''));
  return handleIn(attr(named ?? links[0], 'href'));
}

/** Reads one post element; null when it tells no id. */
export function readPost(element: Element, at: PageContext): PostReading | null {
  const link = linkOf(element, at);
  if (!link) return null;
  const { id, author, photo } = link;
  const item = isItem(element);
  return {
    id,
    aliases: [],
    url: postUrl(author, id, photo),
    author,
    published: idTime(id, at.now),
    // How many pictures a photo post has is not told.
    format: !photo && (!item || one(element, 'video')) ? 'short' : null,
    text: folded(item ? captionOf(element) : cardText(element, at)),
    flags: {
      pinned: !item && isPinned(element, id, at),
      promoted: pagePosts(pageOf(element), at).some((post) => post.id === id && post.flags.promoted),
      repost: closest(element, GRID_ITEM.repost) !== null || one(element, GRID_ITEM.repost) !== null,
      quote: false,
      reply: false,
      ...(item && isPaid(element, at) && { paid: true }),
    },
    metrics: (item ? barCounts : cardCounts)(element, at),
    ...factsOfWords(item ? one(element, DESCRIPTION) : null, at.url, { handleOf: handleIn }),
    ...(!item && factsOf(folded(cardText(element, at)))),
  };
}

/** The tag of a paid partnership. Others stand in its place (a brand's own promotion), so that its words decide: the page carries them. */
function isPaid(item: Element, at: PageContext): boolean {
  const tag = text(one(item, named('sponsored-tag')));
  return tag !== '' && tag === (wordsOf(pageOf(item), at, 'bc_new_disclosure') || 'Paid partnership');
}

const bare = (words: string) => words.replace(/\s+/gu, '');

/** A caption without the summary that TikTok makes of the video. */
function captionOf(item: Element): string {
  const element = one(item, DESCRIPTION);
  if (!element || !one(element, '[data-e2e^="v2t"]')) return text(element);
  const own = all(element, ':scope>*').filter((child) => !one(child, '[data-e2e^="v2t"]'));
  return own.map(text).join(' ');
}

/** A card's caption. The picture's description adds whose the post and its sound are, in words that the page's own data has. */
function cardText(card: Element, at: PageContext): string {
  const words = text(one(card, '[data-e2e$="caption"]')) || attr(one(card, 'a[title]'), 'title');
  if (words) return words;
  const described = attr(one(card, 'img[alt]:not([alt=""])'), 'alt') ?? '';
  const added = /^\{videoText\}([^{]+)\{/.exec(wordsOf(pageOf(card), at, 'seo_user_video_cover'))?.[1] ?? ' created by ';
  const end = described.lastIndexOf(added);
  return end < 0 ? described : described.slice(0, end);
}

/** A badge says that a card is pinned, but also others ("Just watched"). Pinned cards come first, and break the order of time. */
function isPinned(card: Element, id: string, at: PageContext): boolean {
  const badge = at.surface.tab === 'posts' && text(one(card, BADGE));
  if (!badge) return false;
  const page = pageOf(card);
  if (badge === wordsOf(page, at, 'profile_page_pin')) return true;
  const ids = [...new Set(all(page, POST_LINK).flatMap((link) => (inWords(link) ? [] : (postLink(attr(link, 'href'))?.id ?? []))))];
  const place = ids.indexOf(id);
  return place < MOST_PINNED && ids.slice(place).some((later) => BigInt(later) > BigInt(id));
}

/** Posts of the document's data: all of them beside what is shown, or, where nothing is, those that the address names. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const { kind, postId, handle } = at.surface;
  const posts = pagePosts(page, at);
  if (!posts.length || postsOf(page, at).length) return posts;
  return posts.filter((post) => (kind === 'post' ? post.id === postId : kind !== 'profile' || same(post.author, handle)));
}
