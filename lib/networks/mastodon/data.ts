import type { AccountReading, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, MetricName, ReadingSource } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { attr, one, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { exact } from '../../reading/readings';
import { walk } from '../../reading/trees';
import type { PageContext } from '../network';
import { addressIn, handleIn, same } from './links';
import { addressHere, factsIn } from './post';
import { siteOf } from './surface';

/** A value of received data. Nothing in it is sure: on a value of another kind every property is undefined. */
export type Node = { [name: string]: Node } | null | undefined;
type Place = Pick<PageContext, 'url' | 'surface'>;

export const LONGEST_TEXT = 2000;
/** Texts are at most some thousand letters; what is longer is cut before it is looked into. */
const LONGEST_MARKUP = 20_000;
const MOST = 1e13;
const FORMATS: Record<string, Format> = { image: 'image', video: 'video', gifv: 'video' };

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
export const whole = (value: unknown): number | null =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST ? Number(value) : null;
const list = (value: unknown): Node[] => (Array.isArray(value) ? value : []);
export const entries = (counts: Partial<Record<MetricName, Reading | null>>): PostReading['metrics'] =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count));

/** Numbers until 2.0, digits in a text since; letters too on servers of other kinds that speak the same. */
const idOf = (node: Node): string => /^\w{1,30}$/.exec(`${whole(node?.id) ?? string(node?.id)}`)?.[0] ?? '';
const isPost = (node: Node): boolean =>
  !!idOf(node) && !!string(node?.account?.acct) && !!string(node?.created_at) && 'favourites_count' in (node ?? {});

/** Posts of the API (a list, a thread, one post, what a page was loaded with), by their shape. A boost is the post that was boosted. */
export function postsIn(body: unknown, at: Place, from: ReadingSource): PostReading[] {
  const found = new Map<string, PostReading>();
  walk(body, (tree) => {
    const node = tree as NonNullable<Node>;
    if (!isPost(node)) return;
    const boosted = isPost(node.reblog) ? node.reblog : null;
    // What a boost counts itself is zero; its original follows as an object of its own.
    const post = boosted || !node.reblog ? postOf(boosted ?? node, at, from, boosted !== null) : null;
    if (post && !found.has(post.id)) found.set(post.id, post);
  });
  return [...found.values()];
}

function postOf(node: NonNullable<Node>, at: Place, from: ReadingSource, repost: boolean): PostReading {
  const count = (value: unknown): Reading | null => {
    const known = whole(value);
    return known === null ? null : exact(known, from, `${known}`);
  };
  const id = idOf(node);
  const boosts = whole(node.reblogs_count);
  // Versions without quotes count boosts alone, and so does their button.
  const quotes = node.quotes_count === undefined ? 0 : whole(node.quotes_count);
  const author = handleIn(`@${string(node.account?.acct)}`, siteOf(at).domain);
  const origins = [string(node.url), string(node.uri)].map((href) => addressIn(href, at.url));
  const origin = origins.find((found) => found?.id);
  const remote = origin?.id && origin.host !== at.url.host ? `${origin.host}/${origin.id}` : null;
  const words = parsed(string(node.content));
  const link = at.surface && outgoing(string(node.card?.url), at.url);
  const { links = [], mentions: linked, ...facts } = words ? factsIn(words, [], at) : {};
  const mentions = list(node.mentions)
    .flatMap((person) => handleIn(`@${string(person?.acct)}`, siteOf(at).domain) ?? [])
    .slice(0, 50);
  const out = [...new Set([...links, ...(link ? [link] : [])])].slice(0, 20);
  const language = /^[a-z]{2,3}(?:-\w{1,8}){0,3}$/i.exec(string(node.language))?.[0];
  const url = /^https?:\/\/.{1,1990}$/.exec(string(node.url))?.[0];
  return {
    id: `${at.url.host}/${id}`,
    aliases: remote ? [remote] : [],
    url: url ?? addressHere(author, id, at),
    author,
    published: isoMoment(string(node.created_at), 'embedded'),
    format: formatOf(node),
    text: text(words).slice(0, LONGEST_TEXT),
    flags: {
      ...{ pinned: (node.pinned as unknown) === true, promoted: false, repost },
      ...{ quote: typeof node.quote === 'object' && node.quote !== null, reply: !!string(node.in_reply_to_id) },
    },
    metrics: entries({
      likes: count(node.favourites_count),
      comments: count(node.replies_count),
      shares: boosts === null || quotes === null ? null : count(boosts + quotes),
      quotes: count(node.quotes_count),
    }),
    ...facts,
    ...(language && { language }),
    ...(mentions.length ? { mentions } : linked && { mentions: linked }),
    ...(out.length && { links: out }),
  };
}

function formatOf(node: NonNullable<Node>): Format | null {
  const media = list(node.media_attachments);
  if (media.length > 1) return 'carousel';
  if (media[0]) return FORMATS[string(media[0].type)] ?? null;
  return node.poll ? 'poll' : node.card ? 'link' : 'text';
}

/** Markup of a text as elements that belong to no page: nothing in it runs or loads. */
export function parsed(markup: string): HTMLElement | undefined {
  return markup
    ? new DOMParser().parseFromString(markup.slice(0, LONGEST_MARKUP).replace(/<(br|\/p)\b/g, ' <$1'), 'text/html').body
    : undefined;
}

/** The page's own account in data; null when it is about others. */
export function knownAccount(body: unknown, at: PageContext, from: ReadingSource): Partial<AccountReading> | null {
  const { domain } = siteOf(at);
  const { handle } = at.surface;
  let found: Partial<AccountReading> | null = null;
  walk(handle && body, (tree) => {
    const node = tree as NonNullable<Node>;
    const followers = whole(node.followers_count);
    const named = handleIn(`@${string(node.acct)}`, domain);
    if (found || followers === null || !same(named, handle)) return found;
    const count = (value: number | null) => (value === null ? undefined : exact(value, from, `${value}`));
    const following = count(whole(node.following_count));
    const posts = count(whole(node.statuses_count));
    const bio = text(parsed(string(node.note))).slice(0, 1000);
    const name = string(node.display_name).trim().slice(0, 200);
    const local = named?.endsWith(`@${domain}`) && /^\d{1,20}$/.exec(string(node.id))?.[0];
    const fields = list(node.fields).sort((a, b) => Number(!!b?.verified_at) - Number(!!a?.verified_at));
    const [link] = fields.flatMap((field) => {
      const anchor = /<a\s/.test(string(field?.value)) ? one(parsed(string(field?.value)) ?? new DocumentFragment(), 'a[href]') : null;
      return outgoing(attr(anchor, 'href'), at.url) ?? [];
    });
    const facts = { ...(bio && { bio }), ...(link && { link }), ...(name && { name }), ...(local && { nativeId: local }) };
    found = { ...facts, followers: exact(followers, from, `${followers}`), ...(following && { following }), ...(posts && { posts }) };
    return true;
  });
  return found;
}
