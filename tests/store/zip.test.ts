import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { zip } from '../../lib/store/zip';

const AT = Date.UTC(2026, 10, 29, 16, 5, 43);
const text = (value: string) => new TextEncoder().encode(value);
const ENTRIES = [
  { name: 'pictures/réseau.webp', bytes: Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) & 0xff) },
  { name: 'empty.txt', bytes: new Uint8Array(0) },
  { name: 'README.txt', bytes: text('Bonjour\n') },
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jauge-zip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another program's reading of it: Python checks every CRC, and tells names, sizes and times. */
async function readByPython(blob: Blob): Promise<{ bad: string | null; files: [string, number, number[], string][] }> {
  const path = join(folder, 'pack.zip');
  writeFileSync(path, Buffer.from(await blob.arrayBuffer()));
  const script = `
import json, sys, zipfile, hashlib
z = zipfile.ZipFile(sys.argv[1])
z.extractall(sys.argv[2])
files = [[i.filename, i.file_size, list(i.date_time), hashlib.sha256(z.read(i)).hexdigest()] for i in z.infolist()]
print(json.dumps({"bad": z.testzip(), "files": files}))`;
  return JSON.parse(execFileSync('python3', ['-c', script, path, folder], { encoding: 'utf8' }));
}

it('opens elsewhere with every name, time and byte', async () => {
  const { bad, files } = await readByPython(zip(ENTRIES, AT));
  expect(bad).toBeNull();
  expect(files.map(([name, size, time]) => [name, size, time])).toEqual(
    ENTRIES.map(({ name, bytes }) => [name, bytes.length, [2026, 11, 29, 16, 5, 42]]),
  );
  for (const { name, bytes } of ENTRIES) expect(new Uint8Array(readFileSync(join(folder, name)))).toEqual(bytes);
});

it('is a zip file with nothing in it where nothing is put into it, and knows no time before 1980', async () => {
  expect((await readByPython(zip([], AT))).files).toEqual([]);
  expect((await readByPython(zip(ENTRIES.slice(2), 0))).files[0]?.[2]).toEqual([1980, 1, 1, 0, 0, 0]);
});

it('refuses more than its form can say', () => {
  const many = Array.from({ length: 65_536 }, (_, index) => ({ name: `${index}`, bytes: new Uint8Array(0) }));
  expect(() => zip(many, AT)).toThrow(RangeError);
});
