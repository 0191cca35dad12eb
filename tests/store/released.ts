import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../lib/ingest';
import { absent, exact, hidden, rounded } from '../../lib/reading/readings';
import { db } from '../../lib/store/db';
import { eraseEverything } from '../../lib/store/erase';
import { putStudy } from '../../lib/store/studies';
import { newStudy } from '../../lib/study-edits';
import { capture, DAY, NOW, post } from './build';

/**
 * Databases as each version of the extension left them: written once by that version's own code (three captures of one account, a comment, a study),
 * and never touched again. A new version adds its file (JAUGE_RELEASED=write); `{ "$bytes": … }` is a buffer in base64.
 */
const FOLDER = join(import.meta.dirname, 'released');
const fileOf = (version: number) => join(FOLDER, `v${version}.json`);

interface Frozen {
  version: number;
  stores: {
    name: string;
    keyPath: string;
    autoIncrement: boolean;
    indexes: { name: string; keyPath: string | string[]; unique: boolean; multiEntry: boolean }[];
    records: object[];
  }[];
}

/** The versions that there are databases of, the oldest first. */
export const released = (): number[] =>
  readdirSync(FOLDER)
    .map((name) => Number(name.slice(1, -'.json'.length)))
    .sort((a, b) => a - b);

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Puts the database of a version on the disk, under a name. */
export async function thaw(version: number, name: string): Promise<void> {
  const thawed = (_: string, value: unknown) => {
    const bytes = (value as { $bytes?: string } | null)?.$bytes;
    return bytes === undefined ? value : Uint8Array.from(Buffer.from(bytes, 'base64')).buffer;
  };
  const frozen: Frozen = JSON.parse(readFileSync(fileOf(version), 'utf8'), thawed);
  const request = indexedDB.open(name, frozen.version);
  request.onupgradeneeded = () => {
    for (const { name: table, keyPath, autoIncrement, indexes, records } of frozen.stores) {
      const store = request.result.createObjectStore(table, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, ...options } of indexes) store.createIndex(index, path, options);
      for (const record of records) store.put(record);
    }
  };
  (await answered(request)).close();
}

/** Writes the database of the version in use, where there is none yet. */
export async function freeze(): Promise<void> {
  const file = fileOf(db.verno);
  if (existsSync(file)) return;
  await eraseEverything();
  const counts = (likes: number) => ({
    ...{ likes: exact(likes, 'label', `${likes} likes`), comments: rounded(1200, 1200, 1299, 'text', '1.2K') },
    ...{ shares: hidden(), views: absent() },
  });
  const moment = { value: NOW, low: NOW, high: NOW, from: 'id' as const };
  const comments = [{ id: 'c1', published: moment, byAccount: false, replyTo: null, likedByAccount: null, text: 'Open on Sunday?' }];
  const guest = post('2', { published: null, author: 'nord', text: 'Café « crème »\n=1+1' });
  const surface = { kind: 'post' as const, handle: 'lumen', postId: '1' };
  await ingest(capture('a', [post('1', { metrics: counts(50) }), guest]));
  await ingest(capture('b', [post('1', { metrics: counts(120) }), post('3', { metrics: counts(9) })], { takenAt: NOW + DAY }));
  await ingest(capture('c', [post('1', { metrics: counts(130) })], { takenAt: NOW + 2 * DAY, surface, comments }));
  await putStudy(newStudy('s1', 'Cafés', NOW));
  const raw = await answered(indexedDB.open(db.name));
  const stores: Frozen['stores'] = [];
  for (const table of raw.objectStoreNames) {
    const store = raw.transaction(table).objectStore(table);
    const indexes = [...store.indexNames].map((each) => {
      const { name, keyPath, unique, multiEntry } = store.index(each);
      return { name, keyPath, unique, multiEntry };
    });
    const { name, keyPath, autoIncrement } = store;
    stores.push({ name, keyPath: String(keyPath), autoIncrement, indexes, records: await answered(store.getAll()) });
  }
  const frozen = (_: string, value: unknown) =>
    value instanceof ArrayBuffer ? { $bytes: Buffer.from(new Uint8Array(value)).toString('base64') } : value;
  writeFileSync(file, JSON.stringify({ version: raw.version, stores }, frozen));
  raw.close();
  await eraseEverything();
}
