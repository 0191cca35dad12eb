import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { uniform } from '../../lib/stats/random';
import type { Backend } from './ledger-stage';

/** What may befall the files of a closed database: disks that lie, crashes, cleaners, people. */
export interface Recipe {
  name: string;
  /** Does it to the folder that holds the database. */
  damage(folder: string): void;
}

const SEED = 20;
const PAGE = 4096;

/** Files of a folder whose names match, the largest first; throws where there is none, since nothing would be tried. */
function files(folder: string, name: RegExp): string[] {
  const found = readdirSync(folder).filter((each) => name.test(each) && statSync(join(folder, each)).size > 0);
  if (!found.length) throw new Error(`No file ${name} in ${folder}: ${readdirSync(folder).join(', ')}`);
  return found.map((each) => join(folder, each)).sort((a, b) => statSync(b).size - statSync(a).size);
}
const largest = (folder: string, name: RegExp): string => files(folder, name)[0] ?? '';

function change(file: string, how: (bytes: Buffer, draw: () => number) => Buffer | undefined): void {
  const bytes = readFileSync(file);
  writeFileSync(file, how(bytes, uniform(SEED)) ?? bytes);
}
const flip =
  (times: number, from = 0) =>
  (bytes: Buffer, draw: () => number) => {
    for (let left = times; left > 0; left -= 1) {
      const at = from + Math.floor(draw() * (bytes.length - from));
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    }
    return bytes;
  };
const garbage = (from: number, to: number) => (bytes: Buffer, draw: () => number) => {
  for (let at = Math.floor(from); at < Math.min(to, bytes.length); at += 1) bytes[at] = Math.floor(draw() * 256);
  return bytes;
};
const cut = (file: string, share: number) => truncateSync(file, Math.floor(statSync(file).size * share));

const LEVELDB: Recipe[] = [
  { name: 'garbage in CURRENT', damage: (folder) => change(join(folder, 'CURRENT'), garbage(0, 16)) },
  { name: 'CURRENT deleted', damage: (folder) => rmSync(join(folder, 'CURRENT')) },
  { name: 'MANIFEST cut', damage: (folder) => cut(largest(folder, /^MANIFEST/), 0.5) },
  {
    name: 'garbage in MANIFEST',
    damage: (folder) => change(largest(folder, /^MANIFEST/), (bytes, draw) => garbage(0, bytes.length)(bytes, draw)),
  },
  { name: 'flipped bytes in tables', damage: (folder) => files(folder, /\.ldb$/).forEach((file) => void change(file, flip(40))) },
  { name: 'a table deleted', damage: (folder) => rmSync(largest(folder, /\.ldb$/)) },
  { name: 'flipped bytes in the log', damage: (folder) => change(largest(folder, /\.log$/), flip(5)) },
  { name: 'log cut', damage: (folder) => cut(largest(folder, /\.log$/), 0.6) },
  { name: 'log deleted', damage: (folder) => rmSync(largest(folder, /\.log$/)) },
  { name: 'folder deleted', damage: (folder) => rmSync(folder, { recursive: true }) },
];

const only = (folder: string) => largest(folder, /^[A-Z0-9]{20,}$/);
const SQLITE: Recipe[] = [
  { name: 'garbage in the header', damage: (folder) => change(only(folder), garbage(0, 100)) },
  { name: 'flipped bytes', damage: (folder) => change(only(folder), flip(200, PAGE)) },
  { name: 'cut to 60 %', damage: (folder) => cut(only(folder), 0.6) },
  { name: 'cut to three pages', damage: (folder) => truncateSync(only(folder), 3 * PAGE) },
  { name: 'emptied', damage: (folder) => truncateSync(only(folder), 0) },
  { name: 'deleted', damage: (folder) => rmSync(only(folder)) },
  {
    name: 'zeroes in its middle',
    damage: (folder) => change(only(folder), (bytes) => bytes.fill(0, bytes.length / 2, bytes.length / 2 + 8 * PAGE)),
  },
  {
    name: 'garbage in its last third',
    damage: (folder) => change(only(folder), (bytes, draw) => garbage((bytes.length * 2) / 3, bytes.length)(bytes, draw)),
  },
  { name: 'all zeroes', damage: (folder) => change(only(folder), (bytes) => bytes.fill(0)) },
  { name: 'folder deleted', damage: (folder) => rmSync(folder, { recursive: true }) },
];

/** Ten recipes for each way in which Chromium keeps IndexedDB. */
export const RECIPES: Record<Backend, Recipe[]> = { leveldb: LEVELDB, sqlite: SQLITE };

/** The folder of the extension's database in a profile. */
export function databaseFolder(profile: string, backend: Backend): string {
  const parent = join(profile, 'Default', 'IndexedDB');
  const ending = backend === 'leveldb' ? '.indexeddb.leveldb' : '_0';
  const name = readdirSync(parent).find((each) => each.startsWith('chrome-extension_') && each.endsWith(ending));
  if (!name) throw new Error(`No database of the extension in ${parent}: ${readdirSync(parent).join(', ')}`);
  return join(parent, name);
}
