import { vi } from 'vitest';

/** No test reaches a network. */
vi.stubGlobal('fetch', () => Promise.reject(new Error('a test tried to fetch')));

/** The part of the browser that the store keeps its journal in: JSON by name. */
const kept = new Map<string, string>();
const local = {
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
vi.stubGlobal('chrome', { storage: { local } });
