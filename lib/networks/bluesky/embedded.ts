import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { MetricName } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all, attr, one } from '../../reading/dom';
import { exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { apart } from './counts';
import { idOf, postsOf, readPost } from './post';
import { addressIn, same, scopeOf } from './scope';

type Json = Record<string, unknown>;

const object = (value: unknown): Json => (typeof value === 'object' && value ? (value as Json) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const handleIn = (person: Json) => string(person.alternateName).replace(/^@/, '');

const ACTIONS: Record<string, MetricName> = { LikeAction: 'likes', CommentAction: 'comments', ShareAction: 'shares' };
const POST_TYPE = 'DiscussionForumPosting';
const LONGEST_TEXT = 2000;

/** What the server wrote about an account into its page; every count is exact, and as old as the page's first load. */
export interface ProfileData {
  handle: string;
  did: string;
  name: string;
  followers: Reading | undefined;
  following: Reading | undefined;
  posts: Reading | undefined;
}

/** The account that the page was first loaded for; null when it was no profile. */
export function profileData(page: Document): ProfileData | null {
  const node = linkedData(page).find((data) => data['@type'] === 'ProfilePage');
  if (!node) return null;
  const person = object(node.mainEntity);
  const given = counters(person.agentInteractionStatistic);
  return {
    handle: handleIn(person),
    did: string(person.identifier),
    name: string(person.name),
    followers: counters(person.interactionStatistic).FollowAction,
    following: given.FollowAction,
    posts: given.WriteAction,
  };
}

/**
 * Posts of the page's linked data: the opened post, or a profile's ten latest. After navigation inside the app it still describes
 * the first page, so only posts that are in the document count, or, where no script ran, those that the address names.
 */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  // The opened post's data may lack an address of its own; the server's address of the page is as old as the data.
  const address = attr(one(page, 'link[rel="canonical"]'), 'href') ?? attr(one(page, 'meta[property="og:url"]'), 'content');
  const data = linkedData(page).flatMap((node) => [
    ...list(node.hasPart).flatMap((part) => postFrom(object(part), null)),
    ...postFrom(node['@type'] === POST_TYPE ? node : object(node.mainEntity), address),
  ]);
  if (data.length === 0) return [];
  const shown = new Map(postsOf(page, at).map((element) => [idOf(scopeOf(element), at), element]));
  const { kind, postId, handle } = at.surface;
  if (shown.size === 0)
    return data.filter((post) => (kind === 'post' ? post.id === postId : kind === 'profile' && same(post.author, handle)));
  return data.flatMap((post) => {
    const element = shown.get(post.id);
    return element ? [agreeing(post, readPost(element, at))] : [];
  });
}

/** Leaves out shares that what is shown contradicts: the page is newer than its data, and a server may count reposts alone. */
function agreeing(post: PostReading, shown: PostReading | null): PostReading {
  const { shares, ...others } = post.metrics;
  const there = shown?.metrics.shares;
  return shares && there && there.value !== null && apart(shares, there) ? { ...post, metrics: others } : post;
}

function postFrom(node: Json, address: string | null): PostReading[] {
  if (node['@type'] !== POST_TYPE) return [];
  const record = string(node.identifier);
  const linked = addressIn(string(node.url) || address);
  const id = /\/app\.bsky\.feed\.post\/([\w.:~-]{1,64})$/.exec(record)?.[1] ?? (linked?.part === 'post' && linked.key);
  const author = handleIn(object(node.author)) || linked?.who || null;
  if (!id || (linked && !same(linked.who, author))) return [];
  const metrics: PostReading['metrics'] = {};
  for (const [action, reading] of Object.entries(counters(node.interactionStatistic))) {
    const name = ACTIONS[action];
    if (name) metrics[name] = reading;
  }
  return [
    {
      id,
      aliases: record.startsWith('at://') ? [record.slice(0, 200)] : [],
      url: author && `https://bsky.app/profile/${author}/post/${id}`,
      author,
      published: isoMoment(string(node.datePublished), 'embedded'),
      format: null,
      text: string(node.text).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
      flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
      metrics,
    },
  ];
}

/** Counts by the last word of their type ("…/LikeAction"). */
function counters(statistics: unknown): Record<string, Reading> {
  const found: Record<string, Reading> = {};
  for (const entry of list(statistics)) {
    const { interactionType, userInteractionCount: count } = object(entry);
    const action = string(interactionType).replace(/^.*\//, '');
    if (typeof count === 'number' && Number.isSafeInteger(count) && count >= 0) found[action] = exact(count, 'embedded', `${count}`);
  }
  return found;
}

function linkedData(page: Document): Json[] {
  return all(page, 'script[type="application/ld+json"]').flatMap((script) => list(parsed(script.textContent ?? '')).map(object));
}

/** The server writes line breaks of descriptions and texts as they are, which JSON does not allow; between values a space is as good. */
function parsed(source: string): unknown {
  try {
    return JSON.parse(source.replace(/\p{Cc}+/gu, ' '));
  } catch {
    return null;
  }
}
