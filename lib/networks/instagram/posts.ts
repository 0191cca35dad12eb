import type { PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all, attr, closest, concealed, contains, matches, one, pageOf, parent, text } from '../../reading/dom';
import { hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { captionOf, factsOf } from './caption';
import { barsIn, isPinned, metricsOf, tileMetrics } from './counts';
import { knownPosts } from './data';
import { flagsOf } from './flags';
import { type Linked, linksIn } from './links';
import { blank, LONGEST_TEXT, namesIn } from './media';

const PICTURE = 'img,video,[style*="background-image"]';

const same = (a: string, b: string | null) => a.toLowerCase() === b?.toLowerCase();
const isDated = ({ element }: Linked) => !!one(element, 'time');
/** A link that is nothing but a post's picture. */
const isTile = (found: Linked) => !!found.id && !found.rest && !!one(found.element, PICTURE) && !isDated(found);

/** The smallest element around the opened post: of a modal its article, of a page of its own the article, dialog or main part. */
export function mainOf(page: Document, { surface }: PageContext): Element | null {
  const { postId, tab } = surface;
  if (!postId || tab === 'reels') return null;
  const roots = ['[role="dialog"] article', 'article', '[role="dialog"]', 'main'].flatMap((selector) => all(page, selector));
  return roots.find((root) => !concealed(root) && linksIn(root).some((link) => link.id === postId && !isTile(link))) ?? null;
}

/** The post elements: the opened post, then tiles; of feeds the articles; in the reels viewer what stands around each column of buttons. */
export function postsOf(page: Document, at: PageContext): Element[] {
  const main = mainOf(page, at);
  const center = one(page, 'main') ?? page.body;
  // Behind a modal lies the page that it was opened from: another screen.
  const around = main && !contains(center, main) ? main : center;
  if (!around) return [];
  const tiles = new Map<string | undefined, Element[]>();
  for (const link of linksIn(around)) {
    if (!isTile(link) || link.id === at.surface.postId || concealed(link.element)) continue;
    tiles.set(link.id, [...(tiles.get(link.id) ?? []), link.element]);
  }
  // Two tiles of one post that say different things: one of them is another post's, and nobody knows which.
  const clear = [...tiles.values()].filter((same) => same.every((tile) => !text(tile) || text(tile) === text(same[0])));
  return [...(main ? [main] : blocksIn(around)), ...clear.flatMap(([tile]) => tile ?? [])];
}

/** Posts around each row of buttons: its article, or as much as holds no other row. Icons were not drawn with lines until 2021: then articles with a date. */
function blocksIn(root: Element): Element[] {
  const bars = barsIn(root);
  if (!bars[0])
    return all(root, 'article').filter((article) => !concealed(article) && linksIn(article).some((link) => link.id && isDated(link)));
  return bars.flatMap((bar) => {
    let block = bar;
    for (let up = parent(bar); up && contains(root, up) && !bars.some((other) => other !== bar && contains(up, other)); up = parent(up))
      block = up;
    return concealed(bar) ? [] : (closest(bar, 'article') ?? block);
  });
}

/** Reads one post element; null when it tells no id. */
export function readPost(element: Element, at: PageContext): PostReading | null {
  return matches(element, 'a') ? readTile(element, at) : readFull(element, at);
}

function readTile(tile: Element, at: PageContext): PostReading | null {
  const { counts, surface } = at;
  const [link] = linksIn(tile);
  if (!link?.id) return null;
  const data = knownPosts(pageOf(tile), at).get(link.id);
  const post = { ...blank(link), ...data };
  // Pictures are described by a machine, reels by their own words.
  const words = (link.reel && attr(one(tile, 'img'), 'alt')) || '';
  // An account's grid holds what it published: another's name on a tile is that of a partner.
  const partner =
    surface.kind === 'profile' && /^(?:posts|reels)$/.test(surface.tab ?? '') && link.handle && !same(link.handle, surface.handle);
  return {
    ...(!post.text && namesIn(words.slice(0, LONGEST_TEXT))),
    ...post,
    author: link.handle ?? post.author,
    format: post.format ?? (one(tile, 'svg') ? null : 'image'),
    text:
      post.text ||
      words
        .slice(0, 2 * LONGEST_TEXT)
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, LONGEST_TEXT),
    flags: {
      ...post.flags,
      pinned: post.flags.pinned || isPinned(tile),
      repost: surface.tab === 'reposts',
      ...(partner && { collaboration: true }),
    },
    metrics: tileMetrics(tile, counts, surface.tab === 'reels'),
  };
}

