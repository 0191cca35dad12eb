import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { networks } from './lib/networks';
import { networkFacts } from './lib/networks/facts';
import { ANY_SERVER, preciseSites } from './lib/precise-sites';

/**
 * One page script per network, so that a page is handed its own network's reader and no other: a new network costs the others nothing.
 * They are unlisted scripts and not content scripts of the framework's, which announce themselves to the page by events.
 */
function pageScripts(): { name: string; inputPath: string; type: 'unlisted-script' }[] {
  const folder = join(import.meta.dirname, '.wxt/capture');
  mkdirSync(folder, { recursive: true });
  return networks.map(({ id }) => {
    const inputPath = join(folder, `${id}.ts`);
    writeFileSync(
      inputPath,
      `import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installReader } from '../../lib/capture/install';
import { ${id} } from '../../lib/networks/${id}';

export default defineUnlistedScript(() => installReader(${id}));
`,
    );
    return { name: `capture-${id}`, inputPath, type: 'unlisted-script' as const };
  });
}

/** The list of what is known of each network, as its value: only page scripts carry the code that reads. */
const factsAsValue = {
  name: 'network-facts',
  enforce: 'pre' as const,
  load: (file: string) =>
    file.split('?')[0]?.endsWith('lib/networks/facts.ts') ? `export const networkFacts = ${JSON.stringify(networkFacts)};` : null,
};

/**
 * Scripts without a name: the bundler would leave each one's result in a global variable, which in the page's own world the page can see
 * and trip over (a `const` of that name is an error then), and which is no result for whoever injected it.
 */
const nameless = {
  name: 'nameless-scripts',
  enforce: 'post' as const,
  generateBundle: (_: unknown, bundle: Record<string, { type: string; code?: string }>) => {
    for (const chunk of Object.values(bundle)) if (chunk.code !== undefined) chunk.code = chunk.code.replace(/^var \w+=(?=\(\()/, '');
  },
};

/**
 * What runs on other people's pages counts every byte: those scripts are made a few per cent smaller before the bundler's own minifier, which
 * is enough for all the rest, and many times as quick. (`unsafe`: texts are joined by +, and nobody has put something else in the place of
 * the language's own objects.)
 */
const smaller = {
  name: 'smaller-page-scripts',
  renderChunk: async (code: string, { name }: { name: string }, { format }: { format: string }) => {
    if (format !== 'iife' || name === 'background') return null;
    const compress = { passes: 3, hoist_funs: true, unsafe: true, unsafe_arrows: true, pure_getters: true };
    const { code: made } = await minify(code, { ecma: 2020, safari10: true, compress });
    return made ? { code: made } : null;
  },
};

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
  vite: ({ mode }) => ({
    plugins: [factsAsValue, nameless, mode === 'production' && smaller, preact({ devToolsEnabled: false, prefreshEnabled: false })],
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'contextMenus'],
    // Asked for one network or one named server at a time, in Settings, when its precise mode is turned on.
    optional_host_permissions: [...preciseSites.flatMap(({ hosts }) => hosts), ANY_SERVER],
    commands: {
      capture: { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_capture__' },
      audit: { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_command_audit__' },
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
