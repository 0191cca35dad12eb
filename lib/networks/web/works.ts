import { type Item, isItem, valuesOf } from './items';
import { addressIn } from './links';

/** What is published by itself: articles, posts, questions, videos, recordings. Jobs are "posted" too and are none. */
const ARTICLE = /^(?!Job)(?:\w*Article|\w*Posting|Report|Question|Recipe|HowTo)$/;
const MEDIA = /^(?:VideoObject|AudioObject|PodcastEpisode|Episode)$/;
/** Where the posts of a page or list stand in what describes it. */
const HOLDING = ['@graph', 'mainEntity', 'itemListElement', 'item', 'blogPost', 'blogPosts', 'hasPart'];
const DEEPEST = 8;
const MOST_WORKS = 2000;

/** How much of a post a thing is: what is written counts before what is played. */
export const rankOf = ({ types }: Item): number =>
  types.some((type) => ARTICLE.test(type)) ? 2 : types.some((type) => MEDIA.test(type)) ? 1 : 0;

/** Posts among things and what these hold, in order. What a post itself holds (comments, videos, what it cites) is none. */
export function worksIn(items: Item[]): Item[] {
  const works = new Set<Item>();
  const seen = new Set<Item>();
  const visit = (item: Item, depth: number): void => {
    if (seen.has(item) || works.size >= MOST_WORKS) return;
    seen.add(item);
    if (rankOf(item)) works.add(item);
    else if (depth < DEEPEST)
      for (const inner of HOLDING.flatMap((name) => valuesOf(item, name))) if (isItem(inner)) visit(inner, depth + 1);
  };
  for (const item of items) visit(item, 0);
  return [...works];
}

/** Things of a kind among things and what these hold. */
export function thingsIn(items: Item[], kind: RegExp): Item[] {
  const seen = new Set<Item>();
  const visit = (item: Item, depth: number): Item[] => {
    if (seen.has(item) || seen.size > 20_000) return [];
    seen.add(item);
    const inner = depth < DEEPEST ? ['@graph', 'mainEntity', 'publisher', 'isPartOf'].flatMap((name) => valuesOf(item, name)) : [];
    return [
      ...(item.types.some((type) => kind.test(type)) ? [item] : []),
      ...inner.filter(isItem).flatMap((each) => visit(each, depth + 1)),
    ];
  };
  return items.flatMap((item) => visit(item, 0));
}

/** Addresses that a thing is said to be at, the surest first. Things in a graph are often named by the page's address and a fragment. */
export function addressesOf(item: Item, base: URL): URL[] {
  const said = ['url', 'mainEntityOfPage', '@id']
    .map((name) => {
      const values = valuesOf(item, name).flatMap((value): unknown[] => (isItem(value) ? valuesOf(value, '@id', 'url') : [value]));
      return values.flatMap((value) =>
        typeof value === 'string' && /^(?:https?:\/\/|\/)/i.test(value.trim()) ? (addressIn(value.trim(), base) ?? []) : [],
      );
    })
    .filter((urls) => urls.length);
  return said[0] ?? [];
}
