import type { AccountReading, Moment, PostReading } from '../../model/capture';
import type { MetricName, ReadingSource } from '../../model/vocabulary';
import { type CountStyle, readCount } from '../../reading/counts';
import { moment } from '../../reading/dates';
import { exact, hidden } from '../../reading/readings';
import { dig, isTree, type Tree, walk } from '../../reading/trees';
import type { PageContext } from '../network';
import { besides, blank, handleOf, NUMBER, only, postLink, same } from './links';
import { countedBy, type Gathered, gather, storyIn, wordsAt } from './tree';
import { kindIn } from './words';

const LONGEST_TEXT = 2000;
const LARGEST_COUNT = 1e13;
/** Where counts of a post are said, in several generations of the data. Reels count the reactions on Instagram as well, where they count no others. */
const PLACES: [MetricName, string[]][] = [
  ['likes', ['unified_reactors.count']],
  ['likes', ['reaction_count.count']],
  ['comments', ['comment_rendering_instance.comments.total_count', 'total_comment_count', 'display_comments_count.count']],
  ['shares', ['share_count.count']],
  ['views', ['video_view_count', 'play_count']],
];

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_COUNT;
const countsAt = (nodes: Tree[], paths: string[]): number[] =>
  nodes.flatMap((node) => paths.map((path) => dig(node, path)).filter(isCount));
/** Texts at a path of any of a story's objects. */
export const wordsIn = (nodes: Tree[], path: string): string[] => nodes.map((node) => wordsAt(node, path)).filter(Boolean);
const numbersIn = (nodes: Tree[], path: string): string[] => wordsIn(nodes, path).filter((id) => NUMBER.test(id));
const linksIn = (nodes: Tree[]) => ['wwwURL', 'url'].flatMap((name) => wordsIn(nodes, name).flatMap((href) => postLink(href) ?? []));

/** Posts in a body, by their shape: a story is what has an id of one, wherever it stands and whatever wraps it. */
export function postsIn(body: unknown, from: ReadingSource, style: CountStyle): PostReading[] {
  const { stories, counted } = gather(body);
  const shown = new Map<string | null, number>();
  for (const picture of [...stories.values()].map(pictureIn)) shown.set(picture, (shown.get(picture) ?? 0) + 1);
  const posts = new Map<string, PostReading>();
  for (const nodes of stories.values()) {
    const post = postOf(nodes, counted, shown, from, style);
    if (post && !posts.has(post.id)) posts.set(post.id, post);
  }
  return [...posts.values()];
}

/** The only photo or video of a story. */
const pictureIn = (nodes: Tree[]) =>
  only(
    numbersIn(
      nodes.filter((node) => /^(?:Photo|Video)$/.test(wordsAt(node, '__typename'))),
      'id',
    ),
  );

function postOf(
  nodes: Tree[],
  counted: Gathered['counted'],
  shown: Map<string | null, number>,
  from: ReadingSource,
  style: CountStyle,
): PostReading | null {
  const parts = nodes.filter(storyIn);
  const sharing = parts.some((part) => isTree(part.attached_story));
  const ids = numbersIn(parts, 'post_id');
  const links = linksIn(parts);
  const [link] = links;
  const id = ids.length ? only(ids) : link?.id;
  if (!id) return null;
  // Each of several photos has counts of its own.
  const targets = nodes.map(countedBy).filter(Boolean);
  const target = targets.includes(id) ? id : only(targets);
  const handle = wordsIn(parts, 'actors.0.url').map(handleOf).find(Boolean) ?? null;
  const [words = ''] = wordsIn(parts, 'message.text');
  // A picture that several stories show is a name of none.
  const picture = sharing ? null : pictureIn(nodes);
  const names = [target, ...links.map((each) => each.id), shown.get(picture) === 1 && picture];
  const post = blank(id, handle, link?.id === id ? link.kind : 'post');
  return {
    ...post,
    aliases: besides(id, names),
    published: momentOf(parts),
    text: words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
    flags: { ...post.flags, promoted: !!wordsIn(parts, 'sponsored_data.ad_id')[0], quote: sharing },
    ...countsOf((target && counted.get(target)) || [], from, style),
  };
}

function momentOf(parts: Tree[]): Moment | null {
  const seconds = countsAt(parts, ['creation_time']).find((time) => time > 1e9 && time < 1e10);
  return seconds ? moment(seconds * 1000, seconds * 1000, 'embedded') : null;
}

const kindOf = (edge: Tree) => kindIn(wordsAt(edge, 'node.id'));

/** What all objects about one post count. Two that differ are none: one is about something else. */
function countsOf(nodes: Tree[], from: ReadingSource, style: CountStyle): Pick<PostReading, 'metrics' | 'reactions'> {
  const metrics: PostReading['metrics'] = {};
  for (const [name, paths] of PLACES) {
    const value = only(countsAt(nodes, paths));
    if (value !== null) metrics[name] = exact(value, from, `${value}`);
  }
  // Reels tell their shares only as they show them.
  const reduced = readCount(only(wordsIn(nodes, 'share_count_reduced')), style, from);
  if (reduced) metrics.shares ??= reduced;
  const edges = nodes.flatMap((node) => Object.values(dig(node, 'top_reactions.edges') ?? {}).filter(isTree));
  const kinds = [...new Set(edges.map(kindOf))].flatMap((kind) => {
    const value = only(
      countsAt(
        edges.filter((edge) => kindOf(edge) === kind),
        ['reaction_count'],
      ),
    );
    return kind && value !== null ? [[kind, exact(value, from, `${value}`)] as const] : [];
  });
  const least = kinds.reduce((sum, [, { low }]) => sum + (low ?? 0), 0);
  // Reactions without a number are hidden by their author, not none.
  if (metrics.likes?.value === 0 && kinds.length) metrics.likes = hidden(from);
  return { metrics, ...(kinds.length && least <= (metrics.likes?.value ?? least) && { reactions: Object.fromEntries(kinds) }) };
}

/** What a body says of the page's own account: only where its address or number is the page's. */
export function accountIn(body: unknown, { surface }: PageContext, from: ReadingSource): Partial<AccountReading> | null {
  const about: Tree[] = [];
  walk(body, (node) => {
    const own = same(handleOf(wordsAt(node, 'url')), surface.handle) || same(wordsAt(node, 'id'), surface.handle);
    if (own && /^(?:User|Page|Profile|)$/.test(wordsAt(node, '__typename'))) about.push(node);
  });
  if (surface.kind !== 'profile' || !about.length) return null;
  const followers = only(countsAt(about, ['follower_count']));
  const [nativeId] = numbersIn(about, 'id');
  return {
    ...(nativeId && { nativeId }),
    ...(followers !== null && { followers: exact(followers, from, `${followers}`) }),
  };
}
