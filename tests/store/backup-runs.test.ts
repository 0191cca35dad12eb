import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditRun } from '../../lib/audits/report';
import { ingest } from '../../lib/ingest';
import { chained, makeBackup } from '../../lib/store/backup';
import { BackupError } from '../../lib/store/backup-file';
import { glance } from '../../lib/store/check';
import { gunzip, gzip } from '../../lib/store/compress';
import { eraseAccount, eraseEverything } from '../../lib/store/erase';
import { importBackup, inspectBackup } from '../../lib/store/import-backup';
import { outside } from '../../lib/store/outside';
import { allRuns, MOST_RUNS, putRun } from '../../lib/store/runs';
import { graded, incomplete } from '../reports/runs';
import { capture, NOW, post } from './build';

/** As if it had been made of the captures below: an audit goes with its accounts. */
const ours = (run: AuditRun, madeAt = run.madeAt): AuditRun => ({
  ...run,
  ...{ madeAt, inputs: { ...run.inputs, accounts: ['x:lumen'] } },
});
const plain = (value: unknown) => JSON.parse(JSON.stringify(value));
const saved = async () => new Map((await allRuns()).map(({ id, run }) => [id, run]));
const linesOf = async (file: Blob) => (await gunzip(new Uint8Array(await file.arrayBuffer()))).trimEnd().split('\n');
/** These lines as a whole file, counted and summed up at its end. */
async function fileOf(lines: string[]): Promise<Blob> {
  const end = JSON.stringify({ end: true, lines: lines.length, crc: lines.reduce(chained, 0) });
  return new Blob([await gzip([...lines, end].join('\n'))]);
}

beforeEach(async () => {
  await eraseEverything();
  await ingest(capture('a', [post('1')]));
});

describe('saved audits in a backup', () => {
  it('come back as they were, with every figure in them', async () => {
    await putRun({ id: 'one', run: ours(graded) });
    await putRun({ id: 'two', run: ours(incomplete) });
    const file = await makeBackup(NOW);
    expect(await inspectBackup(file)).toMatchObject({ captures: 1, runs: 2 });
    await eraseEverything();
    expect((await saved()).size).toBe(0);
    await importBackup(file);
    expect(await saved()).toEqual(
      new Map([
        ['one', plain(ours(graded))],
        ['two', plain(ours(incomplete))],
      ]),
    );
    expect(Object.keys(await outside().get(null)).filter((name) => /^(staged|adopting)/.test(name))).toEqual([]);
    await eraseAccount('x:lumen');
    expect((await saved()).size).toBe(0);
  });

  it('leave what is here as it is, and all come in, whatever there is room for', async () => {
    await putRun({ id: 'same', run: ours(graded, 1) });
    await putRun({ id: 'other', run: ours(graded, 2) });
    const file = await makeBackup(NOW);
    await eraseEverything();
    await ingest(capture('a', [post('1')]));
    await putRun({ id: 'same', run: ours(graded, 3) });
    for (let i = 1; i < MOST_RUNS; i += 1) await putRun({ id: `r${i}`, run: ours(graded, i) });
    await importBackup(file);
    const after = await saved();
    expect([after.size, after.get('same')?.madeAt, after.get('other')?.madeAt]).toEqual([MOST_RUNS + 1, 3, 2]);
    expect((await inspectBackup(await makeBackup(NOW))).runs).toBe(MOST_RUNS + 1);
  });

  it('come in at the next start where the import was cut off', async () => {
    await outside().set({ 'staged-run:late': { id: 'late', run: ours(graded) }, adopting: true });
    await glance();
    expect((await saved()).get('late')).toEqual(plain(ours(graded)));
  });

  it('are not asked of files of the versions before', async () => {
    const [head = '', ...rest] = (await linesOf(await makeBackup(NOW))).slice(0, -1);
    for (const version of [1, 2]) {
      await eraseEverything();
      await importBackup(await fileOf([head.replace(/"version":\d/, `"version":${version}`), ...rest]));
      expect(await inspectBackup(await makeBackup(NOW))).toMatchObject({ captures: 1, runs: 0 });
    }
  });

  it('are refused with their file where a view could not show them', async () => {
    const bad: Record<string, unknown>[] = [
      { score: null },
      { madeAt: 1e300 },
      { criteria: [{}] },
      { version: 2 },
      { inputs: { ...graded.inputs, accounts: [] } },
      { findings: [{ ...graded.findings[0], unit: 'furlongs' }] },
      { findings: [{ ...graded.findings[0], basis: { kind: 'hearsay' } }] },
    ];
    const lines = (await linesOf(await makeBackup(NOW))).slice(0, -1);
    for (const change of bad) {
      const file = await fileOf([...lines, JSON.stringify({ run: { id: 'forged', run: { ...graded, ...change } } })]);
      const error = await importBackup(file).catch((each: unknown) => each);
      expect(error, JSON.stringify(change).slice(0, 60)).toBeInstanceOf(BackupError);
      expect((error as BackupError).fault).toBe('bad-content');
    }
    expect((await saved()).size).toBe(0);
  });
});
