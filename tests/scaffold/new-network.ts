/**
 * Starts a new network: a reader, its fixtures and test, and its entries where networks are listed.
 *   npm run new:network -- vimeo
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scaffold } from './scaffold';

const ROOT = join(import.meta.dirname, '..', '..');
const [id] = process.argv.slice(2);

try {
  if (!id) throw new Error('Say which: npm run new:network -- vimeo');
  const files = scaffold(id, (path) => readFileSync(join(ROOT, path), 'utf8'));
  for (const path of Object.keys(files)) {
    if (path.includes(`/${id}`) && existsSync(join(ROOT, path))) throw new Error(`${path} is there already; nothing was written.`);
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
    console.log(path);
  }
  // Only now: it imports the networks as they are from here on.
  const { withTable } = await import('../readme');
  writeFileSync(join(ROOT, 'README.md'), withTable(readFileSync(join(ROOT, 'README.md'), 'utf8')));
  console.log('README.md');
  console.log(`\nnpx biome check --write lib tests\nnpx vitest run --config tests/vitest.config.ts tests/networks/${id}
Then replace the example in lib/networks/${id}.ts and the three fixtures by what the network’s pages are like: CONTRIBUTING.md, “Add a network”.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
