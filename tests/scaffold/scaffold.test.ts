import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { scaffold } from './scaffold';

const ROOT = join(import.meta.dirname, '..', '..');
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');

test('a new network is registered everywhere, and its own test passes before a line is written', () => {
  const copy = mkdtempSync(join(tmpdir(), 'jauge-scaffold-'));
  try {
    const tests = ['networks/fixture.ts', 'vitest.config.ts', 'setup.ts', 'browser/local-area.ts'].map((file) => `tests/${file}`);
    for (const path of ['lib', 'public/_locales', ...tests, 'package.json'])
      cpSync(join(ROOT, path), join(copy, path), { recursive: true });
    writeFileSync(join(copy, 'tsconfig.json'), '{"compilerOptions": {"jsx": "react-jsx", "jsxImportSource": "preact"}}');
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const files = scaffold('vimeo', textOf);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    const listed = `// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { networks } from '../lib/networks';
import { networkAt } from '../lib/networks/lookup';
it('is found by its address, before the readers of any host', () => {
  expect(networkAt(new URL('https://vimeo.example/lumen'))?.id).toBe('vimeo');
  expect(networks.findIndex(({ id }) => id === 'vimeo')).toBeLessThan(networks.length);
});
`;
    writeFileSync(join(copy, 'tests/listed.test.ts'), listed);
    const program = join(ROOT, 'node_modules/vitest/vitest.mjs');
    const said = execFileSync(process.execPath, [program, 'run', '--config', 'tests/vitest.config.ts', '--root', '.'], {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    expect(said).toMatch(/8 passed/);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 120_000);

test('what is there is never overwritten, and a bad name is refused', () => {
  expect(() => scaffold('youtube', textOf)).toThrow('already');
  for (const name of ['', 'My Space', '../x', 'X', '1a']) expect(() => scaffold(name, textOf)).toThrow('lower-case');
});
