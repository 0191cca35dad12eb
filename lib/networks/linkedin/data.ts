import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, REACTIONS, ReadingSource } from '../../model/vocabulary';
import { all } from '../../reading/dom';
import { jsonValues } from '../../reading/json-bodies';
import { at, listAt, type Thing, thingsIn, wordsAt } from '../../reading/json-tree';
import { outgoingLinks } from '../../reading/links';
import { exact, hidden, unread } from '../../reading/readings';
import { hashtagsIn } from '../../reading/words';
import type { PageContext } from '../network';
import { ownerIn, postIn, postUrl, publishedOf, together } from './links';

const LONGEST_TEXT = 2000;
type Reaction = (typeof REACTIONS)[number];
/** What the kinds of reaction are called. MAYBE ("curious") is not given any more. */
const KINDS: Record<string, Reaction> = {
  ...{ LIKE: 'like', PRAISE: 'celebrate', EMPATHY: 'love', APPRECIATION: 'support', INTEREST: 'insightful', ENTERTAINMENT: 'funny' },
};
/** What a post holds, by the name of its component ("linkedInVideoComponent", "com.linkedin.voyager.feed.render.ImageComponent"). */
const COMPONENTS: [RegExp, Format][] = [
  [/video/i, 'video'],
  [/document/i, 'document'],
  [/poll/i, 'poll'],
  [/article/i, 'link'],
  [/image/i, 'image'],
];

/** Entities that a body holds, by their URN: what one says of another is its URN, in a property whose name begins with a star. */
export type Entities = Map<string, Thing>;

/** What a property says, whether it is there or named; tools that collect such data put what is named in the place of its name. */
export function follow(entities: Entities, node: unknown, name: string): unknown {
  const named = at(node, `*${name}`);
  return (typeof named === 'string' ? entities.get(named) : named) ?? at(node, name) ?? undefined;
}

/** All objects of a body, and those that have a URN. Of two with the same URN the later completes the earlier. */
export function entitiesIn(data: unknown): { things: Thing[]; entities: Entities } {
  const things = thingsIn(data);
  const entities: Entities = new Map();
  for (const thing of things) {
    const urn = wordsAt(thing, 'entityUrn');
    if (urn) entities.set(urn, { ...entities.get(urn), ...thing });
  }
  return { things, entities };
}

/**
 * Posts in the data that the classic layout loads, and carries in its document as `code[id^=bpr-guid]`: a flat list of entities that name
 * each other, or one inside the other in older data. A post is what has a name and, in two steps, counts. Comments have counts as well.
 */
export function postsInData(data: unknown, now: number, from: ReadingSource, page = new URL('https://www.linkedin.com/')): PostReading[] {
  const { things, entities } = entitiesIn(data);
  const posts = new Map<string, PostReading>();
  for (const update of things) {
    const detail = follow(entities, update, 'socialDetail');
    const counts = follow(entities, detail, 'totalSocialActivityCounts');
    const post = counts ? postOf(update, detail, counts, entities, now, from, page) : null;
    if (post && !posts.has(post.id)) posts.set(post.id, post);
  }
  return [...posts.values()];
}

/** Posts in the data that a page of the classic layout came with. It stays behind when the app moves on, which does not matter: it goes by id. */
export function postsInPage(page: Document, { now, url }: PageContext): PostReading[] {
  return all(page, 'code[id^="bpr-guid"]').flatMap((code) => {
    const said = code.textContent ?? '';
    return said.includes('"numLikes"') ? jsonValues(said).flatMap((data) => postsInData(data, now, 'embedded', url)) : [];
  });
}

