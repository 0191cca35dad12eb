import { collect, dig, isTree, walk } from '../../reading/trees';
import { channelLink } from './links';

const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** Text of a YouTube text node, whichever of its forms it has. */
export function plain(node: unknown): string {
  if (!isTree(node)) return said(node);
  return Array.isArray(node.runs) ? node.runs.map((run) => said(dig(run, 'text'))).join('') : said(node.simpleText ?? node.content);
}

/** Text of the node at a path; empty where there is none. */
export const wordsAt = (node: unknown, path: string): string => plain(dig(node, path));

/** Accessibility label of a text node. */
export const labelIn = (node: unknown): string =>
  wordsAt(node, 'accessibility.accessibilityData.label') || wordsAt(node, 'accessibilityLabel');

/** Every text in data, with the name that it stands under. */
export function leaves(root: unknown): [name: string, words: string][] {
  const found: [string, string][] = [];
  walk(root, (node) => {
    for (const [name, value] of Object.entries(node)) if (typeof value === 'string') found.push([name, value]);
  });
  return found;
}

/** The first channel that data links to. */
export const channelOf = (root: unknown): string | null =>
  leaves(root).flatMap(([name, words]) => (name === 'canonicalBaseUrl' && channelLink(words)) || [])[0] ?? null;

/** The node of data that stands under a key, the first there is. */
export const under = (root: unknown, key: string): unknown => collect(root, (node) => isTree(dig(node, key)))[0]?.[key];
