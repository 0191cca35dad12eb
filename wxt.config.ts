import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { networks, scriptOf } from './lib/networks';

/**
 * One page script per network, so that a page is handed its own network's reader and no other: a new network costs the others nothing.
 * The readers that fit any host share one. They are unlisted scripts and not content scripts of the framework's, which announce
 * themselves to the page by events.
 */
function pageScripts(): { name: string; inputPath: string; type: 'unlisted-script' }[] {
  const folder = join(import.meta.dirname, '.wxt/capture');
  mkdirSync(folder, { recursive: true });
  return [...new Set(networks.map(scriptOf))].map((script) => {
    const name = script.slice(1, -'.js'.length);
    const inputPath = join(folder, `${name}.ts`);
    const ids = networks.filter((network) => scriptOf(network) === script).map(({ id }) => id);
    const imports = ids.map((id) => `import { ${id} } from '../../lib/networks/${id}';`).join('\n');
    writeFileSync(
      inputPath,
      `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installReader } from '../../lib/capture/install';
${imports}

export default defineUnlistedScript(() => installReader(${ids.join(', ')}));
`,
    );
    return { name, inputPath, type: 'unlisted-script' as const };
  });
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  hooks: {
    'entrypoints:found': (_wxt, found) => {
      found.push(...pageScripts());
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      // The framework takes the popup's <title> for the button's; a page title is not translated, this one is.
      if (manifest.action) manifest.action.default_title = '__MSG_action_title__';
    },
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
    // A few per cent smaller than the default: what runs on other people's pages counts every byte.
    build: {
      minify: 'terser' as const,
      terserOptions: {
        ecma: 2020 as const,
        compress: { passes: 3, unsafe_arrows: true, pure_getters: true },
      },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus'],
    // Asked for one network at a time, in Settings, when its precise mode is turned on.
    optional_host_permissions: networks.flatMap(({ hosts, response }) => (response ? hosts : [])),
    commands: {
      capture: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_capture__' },
    },
    incognito: 'not_allowed',
    content_security_policy: {
      extension_pages:
        "script-src 'self'; object-src 'none'; base-uri 'none'; connect-src 'none'; form-action 'none'; img-src 'self' data:;",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: { id: 'jauge@jauge.example', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : { minimum_chrome_version: '148' }),
  }),
});
