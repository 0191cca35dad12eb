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

/** Real browsers: one file at a time, since two of them on a small machine make each other's time limits a lottery. */
export default defineConfig({
  root: '.',
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/e2e/setup.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
