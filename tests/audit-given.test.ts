import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { adding, declaringNone, editing, figuring, registering, removing } from '../lib/answer-edits';
import { auditDataOf } from '../lib/audit-data';
import { givenIn, saidOf } from '../lib/audit-given';
import type { CriterionId, PartResult } from '../lib/audits/audit';
import type { AuditRun } from '../lib/audits/report';
import { audit, recompute } from '../lib/audits/run';
import { PRIOR } from '../lib/benchmark/age';
import { ingest } from '../lib/ingest';
import { type BrandAnswers, wholeAnswers } from '../lib/model/answers';
import type { Study } from '../lib/model/study';
import { changeAnswers } from '../lib/store/answers';
import { eraseEverything } from '../lib/store/erase';
import { answerPost } from '../lib/store/post-answers';
import { listAccounts, rollupsOf } from '../lib/store/queries';
import { putStudy } from '../lib/store/studies';
import { setTag } from '../lib/store/tags';
import { addBrand, newStudy } from '../lib/study-edits';
import { capture, NOW, post } from './store/build';

const NO_NORMS = vi.hoisted(() => ({ sources: [], norms: [] }));
vi.mock('../lib/settings', () => ({ ownNorms: { getValue: async () => NO_NORMS } }));
vi.mock('../lib/norm-file', () => ({ readNorms: async () => NO_NORMS }));

const study: Study = addBrand(newStudy('s', 'Cafés', NOW), 'b1', 'Lumen', 'own', ['x:lumen']);
const posts = Array.from({ length: 14 }, (_, i) => post(`${i}`, { text: i === 3 ? 'Code promo LUMEN20 #ad' : `post ${i}` }));
const POST = { accountKey: 'x:lumen', postKey: 'x:3' };
const say = (edit: (before: BrandAnswers) => BrandAnswers) => changeAnswers('b1', edit, NOW);
const data = async () => {
  const [rollups, accounts] = await Promise.all([rollupsOf(['x:lumen']), listAccounts()]);
  return auditDataOf({ study, rollups, accounts, curves: PRIOR });
};
const run = async (): Promise<AuditRun> =>
  audit(await data(), { brandId: 'b1', network: null, industry: null, now: NOW, preset: 'awareness' });
async function part(id: CriterionId): Promise<PartResult> {
  const [found] = (await run()).criteria.find((result) => result.id === id)?.parts ?? [];
  if (!found) throw new Error(id);
  return found;
}
const objective = {
  ...{ id: 'o', text: '200 devis par mois', specific: true, measurable: true, attainable: true },
  ...{ relevant: true, timed: false, business: true, ego: false },
};
const mentions = Array.from({ length: 5 }, (_, i) => ({ id: `m${i}`, at: NOW, note: `forum ${i}`, answered: i < 4 }));

beforeEach(async () => {
  await eraseEverything();
  await ingest(capture('a', posts));
  await putStudy(study);
});

/** What is said, what comes of it, and how it is taken back. */
const CASES: [CriterionId, score: number, said: () => Promise<unknown>, back: () => Promise<unknown>][] = [
  ['objectives', (100 * 6) / 7, () => say(adding('objectives', objective)), () => say(removing('objectives', 'o'))],
  ['objectives', 0, () => say(declaringNone(true)), () => say(declaringNone(false))],
  ['measurement', 100, () => say(adding('kpis', { id: 'k', name: 'Devis', live: true })), () => say(removing('kpis', 'k'))],
  ['thresholds', 100, () => say(figuring({ costPerLead: 8, leadCeiling: 9 })), () => say(figuring({ leadCeiling: undefined }))],
  ['charter', 50, () => say(registering({ charter: true, roles: false })), () => say(registering({ charter: null, roles: null }))],
  ['disclosure', 0, () => answerPost(POST, { advertising: 'unnamed' }, NOW), () => answerPost(POST, { advertising: undefined }, NOW)],
  [
    'mentions',
    // (4 + 1) of (5 + 2), between the norm of 28 % and the target of 90 %.
    50 + (40 * (5 / 7 - 0.28)) / 0.62,
    async () => {
      for (const mention of mentions) await say(adding('mentions', mention));
    },
    () => say(editing('mentions', 'm0', { answered: null })),
  ],
  [
    'mission',
    // (14 + 1) of (14 + 2), above the target of 80 %.
    90 + (10 * (15 / 16 - 0.8)) / 0.2,
    () => Promise.all(posts.map(({ id }) => setTag({ accountKey: 'x:lumen', postKey: `x:${id}` }, 'mission', true, NOW))),
    () => Promise.all(posts.map(({ id }) => setTag({ accountKey: 'x:lumen', postKey: `x:${id}` }, 'mission', false, NOW))),
  ],
];

