import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { networks } from '../../lib/networks';
import { networkFacts } from '../../lib/networks/facts';
import { builtExtension } from '../browser/build';
import { onStage } from './stage';

interface Management {
  chrome: { management: { getPermissionWarningsByManifest(manifest: string): Promise<string[]> } };
}

const scripts = () =>
  readdirSync(builtExtension())
    .filter((name) => /^capture.*\.js$/.test(name))
    .sort();
const manifestOf = (folder: string) => readFileSync(join(folder, 'manifest.json'), 'utf8');

test('the manifest asks for what the main job needs and for nothing else', () => {
  const manifest = JSON.parse(manifestOf(builtExtension()));
  expect(manifest.manifest_version).toBe(3);
  expect([...manifest.permissions].sort()).toEqual(['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage']);
  for (const key of ['host_permissions', 'optional_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable']) {
    expect(manifest[key] ?? [], key).toEqual([]);
  }
  const precise = networkFacts.filter((network) => network.precise).flatMap(({ hosts }) => hosts);
  // Mastodon's servers can be anybody's: the browser is asked about the one that the user names.
  expect(manifest.optional_host_permissions).toEqual([...precise, 'https://*/*']);
  expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
});

test('nothing is warned of at install', () =>
  onStage({ pages: () => null }, async (chromium) => {
    const page = await chromium.extensionPage('manifest.json');
    const warnings = await page.evaluate(
      (manifest) => (globalThis as unknown as Management).chrome.management.getPermissionWarningsByManifest(manifest),
      manifestOf(builtExtension()),
    );
    expect(warnings).toEqual([]);
  }));

test.each(scripts())('%s runs in other people’s pages: it stays small and free of the libraries', (name) => {
  const path = join(builtExtension(), name);
  expect(statSync(path).size).toBeLessThanOrEqual(40_000);
  expect(readFileSync(path, 'utf8')).not.toMatch(/dexie|zod|preact/i);
});

test('the script that shows badges reads nothing by itself: it is small for all networks together', () => {
  const path = join(builtExtension(), 'overlay.js');
  expect(statSync(path).size).toBeLessThanOrEqual(12_000);
  expect(readFileSync(path, 'utf8')).not.toMatch(/dexie|zod|preact/i);
});

test('there is one such script for every network that is read', () => {
  expect(scripts()).toEqual(networks.map(({ id }) => `capture-${id}.js`).sort());
});
