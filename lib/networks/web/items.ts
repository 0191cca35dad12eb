import type { ReadingSource } from '../../model/vocabulary';
import { all, attr, closest, matches, one, parent, tagOf, text } from '../../reading/dom';
import { numberPieces } from '../../reading/pieces';

/** What a page says of one thing, in the words of schema.org, however it says so. Values are texts, numbers or items. */
export interface Item {
  types: string[];
  /** Values by property name, its first letter small. */
  values: Map<string, unknown[]>;
  from: ReadingSource;
  /** The element that is marked up as this thing; null for data in a script. */
  element: Element | null;
}

/** No honest page has as many. */
const MOST_ITEMS = 20_000;
const DEEPEST = 40;
const LONGEST_DATA = 4_000_000;
const LONGEST_VALUE = 10_000;

/** What old advice puts around data in a script, comments within comments, and what no script needs at its end. */
const WRAPPING = /^(?:<!--|<!\[CDATA\[|\/[/*]|\*\/)|(?:-->|\]\]>|\/[/*]|\*\/|;)$/g;
const MOST_WRAPPINGS = 6;
/** Properties that name a thing in words, whichever element says them. */
const NAMING = /^(?:headline|name)$/;
/** Where a post's comments are: what counts them often links there. */
const COMMENTS = /#[\w-]*(?:comment|respond|disqus)/i;

/** Last part of a name: "https://schema.org/LikeAction", "schema:LikeAction". */
export const nameOf = (word: unknown): string =>
  (typeof word === 'string' && word.length < 200 && /(?:^|[/#:])([A-Za-z]+)\/?$/.exec(word.trim())?.[1]) || '';

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && (value as Item).values instanceof Map;

/** Values of the first of some properties that an item has. */
export function valuesOf(item: Item | undefined, ...names: string[]): unknown[] {
  for (const name of names) {
    const values = item?.values.get(name);
    if (values?.length) return values;
  }
  return [];
}

/** First text of some properties; empty where there is none. */
export function textOf(item: Item | undefined, ...names: string[]): string {
  const [found] = valuesOf(item, ...names).filter((value) => typeof value === 'string' && value.trim());
  return typeof found === 'string' ? found.slice(0, LONGEST_VALUE).replace(/\s+/gu, ' ').trim() : '';
}

const small = (name: string) => name.slice(0, 1).toLowerCase() + name.slice(1);

/** Things that the page's JSON-LD describes, outermost first. A reference by `@id` stands for what it refers to. */
export function dataItems(page: Document): Item[] {
  const byId = new Map<string, Item>();
  const references: [unknown[], number, string][] = [];
  let left = MOST_ITEMS;
  const read = (value: unknown, depth: number): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const item: Item = { types: [], values: new Map(), from: 'embedded', element: null };
    const entries = Object.entries(value);
    for (const [key, inner] of entries) {
      if (key === '@type' || key === 'type') item.types.push(...[inner].flat().map(nameOf).filter(Boolean));
      if (depth >= DEEPEST || left <= 0) continue;
      const found = [inner]
        .flat()
        .slice(0, 5000)
        .map((each) => (left-- > 0 ? read(each, depth + 1) : undefined));
      item.values.set(small(key), found);
      for (const [index, each] of found.entries()) {
        const id = isItem(each) && each.values.size === 1 ? each.values.get('@id')?.[0] : undefined;
        if (typeof id === 'string') references.push([found, index, id]);
      }
    }
    const id = item.values.get('@id')?.[0];
    if (typeof id === 'string' && entries.length > 1 && !byId.has(id)) byId.set(id, item);
    return item;
  };
  const items: Item[] = [];
  let size = 0;
  for (const script of all(page, 'script[type^="application/ld+json" i]')) {
    // Line breaks within texts are an error that search engines pass over; between them they mean nothing.
    const code = (script.textContent ?? '').replace(/\p{Cc}+/gu, ' ');
    size += code.length;
    if (size > LONGEST_DATA) break;
    try {
      const top: unknown = JSON.parse(unwrapped(code));
      items.push(
        ...[top]
          .flat()
          .map((each) => read(each, 0))
          .filter(isItem),
      );
    } catch {
      // Broken or cut off: not ours to repair.
    }
  }
  for (const [place, index, id] of references) place[index] = byId.get(id) ?? place[index];
  return items;
}

/** Names of the attributes of a way to mark things up. */
interface Markup {
  scope: string;
  type: string;
  property: string;
  /** What says which thing it is, by its address. */
  about: string[];
}
const MARKUPS: Markup[] = [
  { scope: 'itemscope', type: 'itemtype', property: 'itemprop', about: ['itemid'] },
  { scope: 'typeof', type: 'typeof', property: 'property', about: ['about', 'resource'] },
];

/** Things that the page's elements are marked up as (microdata, RDFa Lite), outermost first. */
export const markedItems = (page: Document): Item[] => MARKUPS.flatMap((markup) => markedBy(page, markup));

function markedBy(page: Document, { scope, type, property, about }: Markup): Item[] {
  const items = new Map<Element, Item>();
  for (const element of all(page, `[${scope}]`).slice(0, MOST_ITEMS)) {
    const types = (attr(element, type) ?? '').slice(0, 1000).split(/\s+/).map(nameOf).filter(Boolean);
    const ids = about.map((name) => attr(element, name)).filter(Boolean);
    items.set(element, { types, values: new Map(ids.length ? [['@id', ids]] : []), from: 'label', element });
  }
  if (!items.size) return [];
  const outer: Item[] = [...items].flatMap(([element, item]) => (attr(element, property) === null ? [item] : []));
  for (const element of all(page, `[${property}]`).slice(0, MOST_ITEMS)) {
    const above = parent(element);
    // A thing that has lost the mark of its beginning still has its type: what is inside is not its surroundings'.
    const owner = above && closest(above, `[${scope}],[${type}]`);
    const item = owner && items.get(owner);
    const value = items.get(element) ?? saidBy(element);
    if (!item) {
      if (isItem(value) && !owner) outer.push(value);
      continue;
    }
    for (const name of (attr(element, property) ?? '').slice(0, 500).split(/\s+/)) {
      const key = small(nameOf(name));
      if (!key || (name.includes(':') && !/^(?:schema:|https?:)/.test(name))) continue;
      const add = (under: string, said: unknown[]) => item.values.set(under, [...(item.values.get(under) ?? []), ...said]);
      const counts = key === 'interactionCount' && linksOf(element).some((href) => COMMENTS.test(href));
      const named = typeof value === 'string' && /^\s*User/.test(value);
      if (isItem(value)) add(key, [value]);
      else if (NAMING.test(key)) {
        add(key, [matches(element, 'a') ? text(element) : value]);
        add('@link', linksOf(element));
      } else if (!/Count$/.test(key)) add(key, [value]);
      else if (named || !counts) add(key, countsSaid(element, value));
      // The way of before 2014 names what it counts ("UserComments:25"); what only links to the comments counts those.
      if (counts && !(named && numberPieces(element).length !== 1)) add('commentCount', [countSaid(element)]);
    }
  }
  return outer;
}

/** Where an element leads: it is a link, holds some, or stands in one of the same thing. */
function linksOf(element: Element): string[] {
  const around = closest(element, 'a[href],[itemscope],[typeof]');
  const links = matches(element, 'a[href]') ? [element] : all(element, 'a[href]');
  return (links.length ? links : [around]).map((link) => attr(link, 'href') ?? '').filter(Boolean);
}

/** Data without what is written around it. */
function unwrapped(code: string): string {
  let rest = code.trim();
  for (let round = 0; round < MOST_WRAPPINGS && !(/^[[{]/.test(rest) && /[\]}]$/.test(rest)); round += 1)
    rest = rest.replace(WRAPPING, '').trim();
  return rest;
}

/** The words of an element that counts comments; empty where they hold several numbers, or another property's. */
const countSaid = (element: Element): string =>
  numberPieces(element).length > 1 || one(element, ':is([itemprop],[property],[itemscope],[typeof]):not([itemprop="discussionUrl"])')
    ? ''
    : text(element);

/** What an element says of a count, for machines and for people: the two must agree. Numbers side by side are none. */
function countsSaid(element: Element, said: string): string[] {
  const words = text(element).slice(0, LONGEST_VALUE);
  if (!words || /^(?:time|data|meter)$/i.test(tagOf(element))) return [said];
  const holds = one(element, '[itemprop],[property],[itemscope],[typeof]');
  return holds || numberPieces(element).length > 1 ? [''] : [...new Set([said, words])];
}

/** What an element says of a property. */
function saidBy(element: Element): string {
  const tag = tagOf(element).toLowerCase();
  const said =
    (/^(?:a|area|link)$/.test(tag) ? attr(element, 'href') : null) ??
    attr(element, 'content') ??
    (/^(?:img|video|audio|source|iframe|embed)$/.test(tag) ? attr(element, 'src') : null) ??
    (tag === 'time' ? attr(element, 'datetime') : null) ??
    (/^(?:data|meter)$/.test(tag) ? attr(element, 'value') : null);
  return (said ?? text(element)).slice(0, LONGEST_VALUE);
}
