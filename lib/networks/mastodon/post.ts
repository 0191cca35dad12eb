import type { Moment, PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { above, all, attr, closest, contains, matches, one, pageOf, parent, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { metricsOf } from './counts';
import { addressIn, handleOf } from './links';
import { authorOf, ITEM, postsOf, quotes, type Scope, scopeOf } from './scope';
import { siteOf } from './surface';

const LONGEST_TEXT = 2000;
const DAY_MS = 86_400_000;
/** Ids carry the time in milliseconds above 16 bits since Mastodon 2.0 (October 2017): lib/mastodon/snowflake.rb. Older ones only count. */
const OLDEST = 1.506e12;
/** Links in a text that name people and topics, and the address of a quoted post for servers that show no quotes. */
const NAMING = 'a.mention,a.hashtag,a[rel~="tag"],.quote-inline a';
const MARK = /(?:^|[\s-])(?:thumb-tack|pin|pinned)(?=\s|$)/;
const BOOST = /(?:^|[\s-])retweet(?=\s|$)/;

/** Reads one post element; null when it tells no id, or two. */
export function readPost(post: Element, at: PageContext): PostReading | null {
  const scope = scopeOf(post, at);
  const { id, own } = scope;
  if (!id) return null;
  const author = authorOf(scope, at);
  const origin = originOf(scope, at);
  const [content] = own('.status__content__text,.e-content').concat(own('.status__content'));
  const answers = answered(scope, at);
  const words = (content && one(content, '.status__content__text,.e-content')) ?? content;
  return {
    id: `${at.url.host}/${id}`,
    aliases: origin ? [origin.alias] : [],
    url: origin?.url ?? addressHere(author, id, at),
    author,
    published: publishedOf(scope, id, at.now),
    format: formatOf(scope),
    text: spoken(words).slice(0, LONGEST_TEXT),
    flags: flagsOf(scope, at),
    metrics: metricsOf(scope, at),
    ...(answers && { answers }),
    ...factsIn(words, own('.status-card'), at),
  };
}

/** Address of a post on the page's own server. */
export function addressHere(author: string | null, id: string, at: Pick<PageContext, 'surface' | 'url'>): string | null {
  const [user, domain] = author?.split('@') ?? [];
  return user ? `${at.url.origin}/@${domain === siteOf(at).domain ? user : author}/${id}` : null;
}

/** The post's own text: the address of what it quotes is left out, as the page does. */
function spoken(words: Element | undefined): string {
  const said = text(words);
  const quoted = words && text(one(words, '.quote-inline'));
  return quoted ? said.replace(quoted, '').trim() : said;
}

/** Facts of a text's element; links to people and topics on other servers are no links out. */
export function factsIn(words: Element | undefined, cards: Element[], at: Pick<PageContext, 'surface' | 'url'>): Partial<PostReading> {
  const { domain } = siteOf(at);
  const mentioned = (href: string) => {
    const address = addressIn(href, at.url);
    return address && !address.id && !address.part ? handleOf(address, at.url, domain) : null;
  };
  const { links = [], ...facts } = factsOfWords(words, at.url, { cards, handleOf: mentioned });
  const naming = words ? all(words, NAMING).map((link) => outgoing(attr(link, 'href'), at.url)) : [];
  const leading = links.filter((link) => !naming.includes(link));
  return leading.length ? { ...facts, links: leading } : facts;
}

/** The post on the server that it comes from, where a link names it: lists did until 3.5. */
function originOf({ links }: Scope, at: PageContext): { alias: string; url: string } | null {
  const found = links.find(
    ({ link, to }) => to.id && to.host !== at.url.host && matches(link, '.status__relative-time,.detailed-status__datetime'),
  );
  return found
    ? { alias: `${found.to.host}/${found.to.id}`, url: new URL(attr(found.link, 'href') ?? '', at.url).href.slice(0, 2000) }
    : null;
}

/** By the date that links to the post; a second date tells when it was edited. */
function publishedOf({ own }: Scope, id: string, now: number): Moment | null {
  const times = own('time[datetime]').filter((time) => !closest(time, '.animated-number,button'));
  const linked = times.filter((time) => closest(time, '.status__relative-time,.detailed-status__datetime'));
  const dates = new Set((linked.length ? linked : times).map((time) => attr(time, 'datetime')));
  const [date] = dates;
  return (dates.size === 1 ? isoMoment(date) : null) ?? timeOf(id, now);
}

/** When a post came to this server, from its id; null for numbers that carry no time. */
function timeOf(id: string, now: number): Moment | null {
  const ms = Number(BigInt(id) >> 16n);
  return ms > OLDEST && ms < now + DAY_MS ? { value: ms, low: ms, high: ms, from: 'id' } : null;
}

function formatOf({ own }: Scope): Format | null {
  const pictures = own('.media-gallery__item,.media-gallery__item-thumbnail').filter((item) => {
    const outer = closest(item, '.media-gallery__item');
    return !outer || outer === item;
  });
  if (own('.video-player,.media-gallery__item-gifv-thumbnail,[data-component="Video"]')[0])
    return pictures.length > 1 ? 'carousel' : 'video';
  if (pictures.length > 1) return 'carousel';
  if (pictures[0]) return 'image';
  // Pictures behind a warning, and sound, which has no format of ours.
  if (own('.media-gallery,.media-spoiler,.audio-player,.attachment-list,[data-component]')[0]) return null;
  if (own('.poll')[0]) return 'poll';
  return own('.status-card')[0] ? 'link' : 'text';
}

const icons = (elements: Element[], pattern: RegExp) =>
  elements.some((element) => all(element, 'svg[class],i[class]').some((icon) => pattern.test(attr(icon, 'class') ?? '')));

const pins = new WeakMap<PageContext, Set<string>>();
/** Pinned posts stand at the top, with a mark in their row's number or in a row of slides, and again at their date. */
function pinnedIn(page: Document, at: PageContext): Set<string> {
  const rows =
    pins.get(at) ??
    new Set(all(page, 'article[data-id^="f-"],.featured-carousel .status').map((row) => attr(row, 'data-id')?.replace('f-', '') ?? ''));
  pins.set(at, rows);
  return rows;
}

function flagsOf(scope: Scope, at: PageContext): PostReading['flags'] {
  const { root, entry, own, id } = scope;
  const page = pageOf(root);
  const inside = closest(root, '.status,.detailed-status');
  const above = all(entry, '.status__prepend,.pre-header').filter((line) =>
    [null, inside].includes(closest(line, '.status,.detailed-status')),
  );
  const row = attr(closest(root, 'article[data-id]'), 'data-id');
  const pinned = at.surface.kind === 'profile' && (icons(above, MARK) || pinnedIn(page, at).has(id ?? ''));
  // Around a boosted post the list's own number is the boost's.
  const boosted = icons(above, BOOST) || (!!row && /^\d+$/.test(row) && row !== id && !scope.detailed);
  const answers =
    matches(root, '.status-reply') || matches(entry, '.status__wrapper-reply') || own('.icon-reply-all,.fa-reply-all').length > 0;
  return {
    pinned,
    promoted: false,
    repost: boosted,
    quote: quotes(root),
    reply: answers || (scope.detailed && followsAnother(root, at)),
  };
}

/** Above an opened post stands what it answers. */
function followsAnother(root: Element, at: PageContext): boolean {
  const thread = closest(root, '.scrollable,.item-list,.activity-stream,.column') ?? parent(root);
  const [first] = postsOf(pageOf(root), at).filter((post) => thread && contains(thread, post));
  return first !== undefined && first !== root;
}

/** Below an opened post, the post that an answer is joined to: the one right above, but where the list begins a branch anew. */
function answered({ root, entry }: Scope, at: PageContext): string | null {
  const row = matches(root, '.status--in-thread:not(.status--first-in-thread)') && above(entry);
  const post = row && (matches(row, ITEM) ? row : one(row, ITEM));
  const id = post && scopeOf(post, at).id;
  return id ? `${at.url.host}/${id}` : null;
}
