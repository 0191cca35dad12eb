import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const out = mkdtempSync(join(tmpdir(), 'jauge-demo-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));

test('the demo captures its pages by real clicks, reads what they truly count, and leaves its files', () => {
  const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'tests/demo/demo.ts', '--json', '--languages', 'en', '--out', out], {
    encoding: 'utf8',
    timeout: 300_000,
  });
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  expect(last, stderr.slice(-2000)).toMatch(/^\{/);
  const { captured, benchmark, files, problems } = JSON.parse(last);
  expect(problems).toEqual([]);
  expect(status).toBe(0);
  expect(new Set(captured.map(({ network }: { network: string }) => network))).toEqual(new Set(['x', 'youtube', 'bluesky']));
  for (const page of captured)
    expect(page).toMatchObject({ posts: expect.any(Number), readings: expect.any(Number), unread: 0, wrong: [] });
  expect(benchmark.map(({ brand }: { brand: string }) => brand)).toHaveLength(6); // five brands and their peers
  for (const file of files) expect(existsSync(file), file).toBe(true);
  const csv = files.find((file: string) => file.endsWith('benchmark.csv'));
  expect(readFileSync(csv, 'utf8')).toMatch(/^\uFEFFstudy,brand,role,metric/);
}, 330_000);