function readFull(root: Element, at: PageContext): PostReading | null {
  const { counts, surface } = at;
  const known = knownPosts(pageOf(root), at);
  const metrics = metricsOf(root, counts);
  const links = linksIn(root);
  // In the viewer the address names one reel of several.
  const opened = surface.tab === 'reels' ? undefined : surface.postId;
  const main = links.find(({ id }) => id && id === opened) ?? links.find((link) => link.id && isDated(link));
  // Dates of two posts: nobody knows whose the buttons are.
  const dates = new Set(links.flatMap((link) => (link.id && !link.rest && isDated(link) ? [link.id] : [])));
  if (dates.size > 1 && !opened) return null;
  const author = authorOf(links);
  const data = main?.id ? known.get(main.id) : among([...known.values()], author, metrics);
  if (!main && !data) return null;
  const own = links.filter((link) => link.id === main?.id && !link.rest);
  const post = { ...blank(own.find(({ reel }) => reel) ?? main ?? {}), ...data };
  const dated = own.find(isDated);
  const publisher = own.find(({ handle }) => handle)?.handle ?? post.author ?? author;
  const words = captionOf(root, publisher);
  const facts = factsOf(words, at.url);
  return {
    ...facts,
    ...post,
    author: publisher,
    // The id tells when the upload began.
    published: isoMoment(attr(dated && one(dated.element, 'time'), 'datetime')) ?? post.published,
    format: post.format ?? formatOf(root),
    text: post.text || facts.text,
    flags: { ...post.flags, ...flagsOf(root, publisher, words) },
    // A post without any number may have no likes or hide them: only data tells.
    metrics: { likes: post.metrics.likes?.as === 'hidden' ? hidden('embedded') : unread(), ...metrics },
  };
}

/** Who published a post that has no link of its own: its header says so, in the reels viewer the link to all reels. People in pictures stand in lists. */
function authorOf(links: Linked[]): string | null {
  const people = links.filter(({ id, rest, handle, element }) => !id && (rest === 'reels' || (text(element) === handle && !rest)));
  const named = people.filter(({ element }) => !closest(element, 'li'));
  return (named.find(({ element, rest }) => rest || closest(element, 'header')) ?? named[0])?.handle ?? null;
}

/** The post of the data that a reel without a link is: of the same author, with counts that agree. */
function among(known: PostReading[], author: string | null, metrics: PostReading['metrics']): PostReading | undefined {
  const agree = (name: 'likes' | 'comments', { low, high, as } = metrics[name] ?? unread(), there: PostReading) => {
    const data = there.metrics[name];
    if (low === null || high === null) return as === data?.as;
    return data?.low != null && data.high != null && data.low <= high && data.high >= low;
  };
  const [only, second] = known.filter(
    (post) => author && post.author === author && agree('likes', metrics.likes, post) && agree('comments', metrics.comments, post),
  );
  return second ? undefined : only;
}

/** Several pictures in a list are a carousel; whether a video is a reel only its address says. */
function formatOf(root: Element): Format | null {
  const pictures = all(root, 'ul>li').filter((item) => one(item, 'img,video') && !one(item, 'time'));
  return pictures[1] ? 'carousel' : one(root, 'video') ? 'video' : null;
}
