import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { evidencePack, type PackItem } from '../lib/evidence-pack';
import type { Entry } from '../lib/store/journal';
import { capture, NOW, post } from './store/build';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const comment = { id: 'c1', published: null, byAccount: false, replyTo: null, likedByAccount: null, question: true };

function item(id: string, bytes: Uint8Array<ArrayBuffer>, change: Partial<PackItem['facts']> = {}): PackItem {
  const entry: Entry = {
    ...{ capture: capture(id, [post(`${id}1`), post(`${id}2`)]), comments: [comment], accountKey: 'x:lumen', rejects: [], sample: false },
  };
  return {
    facts: {
      ...{ snapshotId: id, accountKey: 'x:lumen', network: 'x', url: 'https://x.com/lumen', takenAt: NOW, adapter: 3 },
      ...{ type: 'image/webp', width: 4, height: 2, size: bytes.length, sha256: sha256(bytes), edited: null, ...change },
    },
    ...{ bytes, entry, checksums: ['0badcafe'] },
  };
}

const OPTIONS = {
  ...{ madeAt: NOW, madeBy: 'Jauge 0.1.0', readme: 'sha256sum -c SHA256SUMS\n', flavour: { delimiter: ',', decimal: '.' } as const },
  brandOf: () => ({ brand: 'Lumen', role: null }),
  tagsOf: ({ accountKey, postKey }: { accountKey: string; postKey: string }) =>
    accountKey === 'x:lumen' && postKey === 'x:a1' ? ['promote', 'coulisses'] : [],
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jauge-pack-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function unpacked(items: PackItem[]) {
  const made = await evidencePack(items, OPTIONS);
  writeFileSync(join(folder, 'pack.zip'), Buffer.from(await made.blob.arrayBuffer()));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'pack.zip'), join(folder, 'out')]);
  const read = (name: string) => readFileSync(join(folder, 'out', name));
  return { made, read, manifest: JSON.parse(read('manifest.json').toString()) };
}

it('can be checked by whoever gets it, with nothing but the system’s own program', async () => {
  const { read, manifest } = await unpacked([item('a', Uint8Array.of(1, 2)), item('b', Uint8Array.of(3))]);
  const said = execFileSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: join(folder, 'out'), encoding: 'utf8' });
  expect(said.trim().split('\n')).toHaveLength(5);
  // Two pictures of one account and one second are two files.
  expect(readdirSync(join(folder, 'out/pictures'))).toHaveLength(2);
  for (const { name, sha256: hash, bytes } of manifest.files) {
    expect(sha256(read(name))).toBe(hash);
    expect(read(name).length).toBe(bytes);
  }
  expect(manifest.pictures.map(({ file }: { file: string }) => sha256(read(file)))).toEqual(
    manifest.pictures.map(({ sha256: hash }: { sha256: string }) => hash),
  );
});

it('shows what was changed after it was made', async () => {
  await unpacked([item('a', Uint8Array.of(1, 2))]);
  const [name = ''] = readdirSync(join(folder, 'out/pictures'));
  writeFileSync(join(folder, 'out/pictures', name), Uint8Array.of(1, 3));
  expect(() => execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(folder, 'out'), stdio: 'pipe' })).toThrow();
});

it('says of each picture when, where, by which reader and with what it was captured', async () => {
  const edited = [{ kind: 'hide' as const, box: { x: 0, y: 0, width: 1, height: 1 } }];
  const { manifest, read } = await unpacked([item('a', Uint8Array.of(1), { edited })]);
  expect(manifest).toMatchObject({ format: 'jauge-evidence', version: 1, madeAt: new Date(NOW).toISOString(), madeBy: 'Jauge 0.1.0' });
  expect(manifest.pictures).toMatchObject([
    {
      ...{ takenAt: new Date(NOW).toISOString(), url: 'https://x.com/lumen', reader: 3, edited, comments: [comment] },
      snapshot: { id: 'a', crc32: ['0badcafe'], posts: 2 },
      account: { handle: capture('a', []).account.handle },
    },
  ]);
  const lines = read('posts.csv').toString().trim().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toContain('x:a1');
  expect(lines[1]?.startsWith('Lumen,,x,')).toBe(true);
  const tags = lines[0]?.split(',').indexOf('tags') ?? -1;
  expect(lines.slice(1).map((line) => line.split(',')[tags])).toEqual(['promote coulisses', '']);
});

it('leaves a picture out that is no longer the one that was kept, and says so', async () => {
  const { made, manifest, read } = await unpacked([
    item('a', Uint8Array.of(1)),
    item('b', Uint8Array.of(2), { sha256: sha256(Uint8Array.of(9)) }),
  ]);
  expect(made).toMatchObject({ pictures: 1, damaged: ['b'] });
  expect(manifest.damaged).toEqual(['b']);
  expect(manifest.pictures).toHaveLength(1);
  expect(read('posts.csv').toString()).not.toContain('x:b1');
});

it('still holds a picture whose capture can no longer be read', async () => {
  const { manifest } = await unpacked([{ ...item('a', Uint8Array.of(1)), entry: null, checksums: [] }]);
  expect(manifest.pictures).toMatchObject([{ snapshot: null, account: null, comments: [] }]);
});
