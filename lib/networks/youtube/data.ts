import { all } from '../../reading/dom';

export type Tree = Record<string, unknown>;
const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null;

/** Value at a path of a JSON tree ("a.b.0.c"); undefined when the path ends early. */
export const dig = (node: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => (isTree(here) ? here[key] : undefined), node);

/** Text of a YouTube text node, whichever of its forms it has. */
export function plain(node: unknown): string {
  if (!isTree(node)) return String(node ?? '');
  return Array.isArray(node.runs) ? node.runs.map((run) => plain(dig(run, 'text'))).join('') : plain(node.simpleText ?? node.content);
}

/** The page's own data (`var ytInitialData = {…};`, at times with code after it); null where there is none. */
export function pageData(page: Document): unknown {
  for (const script of all(page, 'script')) {
    const code = script.textContent ?? '';
    if (!/^[^{]{0,99}ytInitialData\W+\{/.test(code)) continue;
    try {
      return JSON.parse(code.slice(code.indexOf('{'), code.lastIndexOf('};') + 1));
    } catch {
      // Broken or cut off: not ours to repair.
    }
  }
  return null;
}

/** Nodes of a tree that `wanted` accepts, in order; what is inside an accepted node is not looked at. */
export function collect(node: unknown, wanted: (node: Tree) => unknown): Tree[] {
  if (!isTree(node)) return [];
  return wanted(node) ? [node] : Object.values(node).flatMap((child) => collect(child, wanted));
}
