import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { networks } from '../lib/networks';

const ROOT = join(import.meta.dirname, '..');
const MOST_LINES = 250;
const ALLOWED_TOP = [
  ...['entrypoints', 'components', 'lib', 'public', 'tests', 'package.json', 'tsconfig.json', 'wxt.config.ts', 'README.md'],
  ...['LICENSE', 'CONTRIBUTING.md', 'package-lock.json', 'biome.json', 'node_modules'],
];

const under = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? under(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );
const sources = ['entrypoints', 'components', 'lib'].flatMap(under);
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

interface Import {
  file: string;
  /** Path from the root for a file of ours, else the package. */
  target: string;
  typeOnly: boolean;
}
const imports: Import[] = sources.flatMap((file) =>
  [...textOf(file).matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(([, type, target = '']) => ({
    file,
    target: target.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), target)) : target,
    typeOnly: Boolean(type),
  })),
);
const zone = (path: string) =>
  path.startsWith('lib/')
    ? path
        .split('/')
        .slice(0, path.split('/').length > 2 ? 2 : 3)
        .join('/')
    : (path.split('/')[0] ?? path);

/** Who may import whom: the page side knows nothing of the store, the core nothing of the browser. */
const MAY_IMPORT: Record<string, string[]> = {
  'lib/model': ['lib/model'],
  'lib/reading': ['lib/model', 'lib/reading'],
  'lib/networks': ['lib/model', 'lib/reading', 'lib/networks'],
  'lib/capture': ['lib/model', 'lib/reading', 'lib/networks', 'lib/capture', 'lib/precise', 'lib/messages'],
  'lib/precise': ['lib/precise'],
  'lib/overlay': ['lib/overlay', 'lib/capture', 'lib/reading', 'lib/messages', 'lib/digit-key'],
  'lib/stats': ['lib/stats'],
  'lib/benchmark': ['lib/model', 'lib/stats', 'lib/benchmark'],
  'lib/audits': ['lib/model', 'lib/stats', 'lib/benchmark', 'lib/audits'],
  'lib/exports': ['lib/model', 'lib/benchmark', 'lib/audits', 'lib/exports'],
  'lib/reports': ['lib/model', 'lib/audits', 'lib/i18n', 'lib/reports'],
  'lib/store': ['lib/model', 'lib/store'],
  'lib/pictures': ['lib/model', 'lib/pictures'],
};