function postOf(
  update: Thing,
  detail: unknown,
  counts: unknown,
  entities: Entities,
  now: number,
  from: ReadingSource,
  page: URL,
): PostReading | null {
  const entityUrn = wordsAt(update, 'entityUrn');
  const about = [entityUrn, wordsAt(detail, 'threadUrn'), wordsAt(counts, 'urn')];
  // Comments have counts too; some data names them in no other place than these.
  const also = [wordsAt(update, 'urn'), wordsAt(detail, 'urn'), wordsAt(detail, 'threadId')];
  if ([...about, ...also].some((urn) => /comment/i.test(urn))) return null;
  // An entry of several shares has no name of its own, and goes by the post.
  const [own, other, thread, counted, share] = [
    wordsAt(update, 'metadata', 'backendUrn') || wordsAt(update, 'updateMetadata', 'urn') || wordsAt(update, 'urn'),
    /update/i.test(entityUrn) ? entityUrn : '',
    ...about.slice(1),
    wordsAt(update, 'metadata', 'shareUrn') || wordsAt(update, 'updateMetadata', 'shareUrn'),
  ].map(postIn);
  const name = own ?? other ?? counted ?? thread;
  if (!name) return null;
  const concealed = at(detail, 'hideSocialCountsIfAllowed') === true;
  const count = (value: unknown): Reading => (concealed ? hidden(from) : whole(value) ? exact(value, from, `${value}`) : unread(from));
  const near = share && together(share.id, name.id) ? share : null;
  const words = wordsAt(update, 'commentary', 'text', 'text');
  return {
    id: name.id,
    aliases: [...new Set([counted, near].flatMap((each) => (each && each.id !== name.id ? [each.id] : [])))],
    url: postUrl(name),
    author: ownerIn(wordsAt(update, 'actor', 'navigationContext', 'actionTarget'))?.handle ?? null,
    published: publishedOf(name.id, now),
    format: formatOf(update),
    text: words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
    flags: {
      ...{ pinned: false, promoted: /sponsored/.test(entityUrn), repost: false },
      ...{ quote: !!follow(entities, update, 'resharedUpdate'), reply: false },
    },
    metrics: {
      likes: count(at(counts, 'numLikes')),
      comments: count(at(counts, 'numComments')),
      shares: count(at(counts, 'numShares') ?? at(detail, 'totalShares')),
    },
    ...factsOf(update, words, page),
    ...(!concealed && kindsOf(counts, from)),
  };
}

export const whole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1e13;

function formatOf(update: Thing): Format | null {
  const parts = Object.entries(at(update, 'content') ?? {}).filter(([, part]) => typeof part === 'object' && part);
  const [, format] = COMPONENTS.find(([name]) => parts.some(([part]) => name.test(part))) ?? [];
  const pictures = parts.flatMap(([, part]) => listAt(part, 'images'));
  return format === 'image' && pictures.length > 1 ? 'carousel' : (format ?? null);
}

/** Hashtags of the text, whom it names, and where its links and its card lead. */
function factsOf(update: Thing, words: string, page: URL): Partial<PostReading> {
  const marks = [...listAt(update, 'commentary', 'text', 'attributesV2'), ...listAt(update, 'commentary', 'text', 'attributes')];
  const anchors = marks.flatMap((mark) => {
    const href = wordsAt(mark, 'detailData', 'hyperlink') || wordsAt(mark, 'link');
    const start = at(mark, 'start');
    const length = at(mark, 'length');
    return href ? [{ href, shown: whole(start) && whole(length) ? words.slice(start, start + length) : '' }] : [];
  });
  const cards = Object.values(at(update, 'content') ?? {}).map((part) => ({ href: wordsAt(part, 'navigationContext', 'actionTarget') }));
  const facts = {
    hashtags: hashtagsIn(words),
    mentions: [...new Set(anchors.flatMap(({ href }) => ownerIn(href)?.handle ?? []))].slice(0, 50),
    links: outgoingLinks([...anchors, ...cards], page),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, names]) => names.length));
}

/** Reactions by kind. */
function kindsOf(counts: unknown, from: ReadingSource): Pick<PostReading, 'reactions'> {
  const kinds = listAt(counts, 'reactionTypeCounts').flatMap((each) => {
    const kind = wordsAt(each, 'reactionType');
    const count = at(each, 'count');
    return Object.hasOwn(KINDS, kind) && whole(count) ? [[KINDS[kind], exact(count, from, `${count}`)] as const] : [];
  });
  return kinds.length ? { reactions: Object.fromEntries(kinds) } : {};
}
