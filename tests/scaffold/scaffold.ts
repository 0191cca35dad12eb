import { fixtureFiles, nameOf, readerFile, testFile } from './templates';

/** Files that a new network changes; the rest derives from them. */
export const CHANGED = [
  'lib/model/vocabulary.ts',
  'lib/networks/index.ts',
  'lib/benchmark/interactions.ts',
  'public/_locales/en/messages.json',
  'public/_locales/fr/messages.json',
];

/**
 * What a new network adds and changes, path → text, from the present text of the files in `CHANGED`. Throws when the name is taken or
 * no name for a network.
 */
export function scaffold(id: string, textOf: (path: string) => string): Record<string, string> {
  if (!/^[a-z][a-z0-9]{1,20}$/.test(id)) throw new Error('A network is named in lower-case letters and digits, such as "vimeo".');
  const index = textOf('lib/networks/index.ts');
  if (index.includes(`'./${id}'`)) throw new Error(`There is a reader of ${id} already: lib/networks/${id}.ts.`);
  const files: Record<string, string> = {
    [`lib/networks/${id}.ts`]: readerFile(id),
    [`tests/networks/${id}.test.ts`]: testFile(id),
    'lib/networks/index.ts': registered(index, id),
  };
  for (const [name, text] of Object.entries(fixtureFiles(id))) files[`tests/fixtures/${id}/${name}`] = text;
  const vocabulary = textOf('lib/model/vocabulary.ts');
  if (!vocabulary.includes(`  '${id}',\n`)) {
    files['lib/model/vocabulary.ts'] = vocabulary.replace(/(export const NETWORK_IDS = \[\n(?: {2}'\w+',\n)*)/, `$1  '${id}',\n`);
    const interactions = textOf('lib/benchmark/interactions.ts');
    files['lib/benchmark/interactions.ts'] = interactions.replace(/(\n {2}web: \[)/, `\n  ${id}: ['likes', 'comments'],$1`);
  }
  for (const path of CHANGED.filter((each) => each.endsWith('.json'))) {
    const messages = JSON.parse(textOf(path)) as Record<string, { message: string }>;
    files[path] = `${JSON.stringify({ ...messages, [`network_${id}`]: messages[`network_${id}`] ?? { message: nameOf(id) } }, null, 2)}\n`;
  }
  return files;
}

/** The list of networks with one more; readers of any host stay last. */
function registered(index: string, id: string): string {
  const list = /networks: readonly Network\[\] = \[([^\]]*)\]/.exec(index);
  const ids = (list?.[1] ?? '').split(',').flatMap((name) => name.trim() || []);
  const place = ids.findIndex((name) => name === 'mastodon' || name === 'web');
  ids.splice(place < 0 ? ids.length : place, 0, id);
  const imports = [...index.matchAll(/^import \{ (\w+) \} from '\.\/(\w+)';$/gm)].map(([line, name]) => ({ line, name: name ?? '' }));
  const after = imports.filter(({ name }) => name < id).at(-1);
  const line = `import { ${id} } from './${id}';`;
  const withImport = after ? index.replace(after.line, `${after.line}\n${line}`) : `${line}\n${index}`;
  return withImport.replace(list?.[0] ?? '', `networks: readonly Network[] = [${ids.join(', ')}]`);
}
