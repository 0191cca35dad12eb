import { defineConfig } from 'vitest/config';

// Vitest's summary calls Map.groupBy, which Node 20 does not have; without it a failing test would hide behind a TypeError.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/** Tests of what computes and keeps nothing: they share their workers, since to start one for each file takes longer than its tests. */
const COMPUTING = [
  'audits',
  'benchmark',
  'capture',
  'demo',
  'exports',
  'networks',
  'pictures',
  'precise',
  'reading',
  'replay',
  'scaffold',
  'stats',
];
const computing = COMPUTING.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  root: '.',
  test: {
    environment: 'node',
    setupFiles: ['tests/setup.ts'],
    testTimeout: 30_000,
    // Vitest leaves one core to itself, half of a small machine.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'computing', include: computing, isolate: false } },
      {
        extends: true,
        test: { name: 'the rest', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**', 'node_modules/**', ...computing] },
      },
    ],
    // Node 20's own gzip stream goes on after its reader has cancelled it, and trips over that; no browser does.
    onUnhandledError: ({ message, stack = '' }) =>
      /Controller is already closed/.test(message) && /webstreams.adapters/.test(stack) ? false : undefined,
  },
});
