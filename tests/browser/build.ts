import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a script was started. */
export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json'];

/** Folder of the built extension; builds it first where it is missing or older than its sources. */
export function builtExtension(browser: 'chrome' | 'firefox' = 'chrome'): string {
  const folder = join(PROJECT, '.output', `${browser}-mv3`);
  const made = join(folder, 'manifest.json');
  const sources = Math.max(...SOURCES.map((name) => newest(join(PROJECT, name))));
  if (existsSync(made) && statSync(made).mtimeMs > sources) return folder;
  const options = { cwd: PROJECT, stdio: 'pipe', encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', CI: '1' } } as const;
  try {
    execFileSync(process.execPath, [join(PROJECT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'build', '-b', browser, '--mv3'], options);
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    // The builder repeats a failure three times, each with a stack of its own.
    const said = `${stderr}\n${stdout}`.split('\n').filter((line) => line.trim() && !/^\s*at /.test(line));
    throw new Error(`The extension could not be built.\n${said.slice(0, 16).join('\n')}`);
  }
  return folder;
}

/** When the newest file below a path was changed, epoch ms; 0 where there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time moves when a file in it is removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
