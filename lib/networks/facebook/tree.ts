import { dig, type Tree, walk } from '../../reading/trees';
import { unpacked } from './links';

/** Objects of a body by what they are about. */
export interface Gathered {
  /** Of each story by its id: all objects in it, but those of comments and of the story that it shares. */
  stories: Map<string, Tree[]>;
  /** Objects with counts, by the number of the post (or photo, or video) that they count for. */
  counted: Map<string, Tree[]>;
}

/** The text that a path leads to; empty where there is none. */
export function wordsAt(node: unknown, path: string): string {
  const value = dig(node, path);
  return typeof value === 'string' ? value : '';
}

const saidBy = (node: Tree) => unpacked(typeof node.id === 'string' ? node.id : '');
/** The number of the post, photo or video that an object counts for; a comment's has two. */
export const countedBy = (node: Tree): string => /^feedback:(\d{5,25})$/.exec(saidBy(node))?.[1] ?? '';
const isComment = (node: Tree): boolean => node.__typename === 'Comment' || /^(?:comment:|feedback:\d+_)/.test(saidBy(node));
/** The id by which an object is a story's; empty for others. */
export const storyIn = (node: Tree): string => (node.__typename === 'Story' || saidBy(node).startsWith('S:_') ? wordsAt(node, 'id') : '');

const add = (lists: Map<string, Tree[]>, id: string, node: Tree) => {
  const list = lists.get(id);
  if (list) list.push(node);
  else if (id) lists.set(id, [node]);
};

/** Sorts the objects of a body by the story that they are part of: the nearest one around them that has an id. */
export function gather(body: unknown): Gathered {
  const [stories, counted] = [new Map<string, Tree[]>(), new Map<string, Tree[]>()];
  const done = new Set<unknown>();
  walk(body, (node) => {
    if (isComment(node)) return true;
    add(counted, countedBy(node), node);
    const id = storyIn(node);
    if (!id || done.has(node)) return false;
    const shared = new Set<unknown>();
    walk(node, (part) => {
      const own = storyIn(part);
      if ((own && own !== id) || shared.has(part) || isComment(part)) return true;
      if (own) done.add(part);
      shared.add(part.attached_story);
      add(stories, id, part);
      return false;
    });
    return false;
  });
  return { stories, counted };
}
