import type { PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all, attr, closest, contains, follows, one, pageOf, text } from '../../reading/dom';
import { hidden, unread } from '../../reading/readings';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { type Block, barOf, blockOf, blocksIn, datesIn } from './block';
import { metricsOf } from './counts';
import { blank, knownPosts } from './data';
import { linkIn, ORIGIN, same } from './links';

const LONGEST_TEXT = 2000;
const PICTURE = 'picture img,video';

/** The post elements of the page. */
export const postsOf = (page: Document): Element[] => blocksIn(page);

/** Reads one post element; null when it tells no id. */
export function readPost(root: Element, at: PageContext): PostReading | null {
  const block = blockOf(root);
  const dates = block.own('a[href] time').filter((date) => linkIn(closest(date, 'a[href]'))?.id);
  const [time] = dates;
  const link = linkIn(time && closest(time, 'a[href]'));
  // Dates of two posts, neither marked as quoted: nobody knows whose the buttons are.
  if (!time || !link?.id || dates.some((date) => linkIn(closest(date, 'a[href]'))?.id !== link.id)) return null;
  const { surface } = at;
  const data = knownPosts(pageOf(root), at).get(link.id);
  const author = link.handle ?? data?.author ?? null;
  const post = { ...blank(link.id, author), ...data };
  const metrics = metricsOf(block, at);
  const words = wordsOf(block, time);
  // Of an account's posts only its tab of replies shows others' that it did not repost.
  const others = surface.kind === 'profile' && surface.tab !== 'replies' && author !== null && !same(author, surface.handle);
  return {
    ...factsIn(block, words),
    ...post,
    author,
    published: isoMoment(attr(time, 'datetime')) ?? post.published,
    format: post.format ?? formatOf(block),
    text: post.text || text(words).slice(0, LONGEST_TEXT),
    flags: { ...post.flags, repost: post.flags.repost || others, quote: post.flags.quote || block.quoting },
    metrics: post.metrics.likes?.as === 'hidden' ? concealed(metrics, post.metrics) : unlessKnown(metrics, post.metrics),
  };
}

/** Where the author hides likes and reposts, an empty button is no zero. */
const concealed = ({ likes, comments, shares }: PostReading['metrics'], data: PostReading['metrics']): PostReading['metrics'] => ({
  comments: data.comments?.as === 'hidden' && !comments?.value ? hidden('embedded') : (comments ?? unread()),
  likes: likes?.value ? likes : hidden('embedded'),
  shares: shares?.value ? shares : unread(),
});

/** A zero is nothing printed: where the data knows of more, the number may be lost, and the data is asked. */
const unlessKnown = (metrics: PostReading['metrics'], data: PostReading['metrics']): PostReading['metrics'] =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, reading]) => [
      name,
      reading.value === 0 && !reading.raw && data[name as 'likes']?.value ? unread() : reading,
    ]),
  );

/** Topics are links without a #. */
const TOPIC = 'a[href*="serp_type=tags"]';

/** What a post's words and card say; its topic counts among the hashtags. */
function factsIn(block: Block, words: Element | null): ReturnType<typeof factsOfWords> {
  const cards = block.own('a[href]').filter((anchor) => !contains(words, anchor));
  const { hashtags = [], ...facts } = factsOfWords(words, new URL(ORIGIN), { cards });
  const topics = block.own(TOPIC).map((topic) => text(topic).replace(/^[#＃]/, ''));
  const tags = [...new Set([...topics, ...hashtags])].filter((tag) => tag && tag.length <= 300).slice(0, 50);
  return { ...facts, ...(tags[0] && { hashtags: tags }) };
}

/** The post's own words: the first text after its date that is not a link as a whole (a topic is one), a button's, or of a quoted post. */
function wordsOf(block: Block, time: Element): Element | null {
  const end = datesIn(block.root)[1] ?? barOf(block)[0];
  const lines = block
    .own('[dir="auto"]')
    .filter((line) => text(line) && !one(line, 'time') && !closest(line, 'a[href],button,[role="button"]') && follows(time, line))
    .filter((line) => !end || follows(line, end));
  const isLink = (line: Element, said = text(line)) => all(line, 'a').some((link) => text(link) === said);
  return lines.find((line) => !isLink(line)) ?? lines[0] ?? null;
}

/** Pictures and videos tell the format. A post without any may still have a poll or a card, which only data tells. */
function formatOf(block: Block): Format | null {
  const [picture, second] = block.own(PICTURE);
  return second ? 'carousel' : picture ? (one(block.root, 'video') === picture ? 'video' : 'image') : null;
}
