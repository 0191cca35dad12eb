import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { uniform } from '../../lib/stats/random';
import { chained, makeBackup } from '../../lib/store/backup';
import { BackupError } from '../../lib/store/backup-file';
import { checkStore } from '../../lib/store/check';
import { gunzip, gzip } from '../../lib/store/compress';
import { db } from '../../lib/store/db';
import { eraseEverything } from '../../lib/store/erase';
import { importBackup } from '../../lib/store/import-backup';
import { journalIds } from '../../lib/store/journal';
import { outside } from '../../lib/store/outside';
import { putRun } from '../../lib/store/runs';
import { putStudy } from '../../lib/store/studies';
import { newStudy } from '../../lib/study-edits';
import { incomplete } from '../reports/runs';
import { capture, DAY, NOW, post } from './build';

/** The whole trial takes ten thousand: HOSTILE_FILES=10000. */
const FILES = Number(process.env.HOSTILE_FILES ?? 400);
const LONGEST_MS = 2000;

const draw = uniform(4);
const below = (n: number) => Math.floor(draw() * n);
const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
const KEYS = [
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{"polluted":1}},',
  '"posts":[],',
  '"takenAt":1e400,',
  '"takenAt":-1,',
  '"id":null,',
  '"id":"a+1",',
  '"accountKey":"x:|",',
  '"metrics":{"likes":{"value":5,"low":9,"high":1,"as":"exact","from":"text"}},',
  '"text":0,',
];
const WAYS: ((line: string) => string)[] = [
  (line) => line.slice(0, below(line.length)),
  (line) => line.replace('{', `{${pick(KEYS)}`),
  (line) => line.replaceAll('{', `{${pick(KEYS)}`),
  (line) => line.replace(/"[^"]*"/g, (text) => (draw() < 0.05 ? pick(['null', '[]', '{}', '1e999', '""', 'true']) : text)),
  (line) =>
    line.replace(/\d+/g, (digits) => (draw() < 0.2 ? pick(['-1', '1e300', '0', `${digits}000000000000`, '9'.repeat(400)]) : digits)),
  (line) => line.split('').reverse().join(''),
  () => '['.repeat(below(20_000)),
  () => `{"entry":${'{"a":'.repeat(below(4000))}1${'}'.repeat(4000)}`,
  (line) => `${line}\n${line}`,
  () => '',
  (line) => line.replace(/[a-z]/, '\u0000'),
];

/** Its last line counts and sums up the others again, as a forger would: so that its content is looked at, and not its sum alone. */
function sealed(lines: string[]): string[] {
  const body = lines.slice(0, -1).join('\n').split('\n');
  return [...body, JSON.stringify({ end: true, lines: body.length, crc: body.reduce(chained, 0) })];
}

async function hostile(lines: string[]): Promise<Blob> {
  let changed = [...lines];
  for (let times = 1 + below(3); times > 0; times -= 1) {
    const at = below(changed.length);
    changed = changed.map((line, place) => (place === at ? pick(WAYS)(line) : line));
  }
  if (draw() < 0.7) changed = sealed(changed);
  const bytes = await gzip(changed.join('\n'));
  const kind = draw();
  if (kind < 0.1) bytes[below(bytes.length)] = below(256);
  return new Blob(kind > 0.95 ? [bytes.slice(0, below(bytes.length))] : [bytes]);
}

const stored = async () => (await Promise.all(db.tables.map((table) => table.count()))).reduce((sum, count) => sum + count, 0);
const kept = async () => Object.keys(await outside().get(null)).filter((name) => /^(staged|capture|study|run|adopting)/.test(name));

it(`${FILES} hostile files: none comes in by halves, hangs, or pollutes a prototype`, { timeout: 1_800_000 }, async () => {
  await ingest(capture('a', [post('1'), post('2')]));
  await ingest(capture('b', [post('1')], { takenAt: NOW + DAY }));
  await putStudy(newStudy('s1', 'Cafés', NOW));
  await putRun({ id: 'r1', run: { ...incomplete, inputs: { ...incomplete.inputs, accounts: ['x:lumen'] } } });
  const file = await makeBackup(NOW);
  const lines = (await gunzip(new Uint8Array(await file.arrayBuffer()))).trimEnd().split('\n');
  await eraseEverything();
  let [refused, longest] = [0, 0];
  for (let round = 0; round < FILES; round += 1) {
    const bad = await hostile(lines);
    const started = performance.now();
    const error = await importBackup(bad).then(
      () => null,
      (each: unknown) => each,
    );
    longest = Math.max(longest, performance.now() - started);
    if (error) {
      expect(error).toBeInstanceOf(BackupError);
      expect([await stored(), await kept()]).toEqual([0, []]);
      refused += 1;
      continue;
    }
    // What came in passed every rule of the door: it is whole, in all three places.
    expect(await checkStore()).toMatchObject({
      captures: (await journalIds()).length,
      missing: 0,
      orphans: 0,
      journaled: 0,
      restored: null,
    });
    expect((await kept()).filter((name) => /^(staged|adopting)/.test(name))).toEqual([]);
    await eraseEverything();
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(longest).toBeLessThan(LONGEST_MS);
  // Some are harmless; a trial that took or refused everything would try nothing.
  expect(refused).toBeGreaterThan(FILES * 0.5);
  expect(refused).toBeLessThan(FILES);
});
