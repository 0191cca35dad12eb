import { defineConfig } from 'vitest/config';

// Vitest 5 lists failed tests with Map.groupBy, which came with Node 21: on Node 20 it would fall over its own report.
Map.groupBy ??= (items, keyOf) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/** Tests that compute in a browser's page, or in none, and wait for nothing: they share the cores. */
const COMPUTING = ['fixtures', 'spoilt-fixtures', 'unseen', 'manifest'].map((name) => `tests/e2e/${name}.e2e.test.ts`);

/** Real browsers: all others one file at a time, since two of them on a small machine make each other's time limits a lottery. */
export default defineConfig({
  root: '.',
  test: {
    environment: 'node',
    globalSetup: ['tests/e2e/setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'computing', include: COMPUTING, maxWorkers: '100%', sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: {
          name: 'using',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: COMPUTING,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