describe('who imports whom', () => {
  it.each(Object.entries(MAY_IMPORT))('%s keeps to what it may import', (own, allowed) => {
    const strays = imports.filter(
      ({ file, target, typeOnly }) =>
        zone(file) === own && /^(lib|components|entrypoints)\b/.test(target) && !allowed.includes(zone(target)) && !typeOnly,
    );
    expect(strays.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it('nothing imports an entry point but its own folder', () => {
    const strays = imports.filter(
      ({ file, target }) => target.startsWith('entrypoints/') && dirname(file) !== dirname(target) && !file.startsWith(dirname(target)),
    );
    expect(strays.map(({ file }) => file)).toEqual([]);
  });

  it('only the store knows Dexie', () => {
    expect(imports.filter(({ file, target }) => target === 'dexie' && zone(file) !== 'lib/store').map(({ file }) => file)).toEqual([]);
  });

  it('only ingest writes snapshots', () => {
    const writers = imports.filter(
      ({ file, target }) => target === 'lib/store/write' && file !== 'lib/ingest.ts' && zone(file) !== 'lib/store',
    );
    expect(writers.map(({ file }) => file)).toEqual([]);
  });

  it('components take props: no browser, no store, no network, no settings', () => {
    const strays = imports.filter(
      ({ file, target, typeOnly }) =>
        file.startsWith('components/') &&
        !typeOnly &&
        (/^(wxt|dexie|webextension)/.test(target) || /^lib\/(store|ingest|settings|messages|standing)/.test(target)),
    );
    expect(strays.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
    expect(under('components').filter((file) => /\bfetch\(|\bbrowser\.|\bchrome\./.test(textOf(file)))).toEqual([]);
  });

  it('what runs in pages carries no schema, store or view library', () => {
    const inPages = ['lib/reading', 'lib/networks', 'lib/capture', 'lib/precise'];
    const heavy = imports.filter(
      ({ file, target, typeOnly }) =>
        [...inPages, 'lib/overlay'].includes(zone(file)) && !typeOnly && /^(zod|dexie|preact|@preact|wxt)/.test(target),
    );
    expect(heavy.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
    // Badges alone have to know where posts stand; the rest forces no layout.
    expect(
      sources.filter(
        (file) =>
          inPages.includes(zone(file)) &&
          /innerText|getComputedStyle|getBoundingClientRect|offset(?:Width|Height|Top)/.test(stripComments(textOf(file))),
      ),
    ).toEqual([]);
  });
});

describe('habits', () => {
  it(`no file is longer than ${MOST_LINES} lines`, () => {
    const long = [...sources, ...under('tests')].filter((file) => textOf(file).split('\n').length > MOST_LINES + 1);
    expect(long).toEqual([]);
  });

  it('nothing writes markup from text, and nothing builds code from it', () => {
    expect(
      sources.filter((file) => /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|\beval\(|new Function/.test(textOf(file))),
    ).toEqual([]);
  });

  it('readers go past what a form of the page may put in the place of methods: through lib/reading/dom.ts alone', () => {
    const direct =
      /(?<!\.prototype|walker|script|code)\??\.(?:contains|compareDocumentPosition|closest|matches|(?:query|get)(?:Selector|Element|Attribute)\w*|hasAttribute|childNodes|children|parent(?:Node|Element)|(?:next|previous|first|last)(?:Element)?(?:Sibling|Child)|childElementCount|tagName|localName|nodeName|ownerDocument|isConnected|textContent|classList|className|dataset)\b/;
    const readers = sources.filter((file) => /^lib\/(?:networks|capture|reading)\//.test(file) && file !== 'lib/reading/dom.ts');
    expect(readers.flatMap((file) => direct.exec(stripComments(textOf(file)))?.[0].concat(` in ${file}`) ?? [])).toEqual([]);
  });

  it('no test is skipped or left alone', () => {
    const marks = new RegExp(`\\.(${['on' + 'ly', 'sk' + 'ip', 'to' + 'do', 'fa' + 'ils'].join('|')})\\(`);
    expect(under('tests').filter((file) => marks.test(textOf(file)))).toEqual([]);
  });

  it('the top level is what it was agreed to be', () => {
    const strays = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !ALLOWED_TOP.includes(name));
    expect(strays).toEqual([]);
  });

  it('at most twelve packages at run time', () => {
    expect(Object.keys(JSON.parse(textOf('package.json')).dependencies).length).toBeLessThanOrEqual(12);
  });
});

describe('every network', () => {
  it('is registered from a file or folder of its own', () => {
    const files = readdirSync(join(ROOT, 'lib/networks')).filter(
      (name) => !['index.ts', 'network.ts', 'facts.ts', 'lookup.ts'].includes(name),
    );
    const ids = [...new Set(files.map((name) => name.replace(/\.ts$/, '')))].sort();
    expect(networks.map((network) => network.id).sort()).toEqual(ids);
  });

  it.each(networks.map((network) => [network.id, network] as const))('%s has fixtures, expectations and names', (id, network) => {
    const folder = join(ROOT, 'tests/fixtures', id);
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThanOrEqual(3);
    for (const page of pages) expect(statSync(join(folder, page.replace(/\.html$/, '.expected.json'))).size).toBeGreaterThan(0);
    for (const language of ['en', 'fr'])
      expect(JSON.parse(textOf(`public/_locales/${language}/messages.json`))).toHaveProperty(`network_${id}`);
    for (const host of network.hosts) expect(host).toMatch(/^\*:\/\/(\*\.)?[a-z0-9.-]+\/\*$/);
  });
});

function stripComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
