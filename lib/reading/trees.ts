/** A node of a JSON tree. Nothing in it is sure. */
export type Tree = Record<string, unknown>;

/** More than any list of posts has; a body with more is looked at in part. */
const MOST_NODES = 200_000;
/** Sites nest their data some 40 levels deep. */
const DEEPEST = 60;

/** Whether a value of JSON has properties. */
export const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null;

/** Visits the nodes of a tree in order, each before what is inside it; what is inside a node is left out where `visit` answers true. */
export function walk(root: unknown, visit: (node: Tree) => unknown): void {
  const left: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }];
  for (let budget = MOST_NODES; budget > 0; budget -= 1) {
    const here = left.pop();
    if (!here) return;
    const { node, depth } = here;
    if (!isTree(node) || visit(node) || depth === DEEPEST) continue;
    const inside = Object.values(node).filter(isTree).slice(0, budget);
    for (const child of inside.reverse()) left.push({ node: child, depth: depth + 1 });
  }
}

/** Nodes of a tree that `wanted` accepts, in order; what is inside an accepted node is not looked at. */
export function collect(root: unknown, wanted: (node: Tree) => unknown): Tree[] {
  const found: Tree[] = [];
  walk(root, (node) => wanted(node) && found.push(node));
  return found;
}

/** Value at a path of a tree ("a.b.0.c"); undefined where the path ends early. Only what the tree itself holds. */
export const dig = (node: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => (isTree(here) && Object.hasOwn(here, key) ? here[key] : undefined), node);
