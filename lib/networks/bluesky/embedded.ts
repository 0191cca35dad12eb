import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { isoMoment } from '../../reading/dates';
import { all, attr, one } from '../../reading/dom';
import { exact } from '../../reading/readings';
import type { PageContext } from '../network';
import { sharper } from './counts';
import { postsOf, readPost } from './post';
import { addressIn, profileUrl, same, scopeOf } from './scope';

/** A value of linked data. Nothing in it is sure: on a value of another kind every property is undefined. */
type Thing = { [name: string]: Thing } | null | undefined;

const list = (value: Thing): Thing[] => (Array.isArray(value) ? value : [value]);
const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const handleIn = (person: Thing) => string(person?.alternateName).replace(/^@/, '');

const LONGEST_TEXT = 2000;

/** What the server wrote about an account into its page; every count is exact, and as old as the page's first load. */
export interface ProfileData {
  did: string;
  name: string;
  followers: Reading | undefined;
  following: Reading | undefined;
  posts: Reading | undefined;
}

/** The account that the page was first loaded for, if it is the one asked for. */
export function profileData(page: Document, handle: string | null): ProfileData | undefined {
  const person = linkedData(page).find((data) => string(data?.['@type']) === 'ProfilePage')?.mainEntity;
  if (!person || !same(handleIn(person), handle)) return;
  const given = counters(person.agentInteractionStatistic);
  return {
    did: string(person.identifier),
    name: string(person.name),
    followers: counters(person.interactionStatistic).Follow,
    following: given.Follow,
    posts: given.Write,
  };
}

/**
 * Posts of the page's linked data: the opened post, or a profile's ten latest. After navigation inside the app it still describes
 * the first page, so only posts that are in the document count, or, where no script ran, those that the address names.
 */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  // The opened post's data may lack an address of its own; the server's address of the page is as old as the data.
  const address = attr(one(page, 'link[rel="canonical"]'), 'href');
  const data = linkedData(page).flatMap((node) =>
    [node, node?.mainEntity, ...list(node?.hasPart)].flatMap((part) => postFrom(part, address)),
  );
  const shown = new Map(data.length ? postsOf(page, at).map((element) => [scopeOf(element, at.surface).id, element]) : []);
  const { kind, postId, handle } = at.surface;
  if (!shown.size) return data.filter(({ id, author }) => (kind === 'post' ? id === postId : kind === 'profile' && same(author, handle)));
  return data.flatMap((post) => {
    const element = shown.get(post.id);
    const there = element && readPost(element, at)?.metrics.shares;
    if (!there) return [];
    // Shares that what is shown does not bear out are left out: the page is newer than its data, and a server may count reposts alone.
    const { shares, ...metrics } = post.metrics;
    const borne = there.value === null ? undefined : sharper(there, shares);
    return { ...post, metrics: { ...metrics, ...(borne && { shares: borne }) } };
  });
}

function postFrom(node: Thing, address: string | null): PostReading[] {
  const record = string(node?.identifier);
  const linked = addressIn(string(node?.url) || address);
  const id = /\/app\.bsky\.feed\.post\/([\w.:~-]{1,64})$/.exec(record)?.[1] ?? (linked?.part === 'post' && linked.key);
  const author = handleIn(node?.author) || linked?.who || null;
  if (string(node?.['@type']) !== 'DiscussionForumPosting' || !id || (linked && !same(linked.who, author))) return [];
  const { Like: likes, Comment: comments, Share: shares } = counters(node?.interactionStatistic);
  return [
    {
      id,
      aliases: record.startsWith('at://') ? [record.slice(0, 200)] : [],
      url: author && `${profileUrl(author)}/post/${id}`,
      author,
      published: isoMoment(string(node?.datePublished), 'embedded'),
      format: null,
      text: string(node?.text).replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
      flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
      metrics: { ...(likes && { likes }), ...(comments && { comments }), ...(shares && { shares }) },
    },
  ];
}

/** Counts by what their type's name ends on: "https://schema.org/LikeAction" is Like. */
function counters(statistics: Thing): Record<string, Reading> {
  const found: Record<string, Reading> = {};
  for (const entry of list(statistics)) {
    const count: unknown = entry?.userInteractionCount;
    const action = /(\w{1,40})Action$/.exec(string(entry?.interactionType))?.[1];
    if (action && Number.isSafeInteger(count) && Number(count) >= 0) found[action] = exact(Number(count), 'embedded', `${count}`);
  }
  return found;
}

/** The server writes line breaks of descriptions and texts as they are, which JSON does not allow; between values a space is as good. */
function linkedData(page: Document): Thing[] {
  return all(page, 'script[type="application/ld+json"]').flatMap((script) => {
    try {
      return list(JSON.parse((script.textContent ?? '').replace(/\p{Cc}+/gu, ' ')));
    } catch {
      return [];
    }
  });
}
