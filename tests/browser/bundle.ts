import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT } from './build';

/** One script for a browser's page out of a few lines of ours that import from the project. */
export async function bundled(lines: string, minify = false): Promise<string> {
  const name = 'generated-entry.ts';
  const made = await build({
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'generated-entry',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith(name) ? join(PROJECT, name) : null),
        load: (id) => (id === join(PROJECT, name) ? lines : null),
      },
    ],
    build: { write: false, minify, target: 'chrome120', lib: { entry: join(PROJECT, name), formats: ['iife'], name: 'generated' } },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output && 'output' in output ? output.output[0] : null;
  if (!chunk) throw new Error('Nothing was built.');
  return chunk.code;
}
