/** An object in data that we do not trust: any value may be of any kind. */
export type Thing = { [name: string]: unknown };

/** More than any list of posts has; beyond it the rest is left out. */
const MOST_VALUES = 200_000;
/** Deeper than any data that describes posts. */
const DEEPEST = 60;

/**
 * Every object in a JSON value, in the order of the text, parents before what they hold. Bounded and without recursion, so that no body
 * can hold the page up.
 */
export function thingsIn(value: unknown): Thing[] {
  const found: Thing[] = [];
  const open: [unknown, number][] = [[value, 0]];
  for (let left = MOST_VALUES; left > 0; left--) {
    const next = open.pop();
    if (!next) break;
    const [node, depth] = next;
    if (typeof node !== 'object' || !node) continue;
    if (!Array.isArray(node)) found.push(node as Thing);
    if (depth === DEEPEST) continue;
    const inside: unknown[] = Object.values(node);
    for (let index = Math.min(inside.length, left) - 1; index >= 0; index--) open.push([inside[index], depth + 1]);
  }
  return found;
}

/** What a path of names leads to; undefined where any of it is missing. */
export const at = (node: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value && Object.hasOwn(value, name) ? (value as Thing)[name] : undefined),
    node,
  );

/** The text that a path leads to; empty where there is none. */
export function wordsAt(node: unknown, ...path: string[]): string {
  const value = at(node, ...path);
  return typeof value === 'string' ? value : '';
}

/** The list that a path leads to; empty where there is none. */
export function listAt(node: unknown, ...path: string[]): unknown[] {
  const value = at(node, ...path);
  return Array.isArray(value) ? value : [];
}
