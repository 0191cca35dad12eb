import type { PostReading } from '../../model/capture';
import type { CountStyle } from '../../reading/counts';
import { all, attr, closest, concealed, contains, matches, pageOf, text } from '../../reading/dom';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { type Card, plain } from './card';
import { CLASSIC, classicCard, isClassic } from './classic';
import { GUEST, guestCard } from './guest';
import { ownerIn, ownerOf, postUrl, publishedOf, same, together } from './links';
import { modernCard, modernPosts } from './modern';

const LONGEST_TEXT = 2000;
/** Lists of what an account reacted to or commented on, whether whole pages or parts of its page ("…activity_comments_pillContent"). */
const OTHERS = /^(?:reactions|comments)$|_(?!posts_)[a-z]+_pillContent$/;
/** The label of paid posts beside their age, which nothing but its words tells apart. Seen in English; the others are LinkedIn's own help pages'. */
const PARTNERSHIP =
  /brand partnership|partenariat (?:de|avec une) marque|markenpartnerschaft|partnership med varemærke|colaboración con (?:la|una) marca|parceria (?:de|com a) marca/i;

/** The post elements of a page in any of the three layouts. A post that is shared inside another is no member. */
export function postsOf(page: Document): Element[] {
  const named = [...all(page, GUEST), ...all(page, CLASSIC).filter(isClassic)];
  const posts = named.length ? named : modernPosts(page);
  return posts.filter((post) => !concealed(post) && !posts.some((other) => other !== post && contains(other, post)));
}

/** Takes a post element apart, whatever its layout. */
export function cardOf(post: Element, style: CountStyle): Card {
  const take = matches(post, GUEST) ? guestCard : matches(post, CLASSIC) ? classicCard : modernCard;
  return take(post, style);
}

/** Reads one post element; null when it names no post. */
export function readPost(post: Element, { surface, counts, now, url }: PageContext): PostReading | null {
  const card = cardOf(post, counts);
  const { kind, handle, tab = '', postId } = surface;
  // On its own page a post stands first, and need not say its name.
  const name = card.names[0] ?? (postId && postsOf(pageOf(post))[0] === post ? { kind: 'activity', id: postId } : null);
  if (!name) return null;
  const { id } = name;
  const ids = new Set([...card.names.map((other) => other.id), ...(postId && together(postId, id) ? [postId] : [])]);
  ids.delete(id);
  // A post in a group is linked to the group, not to its author.
  const author = ownerOf(card.actor)?.handle ?? null;
  const [first] = all(post, 'a[href]').flatMap((link) => ownerOf(link)?.handle ?? []);
  const list = attr(closest(post, '[componentkey$="_pillContent"]'), 'componentkey') ?? tab;
  const words = plain(card.words);
  return {
    id,
    aliases: [...ids],
    url: postUrl(name),
    author,
    published: publishedOf(id, now),
    format: card.format,
    text: text(words).slice(0, LONGEST_TEXT),
    flags: {
      pinned: false,
      // An advertisement says so where others say their age. Nobody's own page has any.
      promoted: !handle && card.age !== '' && !/\p{Nd}|[•·]/u.test(card.age),
      // The line above a shared post begins with who shared it.
      repost: kind === 'profile' && author !== null && !same(author, handle) && same(first, handle) && !OTHERS.test(list),
      quote: card.quote,
      reply: false,
      ...(PARTNERSHIP.test(card.age) && { paid: true }),
    },
    metrics: card.metrics,
    ...factsOfWords(words, url, { cards: card.cards, handleOf: (href) => ownerIn(href)?.handle ?? null }),
  };
}
