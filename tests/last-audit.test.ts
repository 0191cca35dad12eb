import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { AuditRun } from '../lib/audits/report';
import { ingest } from '../lib/ingest';
import { assignAccount, standingOf } from '../lib/standing';
import { db } from '../lib/store/db';
import { eraseAccount, eraseEverything } from '../lib/store/erase';
import { compress } from '../lib/store/journal';
import { noteAudit } from '../lib/store/last-audit';
import { outside } from '../lib/store/outside';
import { listStudies } from '../lib/store/queries';
import { changeStudy } from '../lib/store/studies';
import { writeCapture } from '../lib/store/write';
import { graded } from './reports/runs';
import { capture, NOW, post } from './store/build';

/** The worked example's audit as that of the brand that @lumen was made. */
async function ours(change: Partial<AuditRun> = {}, accounts = ['x:lumen']): Promise<AuditRun> {
  const [study] = await listStudies();
  const whose = { studyId: study?.id ?? '', brandId: study?.brands[0]?.id ?? '' };
  return { ...graded, ...whose, network: null, inputs: { ...graded.inputs, accounts }, ...change };
}
const noted = async () => Object.keys(await outside().get(null)).filter((name) => name.startsWith('last-audit:'));
const audit = async () => (await standingOf('x:lumen', NOW)).audit;

beforeEach(async () => {
  await eraseEverything();
  await ingest(capture('a', [post('1')]));
  await assignAccount('x:lumen', 'Lumen', 'own', 'Study', NOW);
});

it('is what the popup shows of the page’s account: the newest, with its grade, interval, coverage and time', async () => {
  expect(await audit()).toMatchObject({ last: null });
  await noteAudit(await ours({ madeAt: 1 }));
  await noteAudit(await ours({ madeAt: 2 }));
  const { grade, overall, low, high, coverage } = graded.score;
  const { studyId, brandId } = await ours();
  expect(await audit()).toEqual({ studyId, brandId, last: { grade, overall, low, high, coverage, madeAt: 2, accounts: ['x:lumen'] } });
  expect(grade).toBe('C');
  // Small enough to be read while a popup opens: an audit is a hundred times as much.
  expect(JSON.stringify(await outside().get(await noted())).length).toBeLessThan(500);
});

it('is of the whole brand: an audit of one network alone is not shown as its', async () => {
  await noteAudit(await ours({ network: 'x' }));
  expect(await audit()).toMatchObject({ last: null });
});

it('is not shown for an account that was no part of it, nor for one in no study', async () => {
  await noteAudit(await ours());
  await ingest({
    ...capture('m', [post('9', { author: 'mira' })]),
    url: 'https://x.com/mira',
    surface: { kind: 'profile', handle: 'mira' },
  });
  expect((await standingOf('x:mira', NOW)).audit).toBeNull();
  const { studyId } = await ours();
  await changeStudy(studyId, (study) => ({
    ...study,
    brands: study.brands.map((brand) => ({ ...brand, accounts: ['x:lumen', 'x:mira'] })),
  }));
  expect((await standingOf('x:mira', NOW)).audit).toMatchObject({ studyId, last: null });
});

it('goes with any account that it is about, and cannot be noted of one that is gone', async () => {
  const run = await ours();
  await noteAudit(run);
  expect(await noted()).toHaveLength(1);
  await eraseAccount('x:lumen');
  expect(await noted()).toEqual([]);
  await noteAudit(run);
  expect(await noted()).toEqual([]);
});

it('is noted also of an account whose first capture waits to be filed', async () => {
  await eraseEverything();
  const { comments: _, ...kept } = capture('late', [post('1')]);
  const entry = { capture: kept, comments: [], accountKey: 'x:lumen', rejects: [], sample: false };
  await writeCapture(entry, await compress(entry));
  expect(await db.accounts.count()).toBe(0);
  await noteAudit({ ...graded, network: null, inputs: { ...graded.inputs, accounts: ['x:lumen'] } });
  expect(await noted()).toHaveLength(1);
});
