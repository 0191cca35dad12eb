import { describe, expect, it } from 'vitest';
import { industryOf, normIndustryOf, passes } from '../lib/benchmark/brands';
import { MOST_DISMISSED, studySchema } from '../lib/model/study';
import { addBrand, byClient, copyOf, dismiss, editBrand, freeName, newStudy, removeBrand, restoreBrand } from '../lib/study-edits';
import { brand, study } from './benchmark/make';

describe('what is known of a brand', () => {
  it('is all optional: a study of before is read as it was', () => {
    const old = {
      id: 's',
      name: 'S',
      createdAt: 1,
      days: 90,
      brands: [{ id: 'b', name: 'B', role: 'own', accounts: ['x:b'] }],
      sample: false,
    };
    expect(studySchema.parse(old)).toEqual(old);
  });

  it.each([
    ['country', 'FR', 'fr'],
    ['country', 'ZW', 'XX'],
    ['audience', 'both', 'b2x'],
    ['industry', 'retail', 'steel'],
  ])('%s takes %j and not %j', (field, right, wrong) => {
    const of = (value: string) => ({ ...study([{ ...brand(), [field]: value } as never]) });
    expect(studySchema.safeParse(of(right)).success).toBe(true);
    expect(studySchema.safeParse(of(wrong)).success).toBe(false);
  });

  it('can be said and taken back', () => {
    const said = editBrand(study([brand()]), 'b1', { country: 'BE', audience: 'b2b' });
    expect(said.brands[0]).toMatchObject({ country: 'BE', audience: 'b2b', name: 'Lumen' });
    expect(JSON.parse(JSON.stringify(editBrand(said, 'b1', { country: undefined }))).brands[0]).not.toHaveProperty('country');
  });
});

describe('filters', () => {
  const all = { role: null, audience: null, country: null };
  it('let brands for both pass on either side, and none of which it is not known', () => {
    const both = brand({ audience: 'both', country: 'FR' });
    expect(passes(both, { ...all, audience: 'b2b' })).toBe(true);
    expect(passes(both, { ...all, audience: 'b2c', country: 'FR' })).toBe(true);
    expect(passes(both, { ...all, audience: 'b2c', country: 'BE' })).toBe(false);
    expect(passes(brand({ audience: 'b2c' }), { ...all, audience: 'b2b' })).toBe(false);
    expect(passes(brand(), { ...all, audience: 'b2b' })).toBe(false);
    expect(passes(brand(), { ...all, country: 'FR' })).toBe(false);
    expect(passes(brand(), { ...all, role: 'leader' })).toBe(false);
    expect(passes(brand(), all)).toBe(true);
  });
});

describe('the industry', () => {
  const rival = brand({ id: 'r', role: 'direct', industry: 'retail' });
  const muse = brand({ id: 'i', role: 'inspiration' });

  it('of a brand is its own, else the study’s, which says nothing of inspiration', () => {
    const of = { ...study([]), industry: 'media' as const };
    expect([industryOf(rival, of), industryOf(brand(), of), industryOf(muse, of)]).toEqual(['retail', 'media', null]);
    expect(industryOf(brand(), study([]))).toBeNull();
  });

  it('of norms is the study’s, else what its own brands say, else what the others agree on', () => {
    expect(normIndustryOf({ ...study([rival]), industry: 'media' })).toBe('media');
    expect(normIndustryOf(study([brand({ industry: 'fashion' }), rival]))).toBe('fashion');
    expect(normIndustryOf(study([brand(), rival, { ...muse, industry: 'travel' }]))).toBe('retail');
    expect(normIndustryOf(study([brand(), rival, { ...rival, id: 'r2', industry: 'travel' }]))).toBeNull();
    expect(normIndustryOf(study([brand()]))).toBeNull();
  });
});

describe('several studies', () => {
  it('a copy has the brands and what is known of them, and is another study', () => {
    const first = { ...addBrand(newStudy('1', 'Été', 5), 'b', 'B', 'own', ['x:b']), client: 'Orvane', days: 30 };
    const copy = copyOf(first, '2', 'x'.repeat(200), 9);
    expect(studySchema.parse(copy)).toMatchObject({ id: '2', createdAt: 9, client: 'Orvane', days: 30, brands: first.brands });
    expect(addBrand(copy, 'c', 'C', 'direct', ['x:b']).brands).toHaveLength(2);
    expect(first.brands[0]?.accounts).toEqual(['x:b']);
  });

  it('take names that are free', () => {
    const named = (...names: string[]) => names.map((name, index) => newStudy(String(index), name, 0));
    expect(freeName('Study', named('Other'))).toBe('Study');
    expect(freeName('Study', named('Study', 'Study 2'))).toBe('Study 3');
  });

  it('are listed by client, those for nobody first', () => {
    const of = (id: string, client?: string) => ({ ...newStudy(id, id, 0), ...(client && { client }) });
    const groups = byClient([of('a', 'Zénith'), of('b'), of('c', 'Éclat'), of('d', 'Zénith')]);
    expect(groups.map(([client, list]) => [client, list.map(({ id }) => id)])).toEqual([
      [null, ['b']],
      ['Éclat', ['c']],
      ['Zénith', ['a', 'd']],
    ]);
  });

  it('a removed brand comes back whole, to its place, without what another was given meanwhile', () => {
    const known = brand({ id: 'm', name: 'M', country: 'FR', accounts: ['x:m'] });
    const before = study([brand(), known, brand({ id: 'z', accounts: [] })]);
    const without = removeBrand(before, 'm');
    expect(restoreBrand(without, known, 1)).toEqual(before);
    const given = addBrand(without, 'n', 'N', 'direct', ['x:m']);
    expect(restoreBrand(given, known, 1).brands.map(({ id, accounts }) => [id, accounts])).toEqual([
      ['b1', ['x:lumen']],
      ['m', ['x:m']],
      ['z', []],
      ['n', []],
    ]);
  });

  it('remember the latest dismissals, each once, and stay readable', () => {
    let dismissing = dismiss(dismiss(study([]), 'x:a'), 'x:a');
    expect(dismissing.dismissed).toEqual(['x:a']);
    for (let i = 0; i < MOST_DISMISSED; i++) dismissing = dismiss(dismissing, `x:${i}`);
    expect(dismissing.dismissed).toHaveLength(MOST_DISMISSED);
    expect(dismissing.dismissed?.at(-1)).toBe(`x:${MOST_DISMISSED - 1}`);
    expect(studySchema.safeParse(dismissing).success).toBe(true);
  });
});
