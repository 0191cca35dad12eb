import type { Surface } from '../../model/capture';
import type { ReadingSource } from '../../model/vocabulary';
import { all, attr, closest, concealed, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { dataItems, type Item, markedItems, textOf } from './items';
import { addressIn, hostOf, idOf, samePage } from './links';
import { addressesOf, isReply, rankOf, thingsIn, worksIn } from './works';

/** A post that the page describes. Without items, Open Graph alone says that there is one. */
export interface Work {
  url: URL;
  from: ReadingSource;
  item: Item | null;
}

/** What a page holds: whose it is, the posts described, and which element shows each. */
export interface Content {
  items: Item[];
  profile: { item: Item; handle: string } | null;
  /** The post that the page is about; null where it is a list. */
  main: URL | null;
  works: Work[];
  members: Map<Element, Work[]>;
}

const SHORTEST_HEADLINE = 6;
const MOST_LINKS = 20_000;
const cache = new WeakMap<PageContext, Content>();

/** What a page holds; looked up once for each reading of the page. */
export function contentOf(page: Document, at: PageContext): Content {
  const content = cache.get(at) ?? contentAt(page, at.url);
  cache.set(at, content);
  return content;
}

/** Content of the first of some meta elements. */
export const meta = (page: Document, ...names: string[]): string => {
  const found = names
    .flatMap((name) => all(page, `meta[property="${name}"],meta[name="${name}"]`))
    .map((element) => attr(element, 'content')?.trim());
  return (found.find(Boolean) ?? '').slice(0, 2000);
};

/** When the page says that it was published. */
export const publishedIn = (page: Document): string =>
  meta(
    page,
    ...['article:published_time', 'og:article:published_time', 'og:published_time', 'datePublished', 'pubdate', 'parsely-pub-date'],
  );

/** The page's own name for its address, if it is on the same site and not the front page's for every page. */
function canonicalOf(page: Document, url: URL): URL | null {
  const said = [attr(one(page, 'link[rel="canonical" i]'), 'href'), meta(page, 'og:url')].flatMap((href) => addressIn(href, url) ?? []);
  return said.find((each) => hostOf(each) === hostOf(url) && (each.pathname !== '/' || url.pathname === '/')) ?? null;
}

/** Whether a headline is what the page shows now: data of a former screen names another. */
function headed(page: Document, item: Item): boolean {
  const headline = textOf(item, 'headline', 'name').toLowerCase();
  if (headline.length < SHORTEST_HEADLINE) return false;
  const heads = [
    page.title,
    ...all(page, 'h1')
      .filter((each) => !concealed(each))
      .slice(0, 5)
      .map(text),
  ];
  return heads.some((head) => head.replace(/\s+/gu, ' ').toLowerCase().includes(headline));
}

const lastOf = (url: URL) => idOf(url).split('/').at(-1);
/** A site as its pages for telephones have it too. */
const siteOf = (url: URL) => hostOf(url).replace(/^(?:m|mobile|amp)\./, '');
const LATER = /\/page[-/]?\d{1,5}\/?$/i;

/** Posts described that the page is about: at its address, or alone and under its headline. */
function mainWorks(page: Document, url: URL, works: Item[]): { url: URL; items: Item[] } | null {
  const canonical = canonicalOf(page, url);
  const own = canonical && (samePage(canonical, url) || lastOf(canonical) === lastOf(url)) ? canonical : url;
  const here = (item: Item) => {
    const said = addressesOf(item, url);
    return (
      said.some((each) => samePage(each, url)) ||
      (said.some((each) => samePage(each, canonical)) && (samePage(canonical, url) || headed(page, item)))
    );
  };
  const atAddress = works.filter(here);
  const best = Math.max(0, ...atAddress.map(rankOf));
  // A list's own address may be given to each of its posts by mistake.
  if (best) {
    const items = atAddress.filter((item) => rankOf(item) === best);
    const headlines = (of: Item[]) => new Set(of.map((item) => textOf(item, 'headline', 'name').toLowerCase()).filter(Boolean)).size;
    if (headlines(items) < 2 || items.length < 3) return { url: own, items };
    // Of a recipe, its steps and the text around them, the text has the page's headline.
    const titled = items.filter((item) => headed(page, item));
    return headlines(titled) === 1 ? { url: own, items: titled } : null;
  }
  const top = Math.max(0, ...works.map(rankOf));
  const highest = works.filter((item) => rankOf(item) === top);
  // Beside others, it is the one that holds the page's heading.
  const [only, second] = highest[1] ? highest.filter(({ element }) => element && one(element, 'h1')) : highest;
  if (!only || second || !headed(page, only) || url.pathname === '/') return null;
  const [said] = addressesOf(only, url);
  if (!said || (siteOf(said) === siteOf(url) && lastOf(said) === lastOf(url))) return { url: own, items: [only] };
  // The third page of a thread says where its first one is.
  const first = new URL(url.pathname.replace(LATER, ''), url);
  return samePage(said, first) ? { url: first, items: [only] } : null;
}

/** The element that shows the page's one post. */
function elementOf(page: Document): Element | null {
  const articles = all(page, 'article').filter((each) => !concealed(each));
  const headed = articles.find((each) => one(each, 'h1'));
  return (
    headed ??
    (articles.length === 1 ? articles[0] : null) ??
    all(page, 'main,[role="main"]').find((each) => !concealed(each)) ??
    one(page, 'body')
  );
}

function contentAt(page: Document, url: URL): Content {
  const items = [...dataItems(page), ...markedItems(page)];
  const found = worksIn(items).filter((item) => !isReply(item) && !(item.element && concealed(item.element)));
  const content: Content = { items, profile: profileOf(items, url), main: null, works: [], members: new Map() };
  const add = (element: Element, work: Work) => content.members.set(element, [...(content.members.get(element) ?? []), work]);
  const main = content.profile ? null : mainWorks(page, url, found);
  // Recordings that stand in an article and have no place of their own say nothing of it.
  const alone =
    !main &&
    !found.some((item) => rankOf(item) > 1) &&
    !content.profile &&
    /^(?:article|blog)$/.test(meta(page, 'og:type')) &&
    publishedIn(page);
  if (main || alone) {
    const own = main ?? { url: canonicalOf(page, url) ?? url, items: [] };
    // Without description there is still a post; a front page is none.
    if (!main && (url.pathname === '/' || !samePage(own.url, url))) return content;
    content.main = own.url;
    content.works = own.items.length
      ? own.items.map((item) => ({ url: own.url, from: item.from, item }))
      : [{ url: own.url, from: 'label', item: null }];
    const element = own.items.find((item) => item.element)?.element ?? elementOf(page);
    if (element) for (const work of content.works) add(element, work);
    return content;
  }
  const links = linksOf(page, url);
  for (const item of found) {
    const ids = new Map(addressesOf(item, url).map((each) => [idOf(each), each]));
    const [said] = ids.values();
    // Two addresses of equal standing: nobody can tell whose the numbers are.
    const work = said && ids.size === 1 ? { url: said, from: item.from, item } : null;
    if (work) content.works.push(work);
    const link = work && links.get(idOf(work.url));
    const element = item.element ?? (link ? (closest(link, 'article,[itemscope],[role="article"],li,tr') ?? link) : null);
    if (work && element) add(element, work);
    else if (item.element) content.members.set(item.element, []);
  }
  return content;
}

/** First visible link to each address. */
function linksOf(page: Document, url: URL): Map<string, Element> {
  const links = new Map<string, Element>();
  for (const link of all(page, 'a[href]').slice(0, MOST_LINKS)) {
    const to = addressIn(attr(link, 'href'), url);
    if (to && !links.has(idOf(to)) && !concealed(link)) links.set(idOf(to), link);
  }
  return links;
}

/** The person or organisation that a ProfilePage is about. */
function profileOf(items: Item[], url: URL): Content['profile'] {
  const [page] = thingsIn(items, /^ProfilePage$/);
  const [item] = page ? (page.values.get('mainEntity') ?? []) : [];
  const [entity] = item && typeof item === 'object' ? thingsIn([item as Item], /^(?:Person|Organization)$/) : [];
  return entity ? { item: entity, handle: idOf(url).slice(0, 200) } : null;
}

/** What kind of page this is; null where it describes no post in a way that anybody agreed on. */
export function surfaceOf(url: URL, page: Document): Surface | null {
  if (!/^https?:$/.test(url.protocol) || !url.hostname) return null;
  const { items, main, members, profile, works } = contentAt(page, url);
  const handle = profile?.handle ?? hostOf(url);
  if (main) return { kind: 'post', handle, postId: idOf(main) };
  if (!members.size && !(profile && works.length)) return null;
  if (thingsIn(items, /^SearchResultsPage$/).length) return { kind: 'search', handle: null };
  return { kind: 'profile', handle, tab: profile ? 'profile' : 'list' };
}
