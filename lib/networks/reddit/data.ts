import type { AccountReading, Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, ReadingSource } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all } from '../../reading/dom';
import { at, listAt, type Thing, thingsIn, wordsAt } from '../../reading/json-tree';
import { outgoing, outgoingLinks } from '../../reading/links';
import { exact, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { ownerIn, postId, same, threadIn } from './links';

const LONGEST_TEXT = 2000;
/** Reddit is from 2005. */
const FIRST = Date.UTC(2005, 0);
const NOBODY = /^(?:\[.*\]|)$/;
const KINDS: Record<string, Format> = {
  ...{ image: 'image', gifvideo: 'image', gallery: 'carousel', video: 'video', 'hosted:video': 'video', 'rich:video': 'video' },
  ...{ link: 'link', embed: 'link', self: 'text', text: 'text', rtjson: 'text', poll: 'poll' },
};

/** The first of some properties that is there. */
const first = (node: unknown, ...names: string[]): unknown =>
  names.map((name) => at(node, name)).find((value) => value !== undefined && value !== null);
const said = (node: unknown, ...names: string[]): boolean => names.some((name) => at(node, name) === true);
const whole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e12;

/**
 * Posts in a body, wherever they are: lists of the public API (`t3`, `num_comments`), what today's layout asks for (`commentCount`), and
 * that of 2018–2024 (`numComments`). A cross-post holds the post that it shows, which has counts of its own.
 */
export function postsInData(data: unknown, page: PageContext, from: ReadingSource = 'response'): PostReading[] {
  const posts = new Map<string, PostReading>();
  for (const thing of thingsIn(data)) {
    const post = postOf(thing, page, from);
    if (post && !posts.has(post.id)) posts.set(post.id, post);
  }
  return [...posts.values()];
}

/** Posts in the state that pages of 2018–2024 carry in a script. */
export function postsInPage(page: Document, context: PageContext): PostReading[] {
  return all(page, 'script#data').flatMap((script) => {
    const code = script.textContent ?? '';
    try {
      return code.includes('"numComments"')
        ? postsInData(JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('}') + 1)), context, 'embedded')
        : [];
    } catch {
      return [];
    }
  });
}

function postOf(thing: Thing, { now, surface, url }: PageContext, from: ReadingSource): PostReading | null {
  const thread = threadIn(wordsAt(thing, 'permalink'));
  // Archives leave the full name out: there the bare id is a post's where the address says so.
  const bare = thread?.id === wordsAt(thing, 'id').toLowerCase() && !('body' in thing) ? thread.id : null;
  const id = postId(wordsAt(thing, 'name')) ?? postId(wordsAt(thing, 'id')) ?? bare;
  const replies = first(thing, 'num_comments', 'commentCount', 'numComments');
  const score = first(thing, 'score', 'ups');
  const title = wordsAt(thing, 'title') || wordsAt(thing, 'postTitle');
  if (!id || replies === undefined || (score === undefined && !('score' in thing))) return null;
  const concealed = said(thing, 'hide_score', 'isScoreHidden', 'hideScore') || at(thing, 'score') === null;
  const name = wordsAt(thing, 'author') || wordsAt(thing, 'authorInfo', 'name') || wordsAt(thing, 'author', 'name');
  const writer = NOBODY.test(name) ? null : name;
  const body = wordsAt(thing, 'selftext') || wordsAt(thing, 'content', 'markdown');
  const shows =
    listAt(thing, 'crosspost_parent_list').length > 0 || said(thing, 'isCrosspost') || !!first(thing, 'crosspost_parent', 'crosspostRoot');
  const count = (value: unknown): Reading => (whole(value) ? exact(value, from, `${value}`) : unread(from));
  const target = wordsAt(thing, 'url_overridden_by_dest') || wordsAt(thing, 'url') || wordsAt(thing, 'source', 'url');
  const links = outgoingLinks([{ href: target }], url).filter((link) => !/(?:^|\.)redd\.it$/.test(new URL(link).hostname));
  return {
    id,
    aliases: [`t3_${id}`],
    url: `https://www.reddit.com${thread?.id === id ? thread.path : `/comments/${id}`}`,
    author: surface.kind === 'profile' && surface.handle?.startsWith('r/') ? (thread?.owner ?? writer) : writer,
    published: madeAt(thing, now),
    format: shows ? null : formatOf(thing),
    text: [title, body].filter(Boolean).join('\n').slice(0, LONGEST_TEXT),
    flags: {
      ...{ pinned: said(thing, 'stickied', 'pinned', 'isStickied', 'isPinned'), repost: false, quote: shows, reply: false },
      promoted: said(thing, 'promoted', 'isSponsored', 'is_promoted') || wordsAt(thing, '__typename') === 'AdPost',
      ...(said(thing, 'isCommercialCommunication', 'is_commercial_communication') && { paid: true }),
    },
    metrics: { likes: concealed ? hidden(from) : count(score), comments: count(replies) },
    ...(links.length && !shows && { links }),
  };
}

