import { all } from '../../reading/dom';

/** YouTube's page data measures about 1 MB; more is not parsed while somebody waits. */
const LARGEST_SCRIPT = 6_000_000;
const MOST_NODES = 400_000;
type Tree = Record<string, unknown>;
const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null;

/** Value at a path of a JSON tree ("a.b.0.c"); undefined when the path ends early. */
export function dig(node: unknown, path: string): unknown {
  let here = node;
  for (const key of path.split('.')) here = isTree(here) ? here[key] : undefined;
  return here;
}

/** Text of a YouTube text node, whichever of its forms it has. */
export function plain(node: unknown): string {
  if (typeof node === 'string') return node;
  const whole = dig(node, 'simpleText') ?? dig(node, 'content');
  if (typeof whole === 'string') return whole;
  const runs = dig(node, 'runs');
  return Array.isArray(runs) ? runs.map((run) => plain(dig(run, 'text'))).join('') : '';
}

const NAME = 'ytInitialData';

/** The page's own data (`var ytInitialData = {…};`); null where there is none. */
export function pageData(page: Document): unknown {
  for (const script of all(page, 'script:not([src])')) {
    const code = script.textContent ?? '';
    const named = code.slice(0, 300).indexOf(NAME);
    const start = named < 0 ? -1 : code.indexOf('{', named);
    if (start < 0 || start > named + NAME.length + 8 || code.length > LARGEST_SCRIPT) continue;
    // Some pages run code after the assignment, so its end is looked for in three places.
    for (const end of [code.lastIndexOf('};'), code.indexOf('};var '), code.lastIndexOf('}')]) {
      if (end < start) continue;
      try {
        return JSON.parse(code.slice(start, end + 1));
      } catch {
        // Not the end of the object.
      }
    }
  }
  return null;
}

/** Nodes of a tree that `wanted` accepts, in order; what is inside an accepted node is not looked at. */
export function collect(root: unknown, wanted: (node: Tree) => boolean): Tree[] {
  const found: Tree[] = [];
  const stack: unknown[] = [root];
  for (let seen = 0; stack.length > 0 && seen < MOST_NODES; seen += 1) {
    const node = stack.pop();
    if (!isTree(node)) continue;
    if (wanted(node)) found.push(node);
    else stack.push(...Object.values(node).reverse());
  }
  return found;
}

/** First text under one of the given keys, anywhere below a node. */
export function textUnder(root: unknown, key: string): string {
  const [holder] = collect(root, (node) => typeof node[key] === 'string');
  return holder ? String(holder[key]) : '';
}
