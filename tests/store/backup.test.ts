import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { exact } from '../../lib/reading/readings';
import { makeBackup } from '../../lib/store/backup';
import { BackupError } from '../../lib/store/backup-file';
import { checkStore, glance } from '../../lib/store/check';
import { gunzip, gzip } from '../../lib/store/compress';
import { db } from '../../lib/store/db';
import { eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { importBackup, inspectBackup } from '../../lib/store/import-backup';
import { journalIds } from '../../lib/store/journal';
import { outside } from '../../lib/store/outside';
import { putStudy } from '../../lib/store/studies';
import { newStudy } from '../../lib/study-edits';
import { capture, DAY, everyKind, NOW, post } from './build';

async function contents() {
  const tables = [db.snapshots, db.accounts, db.rollups, db.studies, db.comments];
  const all = await Promise.all(tables.map((table) => table.toArray() as Promise<object[]>));
  const plain = (value: unknown) => JSON.stringify(value, (_, each) => (each instanceof ArrayBuffer ? [...new Uint8Array(each)] : each));
  return all.map((rows) => rows.map(plain).sort());
}
const textOf = async (file: Blob) => gunzip(new Uint8Array(await file.arrayBuffer()));
const fileOf = async (text: string) => new Blob([await gzip(text)]);

let file: Blob;
beforeEach(async () => {
  await eraseEverything();
  const kinds = everyKind.map((reading, index) => post(`k${index}`, { metrics: { likes: reading, views: exact(index, 'text') } }));
  await ingest(capture('a', [post('1', { text: 'Café « crème »\n👩‍🍳 =1+1' }), ...kinds]));
  await ingest(capture('b', [post('1'), { ...post('bad'), published: 'never' } as never], { takenAt: NOW + DAY }));
  await putStudy(newStudy('s1', 'Cafés', NOW));
  file = await makeBackup(NOW + 2 * DAY);
});

describe('a backup', () => {
  it('brings everything back exactly, into an empty store and beside what is there', async () => {
    const before = await contents();
    expect(await inspectBackup(file)).toEqual({
      captures: 2,
      known: 2,
      posts: 8,
      accounts: 1,
      studies: 1,
      runs: 0,
      from: NOW,
      to: NOW + DAY,
    });
    await importBackup(file);
    expect(await contents()).toEqual(before);

    await eraseEverything();
    expect(await inspectBackup(file)).toMatchObject({ captures: 2, known: 0 });
    await importBackup(file);
    expect(await contents()).toEqual(before);
    expect(await checkStore()).toMatchObject({ captures: 2, missing: 0, orphans: 0, restored: null });

    await eraseSnapshot('b');
    await ingest(capture('c', [post('7')], { takenAt: NOW + 3 * DAY }));
    await importBackup(file);
    expect((await journalIds()).sort()).toEqual(['a', 'b', 'c']);
  });

  it('says what it is in its first line', async () => {
    expect((await textOf(file)).split('\n')[0]).toBe(
      JSON.stringify({ format: 'jauge-backup', version: 3, madeAt: NOW + 2 * DAY, captures: 2, studies: 1 }),
    );
  });

  it('tells how far it is, and stops when told to', async () => {
    const seen: [number, number][] = [];
    await makeBackup(NOW, { onProgress: (...at) => seen.push(at) });
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
    await expect(makeBackup(NOW, { signal: AbortSignal.abort() })).rejects.toThrow();
    await eraseEverything();
    await expect(importBackup(file, { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await journalIds()).toEqual([]);
  });
});

describe('an import that was cut off', () => {
  it('before the file was read to its end is forgotten', async () => {
    await outside().set({ 'staged-capture:x': { z: '', crc: 0, at: 0 } });
    await glance();
    expect(Object.keys(await outside().get(null)).filter((name) => name.startsWith('staged'))).toEqual([]);
    expect((await journalIds()).sort()).toEqual(['a', 'b']);
  });

  it('after that goes on at the next start', async () => {
    const before = await contents();
    const all = await outside().get(['capture:a', 'capture:b', 'study:s1']);
    await eraseEverything();
    const staged = { 'staged-capture:a': all['capture:a'], 'staged-capture:b': all['capture:b'], 'staged-study:s1': all['study:s1'] };
    await outside().set({ ...staged, adopting: true });
    await glance();
    expect(await contents()).toEqual(before);
    expect(await glance()).toBeNull();
  });
});

describe('a file that is no whole backup changes nothing', () => {
  const faultOf = async (bad: Blob) => {
    await eraseEverything();
    const error = await importBackup(bad).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(BackupError);
    expect(await contents()).toEqual([[], [], [], [], []]);
    expect(Object.keys(await outside().get(null)).filter((name) => /^(staged|capture|study|adopting)/.test(name))).toEqual([]);
    return (error as BackupError).fault;
  };

  it('cut off, altered, of another kind, newer, of another encoding', async () => {
    const text = await textOf(file);
    const lines = text.trimEnd().split('\n');
    expect(await faultOf(file.slice(0, file.size - 30))).toBe('cut-off');
    expect(await faultOf(await fileOf(lines.slice(0, -1).join('\n')))).toBe('cut-off');
    expect(await faultOf(await fileOf(text.replace('Lumen Café', 'Lumen Care')))).toBe('damaged');
    expect(await faultOf(await fileOf([...lines, lines[1]].join('\n')))).toBe('damaged');
    expect(await faultOf(await fileOf(text.replace('"version":3', '"version":4')))).toBe('newer');
    expect(await faultOf(await fileOf('{"a":1}'))).toBe('no-backup');
    expect(await faultOf(new Blob(['takenAt;likes\n1;2']))).toBe('no-backup');
    expect(await faultOf(new Blob([]))).toBe('no-backup');
    expect(await faultOf(await fileOf('['.repeat(200_000)))).toBe('no-backup');
    expect(await faultOf(await fileOf(`${lines[0]}\n${'['.repeat(200_000)}`))).toBe('damaged');
    expect(await faultOf(await fileOf(`${lines[0]}\n{"entry":${lines[1]}}`))).toBe('bad-content');
    const latin = new Blob([Uint8Array.from('{"format":"jauge-backup","version":1}\n{"entry":"é"}', (letter) => letter.charCodeAt(0))]);
    expect(await faultOf(await new Response(latin.stream().pipeThrough(new CompressionStream('gzip'))).blob())).toBe('damaged');
  });
});