/** Seconds in the public API, milliseconds in 2018–2024, a date today. */
function madeAt(thing: Thing, now: number): Moment | null {
  const number = first(thing, 'created_utc', 'created');
  if (typeof number === 'number') {
    const ms = number < 1e11 ? number * 1000 : number;
    return ms > FIRST && ms <= now ? { value: ms, low: ms, high: ms, from: 'embedded' } : null;
  }
  return isoMoment(wordsAt(thing, 'createdAt').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'), 'embedded');
}

function formatOf(thing: Thing): Format | null {
  if (said(thing, 'is_gallery') || at(thing, 'gallery')) return 'carousel';
  if (at(thing, 'poll_data') || at(thing, 'poll')) return 'poll';
  if (said(thing, 'is_video')) return 'video';
  if (said(thing, 'is_self', 'isSelfPost')) return 'text';
  const kind = wordsAt(thing, 'post_hint') || wordsAt(thing, 'postHint').toLowerCase() || wordsAt(thing, 'media', 'type');
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? null) : null;
}

/** What a body says of the page's own community or person; null when it is about others. */
export function accountInData(data: unknown, { surface, url }: PageContext): Partial<AccountReading> | null {
  const { handle } = surface;
  if (!handle) return null;
  const community = handle.startsWith('r/');
  const facts: Partial<AccountReading> = {};
  for (const thing of thingsIn(data)) {
    const id = wordsAt(thing, 'name') && /^t[25]_/.test(wordsAt(thing, 'name')) ? wordsAt(thing, 'name') : wordsAt(thing, 'id');
    const path = community
      ? wordsAt(thing, 'display_name_prefixed') || wordsAt(thing, 'prefixedName') || wordsAt(thing, 'url')
      : `/user/${wordsAt(thing, 'name')}`;
    if (!same(ownerIn(path.startsWith('/') ? path : `/${path}`), handle)) continue;
    const members = community ? first(thing, 'subscribers', 'subscribersCount') : undefined;
    const bio =
      wordsAt(thing, 'public_description') || wordsAt(thing, 'publicDescriptionText') || wordsAt(thing, 'subreddit', 'public_description');
    const name = community ? wordsAt(thing, 'title') : wordsAt(thing, 'subreddit', 'title');
    const link = outgoing(wordsAt(thing, 'website') || null, url);
    if (whole(members)) facts.followers ??= exact(members, 'response', `${members}`);
    if (/^t[25]_\w{1,20}$/.test(id) || /^\w{3,12}$/.test(id)) facts.nativeId ??= /^t/.test(id) ? id : `t2_${id}`;
    if (name) facts.name ??= name.slice(0, 300);
    if (bio) facts.bio ??= bio.slice(0, 1000);
    if (link) facts.link ??= link;
  }
  return Object.keys(facts).length ? facts : null;
}
