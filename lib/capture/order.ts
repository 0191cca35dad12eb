/**
 * Puts what a page shows now into the order of what it showed before. Lists that lose posts at one end and gain them at the other
 * overlap from one look to the next: what is new comes after its neighbour above, or before the one below.
 * @example inOrder(['a', 'b', 'c'], ['b', 'c', 'd']) // ['a', 'b', 'c', 'd']
 * @example inOrder(['c', 'd'], ['a', 'b', 'c']) // ['a', 'b', 'c', 'd']
 */
export function inOrder(before: readonly string[], now: readonly string[]): string[] {
  const known = new Set(before);
  const fresh = now.filter((id) => !known.has(id));
  if (!fresh.length) return [...before];
  const after = new Map<string | null, string[]>();
  let anchor: string | null | undefined;
  let waiting: string[] = [];
  for (const id of now) {
    if (known.has(id)) {
      // What stood above the first known post goes right before it.
      if (anchor === undefined) after.set(before[before.indexOf(id) - 1] ?? null, waiting);
      anchor = id;
      waiting = [];
      after.set(id, waiting);
    } else waiting.push(id);
  }
  if (anchor === undefined) return [...before, ...fresh];
  return [...(after.get(null) ?? []), ...before.flatMap((id) => [id, ...(after.get(id) ?? [])])];
}
