/** Ids in the order in which a list has shown them. */
export interface ShownOrder {
  ids: readonly string[];
  /**
   * Puts what the list shows now, each id once, into the order of what it showed before. Lists that lose posts at one end and gain them at
   * the other overlap from one look to the next: what is new comes after its neighbour above, or before the one below.
   */
  show(now: readonly string[]): void;
}

/**
 * An order that grows from look to look. A look takes as long as what it shows, not as what was shown in all.
 * @example order.show(['b', 'c']); order.show(['a', 'b']); order.show(['c', 'd']); order.ids // ['a', 'b', 'c', 'd']
 */
export function shownOrder(): ShownOrder {
  const ids: string[] = [];
  const known = new Set<string>();
  const insert = (place: number, fresh: string[]) => {
    ids.splice(place, 0, ...fresh);
    for (const id of fresh) known.add(id);
  };
  const show = (now: readonly string[]) => {
    let fresh: string[] = [];
    let above: string | undefined;
    for (const id of now) {
      if (!known.has(id)) {
        fresh.push(id);
        continue;
      }
      // Lists are mostly scrolled down: what they show now is near the end.
      if (fresh.length) insert(above === undefined ? ids.lastIndexOf(id) : ids.lastIndexOf(above) + 1, fresh);
      above = id;
      fresh = [];
    }
    if (fresh.length) insert(above === undefined ? ids.length : ids.lastIndexOf(above) + 1, fresh);
  };
  return { ids, show };
}
