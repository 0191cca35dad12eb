import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { eraseAccount, eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { outside } from '../../lib/store/outside';
import { listRuns, MOST_RUNS, putRun, removeRun } from '../../lib/store/runs';
import { graded } from '../reports/runs';
import { capture, post } from './build';

const run = (madeAt: number, accounts: string[], studyId = 's') => ({ ...graded, studyId, madeAt, inputs: { ...graded.inputs, accounts } });
const mira = () => {
  const made = capture('m', [post('9', { author: 'mira' })]);
  return { ...made, url: 'https://x.com/mira', surface: { ...made.surface, handle: 'mira' }, account: { ...made.account, handle: 'Mira' } };
};
const ids = async (studyId = 's') => (await listRuns(studyId)).map(({ id }) => id);

beforeEach(async () => {
  await eraseEverything();
  await ingest(capture('a', [post('1')]));
  await ingest(capture('b', [post('1'), post('2')]));
  await ingest(mira());
});

it('a saved audit comes back as it was, newest first, each with its study', async () => {
  const later = run(2, ['x:lumen']);
  await putRun({ id: 'one', run: run(1, ['x:lumen']) });
  await putRun({ id: 'two', run: later });
  await putRun({ id: 'other', run: run(3, ['x:lumen'], 't') });
  expect(await ids()).toEqual(['two', 'one']);
  expect((await listRuns('s'))[0]?.run).toEqual(JSON.parse(JSON.stringify(later)));
  await removeRun('two');
  expect([await ids(), await ids('t')]).toEqual([['one'], ['other']]);
});

it('no more are kept than there is room for, and none goes by itself', async () => {
  for (let i = 0; i < MOST_RUNS; i += 1) expect(await putRun({ id: `r${i}`, run: run(i, ['x:lumen']) })).toBe(true);
  expect(await putRun({ id: 'more', run: run(99, ['x:lumen']) })).toBe(false);
  expect(await putRun({ id: 'r0', run: run(100, ['x:lumen']) })).toBe(true);
  expect((await ids()).length).toBe(MOST_RUNS);
});

it('what a damaged disk left is no audit', async () => {
  await outside().set({ 'run:bad': { format: 'jauge-audit', version: 1 }, 'run:worse': 'text', 'run:null': null });
  await putRun({ id: 'good', run: run(1, ['x:lumen']) });
  expect(await ids()).toEqual(['good']);
});

it('goes with the accounts that it is about, and stays while they have a capture left', async () => {
  await putRun({ id: 'lumen', run: run(1, ['x:lumen']) });
  await putRun({ id: 'both', run: run(2, ['x:lumen', 'x:mira']) });
  await putRun({ id: 'mira', run: run(3, ['x:mira']) });
  await eraseSnapshot('a');
  expect(await ids()).toEqual(['mira', 'both', 'lumen']);
  await eraseAccount('x:lumen');
  expect(await ids()).toEqual(['mira']);
  await eraseEverything();
  expect(await ids()).toEqual([]);
});
