import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { adding, declaringNone, editing, figuring, registering, removing } from '../../lib/answer-edits';
import { ingest } from '../../lib/ingest';
import { type BrandAnswers, brandAnswersSchema, wholeAnswers, wholePosts } from '../../lib/model/answers';
import type { Study } from '../../lib/model/study';
import { allAnswers, answersOf, changeAnswers, forgetStrays, putAnswersBack } from '../../lib/store/answers';
import { chained, makeBackup } from '../../lib/store/backup';
import { gunzip, gzip } from '../../lib/store/compress';
import { db } from '../../lib/store/db';
import { carryOut, eraseAccount, eraseEverything, eraseSnapshot, erasureOf } from '../../lib/store/erase';
import { importBackup } from '../../lib/store/import-backup';
import { outside } from '../../lib/store/outside';
import { allPostAnswers, answerIn, answerPost, postAnswers } from '../../lib/store/post-answers';
import { putStudy, removeStudy } from '../../lib/store/studies';
import { tendStore } from '../../lib/store/tend';
import { addBrand, copyOf, newStudy } from '../../lib/study-edits';
import { capture, NOW, post } from './build';

const POST = { accountKey: 'x:lumen', postKey: 'x:1' };
const OTHER = { accountKey: 'x:other', postKey: 'x:1' };
const study: Study = addBrand(addBrand(newStudy('s', 'Cafés', NOW), 'b1', 'Lumen', 'own', ['x:lumen']), 'b2', 'Mira', 'direct', []);
const mention = (id: string) => ({ id, at: NOW, note: `forum ${id}`, answered: null });
const said = async (brandId = 'b1') => (await answersOf([brandId])).get(brandId);
const say = (edit: (before: BrandAnswers) => BrandAnswers, brandId = 'b1') => changeAnswers(brandId, edit, NOW);
const ofPost = async (of = POST) => answerIn(await postAnswers([of.accountKey]))(of);
const names = async () => Object.keys(await outside().get(null)).filter((name) => /answers/.test(name));
const everythingSaid = async () => {
  await say(adding('mentions', mention('m')));
  await say(adding('mentions', mention('n')), 'b2');
  await answerPost(POST, { closed: true }, NOW);
  await answerPost(OTHER, { closed: false }, NOW);
};

beforeEach(async () => {
  await eraseEverything();
  await ingest(capture('a', [post('1'), post('2')]));
  await putStudy(study);
});

describe('what was said of a brand', () => {
  it('is kept part by part, changed onto what is stored by then, and leaves nothing when it is all taken back', async () => {
    await Promise.all([say(adding('mentions', mention('m'))), say(registering({ charter: true })), say(figuring({ visits: 7 }))]);
    await say(editing('mentions', 'm', { answered: true }));
    expect(await said()).toEqual({
      ...{ brandId: 'b1', at: NOW, mentions: [{ ...mention('m'), answered: true }], figures: { visits: 7 } },
      register: { charter: true, roles: null, escalation: null, backedUpAt: null },
    });
    await say(registering({ charter: null }));
    await say(figuring({ visits: undefined }));
    await say(removing('mentions', 'm'));
    expect(await names()).toEqual([]);
  });

  it('tells no objective from none at all, and removing the last one claims nothing', async () => {
    const one = {
      ...{ id: 'o', text: 'Devis', specific: null, measurable: null, attainable: null },
      relevant: null,
      timed: null,
      business: null,
      ego: null,
    };
    await say(declaringNone(true));
    expect((await said())?.objectives).toEqual([]);
    await say(adding('objectives', one));
    await say(declaringNone(false));
    expect((await said())?.objectives).toEqual([one]);
    await say(removing('objectives', 'o'));
    expect((await said())?.objectives).toBeUndefined();
  });

  it('refuses what does not fit, and then nothing changes', async () => {
    await say(figuring({ visits: 7 }));
    await expect(say(figuring({ visits: -1 }))).rejects.toThrow();
    await expect(say(adding('kpis', { id: 'k', name: ' ', live: true }))).rejects.toThrow();
    await expect(answerPost(POST, { critics: 'maybe' } as never, NOW)).rejects.toThrow();
    expect((await said())?.figures).toEqual({ visits: 7 });
    expect(await ofPost()).toEqual({});
  });

  it('comes whole from a damaged value: the damaged part alone is missing', async () => {
    const value = {
      ...{ brandId: 'somebody-else', at: 'never', official: 'yes', linkAlive: false, figures: { visits: '7' } },
      mentions: [mention('m'), { id: 'bad' }, null],
    };
    await outside().set({
      'answers:b1': value,
      'answers:b2': 'text',
      'post-answers:x:lumen': { posts: { 'x:1': { closed: 1, at: 1 }, 'x:2': { closed: true, at: 1 } } },
    });
    expect(await said()).toEqual({ brandId: 'b1', at: 0, linkAlive: false, mentions: [mention('m')] });
    expect(await said('b2')).toEqual({ brandId: 'b2', at: 0 });
    expect(await ofPost()).toEqual({});
    expect(await ofPost({ ...POST, postKey: 'x:2' })).toMatchObject({ closed: true });
    expect(await ofPost({ ...POST, postKey: 'constructor' })).toEqual({});
  });

  it('is never more than the schema allows, whatever lies there', () => {
    const json = fc.oneof(
      fc.jsonValue(),
      fc.record({ objectives: fc.jsonValue(), kpis: fc.array(fc.jsonValue()), register: fc.jsonValue(), private: fc.jsonValue() }),
    );
    fc.assert(
      fc.property(json, (value) => {
        expect(brandAnswersSchema.safeParse(wholeAnswers('b', value)).success).toBe(true);
        expect(wholePosts({ posts: value })).toBeTypeOf('object');
      }),
    );
  });
});

