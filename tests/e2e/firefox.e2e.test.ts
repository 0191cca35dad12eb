import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtExtension, PROJECT } from '../browser/build';
import { startFirefox } from '../browser/firefox';
import { until } from './stage';

const folder = () => builtExtension('firefox');
const manifest = () => JSON.parse(readFileSync(join(folder(), 'manifest.json'), 'utf8'));

test('the Firefox package has no error by Mozilla’s own linter', () => {
  const program = join(PROJECT, 'node_modules', 'web-ext', 'bin', 'web-ext.js');
  const args = [program, 'lint', '--source-dir', folder(), '--output', 'json', '--no-config-discovery'];
  // The linter ends with 1 when it finds errors; what it found is on its standard output all the same.
  const report = JSON.parse(outputOf(args));
  expect(report.errors.map(({ code, file, message }: Record<string, string>) => `${code} ${file}: ${message}`)).toEqual([]);
}, 300_000);

test('the Firefox package asks for no more than the Chromium one', () => {
  const chrome = JSON.parse(readFileSync(join(builtExtension(), 'manifest.json'), 'utf8'));
  expect(manifest().manifest_version).toBe(3);
  // Firefox's side panel needs no permission of its own.
  const permissions = chrome.permissions.filter((name: string) => name !== 'sidePanel');
  expect([...manifest().permissions].sort()).toEqual(permissions.sort());
  expect(manifest().sidebar_action).toMatchObject({ default_panel: 'sidepanel.html', open_at_install: false });
  expect(manifest().host_permissions ?? []).toEqual([]);
});

test('a real Firefox loads it and opens the workspace', async () => {
  const firefox = await startFirefox({ extension: folder(), id: manifest().browser_specific_settings.gecko.id });
  try {
    const page = await firefox.extensionPage('options.html');
    const text = await until(
      () => page.evaluate(() => document.body.textContent ?? ''),
      (body) => /sample/i.test(body),
    );
    expect(text).not.toMatch(/NaN|undefined|\[object/);
  } finally {
    await firefox.close();
  }
});

function outputOf(args: string[]): string {
  try {
    return execFileSync(process.execPath, args, {
      cwd: PROJECT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (stdout) return stdout;
    throw error;
  }
}
