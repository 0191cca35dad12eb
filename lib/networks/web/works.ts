import { type Item, isItem, textOf, valuesOf } from './items';
import { addressIn, hostOf } from './links';

/** What is published by itself: articles, posts, questions, videos, recordings. Jobs are "posted" too and are none. */
const ARTICLE = /^(?!Job)(?:\w*Article|\w*Posting|Report|Question|Recipe|HowTo)$/;
const MEDIA = /^(?:VideoObject|AudioObject|MusicRecording|PodcastEpisode|Episode)$/;
/** Where the posts of a page or list stand in what describes it. */
const HOLDING = ['@graph', 'mainEntity', 'itemListElement', 'item', 'blogPost', 'blogPosts', 'hasPart'];
const DEEPEST = 8;
const MOST_WORKS = 2000;

/** How much of a post a thing is: what is written counts before what is played. */
export const rankOf = (item: Item): number =>
  item.types.some((type) => ARTICLE.test(type)) || isDatedWork(item) ? 2 : item.types.some((type) => MEDIA.test(type)) ? 1 : 0;

/** Themes mark posts up as "a work": one that is dated and headed is a post, as pages without a date are not. */
const isDatedWork = (item: Item): boolean =>
  item.types.includes('CreativeWork') && !!textOf(item, 'headline') && !!textOf(item, 'datePublished');

/** Some forums mark every reply up as a posting, with the topic's address and headline: its place in the topic tells. */
export const isReply = (item: Item): boolean =>
  item.types.includes('DiscussionForumPosting') && !/^1?$/.test(`${valuesOf(item, 'position')[0] ?? ''}`.trim());

/** Posts among things and what these hold, in order. What a post itself holds (comments, videos, what it cites) is none. */
export function worksIn(items: Item[]): Item[] {
  const works = new Set<Item>();
  const seen = new Set<Item>();
  const visit = (item: Item, depth: number): void => {
    if (seen.has(item) || works.size >= MOST_WORKS) return;
    seen.add(item);
    if (rankOf(item)) works.add(item);
    // Questions that a page asks and answers itself are parts of its text.
    else if (depth < DEEPEST && !item.types.includes('FAQPage'))
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

/** The address of Google's own example, which sites have copied with the rest. */
const EXAMPLE = /^google\.com\/article\b/;

/** Addresses that a thing is said to be at, the surest first. Things in a graph are often named by the page's address and a fragment. */
export function addressesOf(item: Item, base: URL): URL[] {
  const said = ['url', 'mainEntityOfPage', '@id']
    .map((name) => {
      const values = valuesOf(item, name).flatMap((value): unknown[] => (isItem(value) ? valuesOf(value, '@id', 'url') : [value]));
      return values.flatMap((value) =>
        typeof value === 'string' && /^(?:https?:\/\/|\/)/i.test(value.trim()) ? (addressIn(value.trim(), base) ?? []) : [],
      );
    })
    .map((urls) => urls.filter((url) => !EXAMPLE.test(`${hostOf(url)}${url.pathname}`)))
    .filter((urls) => urls.length);
  // A headline may link to what it is about, on another site. What leads elsewhere on this one leaves two addresses.
  const linked = valuesOf(item, '@link').flatMap((href) => addressIn(href, base) ?? []);
  return [...(said[0] ?? []), ...linked.filter((url) => hostOf(url) === hostOf(base))];
}
