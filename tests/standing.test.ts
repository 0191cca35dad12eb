import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../lib/ingest';
import { exact } from '../lib/reading/readings';
import { assignAccount, standingOf } from '../lib/standing';
import { eraseEverything } from '../lib/store/erase';
import { listStudies } from '../lib/store/queries';
import { changeStudy, putStudy } from '../lib/store/studies';
import { newStudy } from '../lib/study-edits';
import { capture, NOW, post } from './store/build';

beforeEach(() => eraseEverything());

const posts = (likes: number) =>
  Array.from({ length: 8 }, (_, index) =>
    post(`${likes}${index}`, {
      author: null,
      metrics: { likes: exact(likes + index, 'label'), comments: exact(2, 'label'), shares: exact(1, 'label') },
    }),
  );
const page = (handle: string, likes: number) => {
  const base = capture(handle, posts(likes));
  return ingest({ ...base, surface: { kind: 'profile', handle }, account: { ...base.account, handle, name: handle } });
};

describe('the popup’s figure', () => {
  it('is there for an account in no study, without peers', async () => {
    await page('lumen', 100);
    expect(await standingOf('x:lumen', NOW)).toMatchObject({
      studyName: null,
      role: null,
      own: { n: 8 },
      brands: 0,
      difference: null,
      snapshots: 1,
    });
  });

  it('says above, below or that it cannot be told', async () => {
    await page('lumen', 100);
    await page('nord', 1000);
    await page('sud', 101);
    await assignAccount('x:lumen', 'Lumen', 'own', 'My study', NOW);
    await assignAccount('x:nord', 'Nord', 'direct', 'My study', NOW);
    expect(await standingOf('x:lumen', NOW)).toMatchObject({ studyName: 'My study', role: 'own', brands: 1, difference: 'below' });
    expect(await standingOf('x:nord', NOW)).toMatchObject({ brands: 0, difference: null });
    await assignAccount('x:sud', 'Sud', 'leader', 'My study', NOW);
    expect(await standingOf('x:nord', NOW)).toMatchObject({ brands: 1, difference: 'above' });
  });

  it('of an account never captured is missing with a reason, not zero', async () => {
    expect(await standingOf('x:nobody', NOW)).toMatchObject({ own: { value: null, n: 0 }, snapshots: 0 });
  });
});

describe('the newest post', () => {
  const at = (id: string, days: number, likes: number, flags = {}) => {
    const time = NOW - days * 86_400_000;
    const metrics = { likes: exact(likes, 'label'), comments: exact(0, 'label'), shares: exact(0, 'label') };
    const published = { value: time, low: time, high: time, from: 'id' as const };
    return post(id, { author: null, metrics, published, flags: { ...post(id).flags, ...flags } });
  };
  const older = [1, 2, 3, 4, 5].map((n) => at(String(n), 100 + n, 100));

  it('is the newest that may be compared: not the pinned one, nor one too young', async () => {
    await ingest(capture('lumen', [...older, at('p', 10, 900, { pinned: true }), at('young', 0.001, 1), at('n', 40, 250)]));
    const { newest } = await standingOf('x:lumen', NOW);
    expect(newest?.published).toBe(NOW - 40 * 86_400_000);
    expect(newest?.times).toBeCloseTo(250.5 / 100.5, 1);
    expect(newest && newest.low < newest.times && newest.times < newest.high).toBe(true);
  });

  it('is not said where it cannot be measured', async () => {
    await ingest(capture('lumen', older.slice(0, 4)));
    expect((await standingOf('x:lumen', NOW)).newest).toBeNull();
    expect((await standingOf('x:nobody', NOW)).newest).toBeNull();
  });
});

describe('assigning', () => {
  it('makes one study and joins the same brand’s accounts of several networks', async () => {
    await assignAccount('x:lumen', 'Lumen', 'own', 'My study', NOW);
    await assignAccount('bluesky:lumen.example', 'LUMEN', 'own', 'ignored', NOW);
    await assignAccount('x:lumen', 'Lumen', 'own', 'ignored', NOW);
    const [study, ...more] = await listStudies();
    expect(more).toEqual([]);
    expect(study).toMatchObject({
      name: 'My study',
      brands: [{ name: 'Lumen', role: 'own', accounts: ['bluesky:lumen.example', 'x:lumen'] }],
    });
  });

  it('goes to the chosen study where there are several, and is compared there', async () => {
    await assignAccount('x:lumen', 'Lumen', 'own', 'First', NOW);
    const [first] = await listStudies();
    await putStudy({ ...newStudy('2', 'Second', NOW + 1), brands: first?.brands ?? [] });
    await assignAccount('x:nord', 'Nord', 'direct', '', NOW, first?.id);
    await assignAccount('x:sud', 'Sud', 'direct', '', NOW, 'gone');
    expect((await listStudies()).map(({ name, brands }) => [name, brands.map((brand) => brand.name)])).toEqual([
      ['First', ['Lumen', 'Nord']],
      ['Second', ['Lumen', 'Sud']],
    ]);
    expect(await standingOf('x:lumen', NOW, '2')).toMatchObject({ studyName: 'Second' });
    expect(await standingOf('x:lumen', NOW)).toMatchObject({ studyName: 'First' });
    // An account that the chosen study does not have stays with the one that has it.
    expect(await standingOf('x:nord', NOW, '2')).toMatchObject({ studyName: 'First' });
  });

  it('and other edits at the same moment all last', async () => {
    await assignAccount('x:a', 'A', 'own', 'My study', NOW);
    const id = (await listStudies())[0]?.id ?? '';
    await Promise.all([
      assignAccount('x:b', 'B', 'direct', '', NOW),
      changeStudy(id, (study) => ({ ...study, name: 'Renamed' })),
      assignAccount('x:c', 'C', 'direct', '', NOW),
      changeStudy(id, (study) => ({ ...study, days: 30 })),
    ]);
    expect(await listStudies()).toMatchObject([{ name: 'Renamed', days: 30, brands: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] }]);
  });
});