describe('a criterion that waits for a person', () => {
  it.each(CASES)('%s is scored once it is said, and not measurable again once it is taken back', async (id, score, said, back) => {
    expect(await part(id)).toMatchObject({ score: null, need: expect.any(String) });
    await said();
    const scored = await part(id);
    expect(scored).toMatchObject({ state: 'scored' });
    expect(scored.score).toBeCloseTo(score, 6);
    await back();
    expect(await part(id)).toMatchObject({ score: null, need: expect.any(String) });
  });

  it('openness changes with what was seen under posts', async () => {
    expect(await part('openness')).toMatchObject({ score: 100 });
    await answerPost(POST, { critics: 'unanswered' }, NOW);
    expect(await part('openness')).toMatchObject({ score: 50 });
    await answerPost(POST, { critics: 'answered', closed: true }, NOW);
    const { score, caps } = { ...(await part('openness')), caps: (await run()).score.caps };
    expect([score, caps.map(({ id }) => id)]).toEqual([50, ['closed']]);
  });
});

describe('a saved audit', () => {
  it('comes out the same after tags and answers have changed, and an older one that kept none by those of now', async () => {
    await say(adding('objectives', objective));
    await answerPost(POST, { advertising: 'named' }, NOW);
    await setTag(POST, 'promote', true, NOW);
    const before = await run();
    expect(JSON.parse(JSON.stringify(before))).toEqual(before);
    expect(before.inputs.given).toMatchObject({ tags: { 'x:3': { mix: 'promote' } }, strategy: { b1: { objectives: [objective] } } });
    await say(editing('objectives', 'o', { specific: false }));
    await answerPost(POST, { advertising: 'unnamed' }, NOW);
    await setTag(POST, 'promote', false, NOW);
    const now = await data();
    expect(recompute(before, now)).toMatchObject({ same: true });
    expect((await run()).criteria.find(({ id }) => id === 'objectives')?.score).toBeCloseTo((100 * 5) / 7, 6);
    const { given: _, ...inputs } = before.inputs;
    expect(recompute({ ...before, inputs }, now)).toMatchObject({ same: false, missing: [], lost: 0 });
  });

  it('keeps what was said of its own brand alone, and no note of a mention', async () => {
    const two = addBrand(study, 'b2', 'Mira', 'direct', []);
    const brands = new Map(['b1', 'b2'].map((brandId) => [brandId, { ...wholeAnswers(brandId, null), private: false, mentions }]));
    const given = givenIn(two, brands, []);
    expect(given.mentions).toHaveLength(10);
    const made = audit(
      { ...(await data()), study: two, given },
      { brandId: 'b2', network: null, industry: null, now: NOW, preset: 'awareness' },
    );
    expect(Object.keys(made.inputs.given?.confirmed ?? {})).toEqual(['b2']);
    expect(new Set(made.inputs.given?.mentions?.map(({ brandId }) => brandId))).toEqual(new Set(['b2']));
    expect(JSON.stringify(made)).not.toContain('forum');
  });
});

it('what was only begun, or cannot be, waits', async () => {
  await say(figuring({ visits: 10, conversions: 11, production: 60, costPerLead: 3 }));
  expect((await saidOf(study)).owner).toEqual({ b1: {} });
  expect(await part('thresholds')).toMatchObject({ state: 'owner-only' });
});
