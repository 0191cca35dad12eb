import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { ReadingSource } from '../../model/vocabulary';
import { all } from '../../reading/dom';
import type { PageContext } from '../network';
import { canonicalOf, count, nodesIn, pinOf, prop, string, type Tree, toPost } from './data';
import { same } from './links';

/** What some data says: pins by number, and people. */
interface Known {
  pins: Map<string, PostReading>;
  people: NonNullable<Tree>[];
}

/** Since 2025 some data is handed over by a call: what was asked, encoded as for an address, then the answer. */
const CALL = /^\s*window\.\w+\(\s*"[^"]*"\s*,|\);?\s*$/g;
const DESCRIBES = /"(?:pinner|aggregated_?[pP]in_?[dD]ata|follower_?[cC]ount)"/;
const cache = new WeakMap<PageContext, Known>();

/** The pins and people that some data describes. */
export function knownIn(data: unknown, at: PageContext, from: ReadingSource): Known {
  const pins = new Map<string, PostReading>();
  const people: NonNullable<Tree>[] = [];
  let other: string | null = null;
  for (const node of nodesIn(data)) {
    if (string(prop(node, 'username'))) people.push(node);
    const id = pinOf(node);
    if (!id) continue;
    const post = toPost(node, from);
    const before = pins.get(id);
    pins.set(id, before ? joined(before, post, count(prop(node, 'total_reaction_count'), from)) : post);
    if (canonicalOf(node) === at.surface.postId) other ??= id;
  }
  // A pin's page may be about another pin of the same picture than its address.
  const main = other && at.surface.postId && !pins.has(at.surface.postId) ? pins.get(other) : undefined;
  if (main && at.surface.postId) main.aliases = [at.surface.postId];
  return { pins, people };
}

/** One pin that data describes twice, each time in part. What was said first stands, but a total of reactions before a sum of their kinds. */
function joined(before: PostReading, more: PostReading, total: Reading | undefined): PostReading {
  const { paid } = more.flags;
  return {
    ...more,
    ...before,
    author: before.author ?? more.author,
    published: before.published ?? more.published,
    format: before.format ?? more.format,
    text: more.text.length > before.text.length ? more.text : before.text,
    flags: {
      ...before.flags,
      promoted: before.flags.promoted || more.flags.promoted,
      repost: before.flags.repost || more.flags.repost,
      ...(paid && { paid }),
    },
    metrics: { ...more.metrics, ...before.metrics, ...(total && { likes: total }) },
  };
}

/** What the document's own data says; read once for each reading of the page. It stays behind when the app moves on. */
export function knownOf(page: Document, at: PageContext): Known {
  let known = cache.get(at);
  if (known) return known;
  const trees = all(page, 'script:not([src])').flatMap((script): unknown[] => {
    const code = script.textContent ?? '';
    if (!DESCRIBES.test(code)) return [];
    try {
      return [JSON.parse(code.replace(CALL, ''))];
    } catch {
      return [];
    }
  });
  known = knownIn(trees, at, 'embedded');
  cache.set(at, known);
  return known;
}

/** The pin whose page this is, as some data describes it. */
export const mainIn = ({ pins }: Known, id: string | undefined): PostReading | undefined =>
  id ? (pins.get(id) ?? [...pins.values()].find(({ aliases }) => aliases.includes(id))) : undefined;

/** What an account's node says of whom it is about. */
export const personIn = ({ people }: Known, handle: string | null): Tree =>
  people.find((node) => same(string(prop(node, 'username')), handle) && typeof (prop(node, 'follower_count') as unknown) === 'number') ??
  people.find((node) => same(string(prop(node, 'username')), handle));

/** Pins in the document's data, if it is about the address. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const known = knownOf(page, at);
  const { handle, postId } = at.surface;
  if (postId && !mainIn(known, postId)) return [];
  if (handle && !personIn(known, handle)) return [];
  return [...known.pins.values()];
}

/** Pins in a body that the page received. */
export const responsePosts = (body: unknown, at: PageContext): PostReading[] => [...knownIn(body, at, 'response').pins.values()];
