/** Stands in for the part of the browser that the journal is kept in: JSON by name. */
export function localArea() {
  const kept = new Map<string, string>();
  return {
    get: async (names: string | string[] | null) =>
      Object.fromEntries(
        [names ?? [...kept.keys()]].flat().flatMap((name) => (kept.has(name) ? [[name, JSON.parse(kept.get(name) ?? '')]] : [])),
      ),
    set: async (items: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(items)) kept.set(name, JSON.stringify(value));
    },
    remove: async (names: string | string[]) => {
      for (const name of [names].flat()) kept.delete(name);
    },
    getKeys: async () => [...kept.keys()],
  };
}