describe('what was said of a post', () => {
  it('is given and taken back one by one, and belongs to the post on that account’s page alone', async () => {
    await answerPost(POST, { closed: true }, NOW);
    await answerPost(POST, { critics: 'answered' }, NOW + 1);
    expect(await ofPost()).toMatchObject({ closed: true, critics: 'answered' });
    expect(await ofPost(OTHER)).toEqual({});
    await answerPost(POST, { closed: undefined }, NOW + 2);
    expect((await ofPost()).closed).toBeUndefined();
    await answerPost(POST, { critics: undefined }, NOW + 3);
    expect(await names()).toEqual([]);
  });
});

describe('erasing', () => {
  it('an account takes what was said of its posts, and of a brand that no captured account is left of', async () => {
    await everythingSaid();
    await eraseSnapshot('a');
    // A capture that was undone takes no work of the user with it.
    expect((await said())?.mentions).toHaveLength(1);
    await eraseAccount('x:lumen');
    expect(await allAnswers()).toMatchObject([{ brandId: 'b2' }]);
    expect((await allPostAnswers()).map(({ accountKey }) => accountKey)).toEqual(['x:other']);
  });

  it('a study takes what was said of its brands, but of those that another study has too', async () => {
    await everythingSaid();
    await putStudy({ ...copyOf(study, 't', 'Copie', NOW), brands: study.brands.slice(1) });
    await carryOut(await erasureOf({ kind: 'study', studyId: 's' }));
    expect(await allAnswers()).toMatchObject([{ brandId: 'b2' }]);
    expect((await allPostAnswers()).map(({ accountKey }) => accountKey)).toEqual(['x:other']);
  });

  it('everything takes everything', async () => {
    await everythingSaid();
    await eraseEverything();
    expect(await names()).toEqual([]);
  });

  it('a brand or a study from the list takes what was said of brands that are in no study any more, until it is undone', async () => {
    await everythingSaid();
    await removeStudy('s');
    const taken = await forgetStrays();
    expect(taken.map(({ brandId }) => brandId).sort()).toEqual(['b1', 'b2']);
    expect(await allAnswers()).toEqual([]);
    await putStudy(study);
    await putAnswersBack(taken);
    expect((await said())?.mentions).toEqual([mention('m')]);
    expect(await forgetStrays()).toEqual([]);
  });
});

describe('a backup', () => {
  it('brings it back; what was said here meanwhile stays, part by part', async () => {
    await everythingSaid();
    await say(figuring({ visits: 7 }));
    const file = await makeBackup(NOW);
    await eraseEverything();
    await say(figuring({ visits: 9 }));
    await answerPost({ ...POST, postKey: 'x:2' }, { closed: false }, NOW + 1);
    await importBackup(file);
    expect(await said()).toMatchObject({ figures: { visits: 9 }, mentions: [mention('m')] });
    expect([await ofPost(), await ofPost({ ...POST, postKey: 'x:2' })]).toMatchObject([{ closed: true }, { closed: false }]);
    expect((await names()).filter((name) => name.startsWith('staged'))).toEqual([]);
    await db.delete();
    await db.open();
    expect((await said())?.figures).toEqual({ visits: 9 });
  });

  it.each([1, 2])('of version %s, which knew none of it, is read as before', async (version) => {
    const text = await gunzip(new Uint8Array(await (await makeBackup(NOW)).arrayBuffer()));
    const lines = text
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => line.replace('"version":3', `"version":${version}`));
    const crc = lines.reduce(chained, 0);
    const file = new Blob([await gzip([...lines, JSON.stringify({ end: true, lines: lines.length, crc })].join('\n'))]);
    await eraseEverything();
    await importBackup(file);
    expect(await db.studies.count()).toBe(1);
    expect(await db.snapshots.count()).toBe(1);
  });
});

it('what was confirmed among the settings is taken over once, under what was said since', async () => {
  await say((before) => ({ ...before, official: true }));
  await outside().set({ confirmedBrands: { b1: { official: false, linkAlive: true }, b2: { private: true, closed: ['x:1'] } } });
  await tendStore(NOW, null);
  expect(await said()).toMatchObject({ official: true, linkAlive: true });
  expect(await said('b2')).toEqual({ brandId: 'b2', at: NOW, private: true });
  expect(await outside().get('confirmedBrands')).toEqual({});
});
