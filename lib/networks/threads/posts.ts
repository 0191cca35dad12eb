import type { PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all, attr, closest, one, text } from '../../reading/dom';
import { hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { type Block, barOf, blockOf, blocksIn, datesIn } from './block';
import { metricsOf } from './counts';
import { blank, knownPosts } from './data';
import { linkIn, same } from './links';

const LONGEST_TEXT = 2000;
const PICTURE = 'picture img,video';

/** The post elements of the page. */
export const postsOf = (page: Document): Element[] => blocksIn(page);

/** Reads one post element; null when it tells no id. */
export function readPost(root: Element, at: PageContext): PostReading | null {
  const block = blockOf(root);
  const [time] = block.own('a[href] time').filter((date) => linkIn(closest(date, 'a[href]'))?.id);
  const link = linkIn(time && closest(time, 'a[href]'));
  if (!time || !link?.id) return null;
  const { surface } = at;
  const data = knownPosts(root.ownerDocument, at).get(link.id);
  const author = link.handle ?? data?.author ?? null;
  const post = { ...blank(link.id, author), ...data };
  const metrics = metricsOf(block, at);
  // Of an account's posts only its tab of replies shows others' that it did not repost.
  const others = surface.kind === 'profile' && surface.tab !== 'replies' && author !== null && !same(author, surface.handle);
  return {
    ...post,
    author,
    published: isoMoment(attr(time, 'datetime')) ?? post.published,
    format: post.format ?? formatOf(block),
    text: post.text || textOf(block, time).slice(0, LONGEST_TEXT),
    flags: { ...post.flags, repost: post.flags.repost || others, quote: post.flags.quote || block.quoting },
    metrics: post.metrics.likes?.as === 'hidden' ? concealed(metrics) : metrics,
  };
}

/** Where the author hides likes and reposts, an empty button is no zero. */
const concealed = ({ likes, shares, ...others }: PostReading['metrics']): PostReading['metrics'] => ({
  ...others,
  likes: likes?.value ? likes : hidden('embedded'),
  shares: shares?.value ? shares : unread(),
});

const follows = (one: Node, other: Node) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The post's own words: the first text after its date that is not a link as a whole (a topic is one), a button's, or of a quoted post. */
function textOf(block: Block, time: Element): string {
  const end = datesIn(block.root)[1] ?? barOf(block)[0];
  const lines = block
    .own('[dir="auto"]')
    .filter((line) => text(line) && !one(line, 'time') && !closest(line, 'a[href],button,[role="button"]') && follows(time, line))
    .filter((line) => !end || follows(line, end));
  return text(lines.find((line) => !all(line, 'a').some((link) => text(link) === text(line))) ?? lines[0]);
}

/** Pictures and videos tell the format. A post without any may still have a poll or a card, which only data tells. */
function formatOf(block: Block): Format | null {
  const [picture, second] = block.own(PICTURE);
  return second ? 'carousel' : picture ? (one(block.root, 'video') === picture ? 'video' : 'image') : null;
}
