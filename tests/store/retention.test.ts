import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { makeBackup } from '../../lib/store/backup';
import { believe, capturesAhead, clockAhead } from '../../lib/store/clock';
import { eraseAccount, eraseEverything } from '../../lib/store/erase';
import { eraseDue, scheduleErasure, UNDO_MS } from '../../lib/store/erase-later';
import { importBackup } from '../../lib/store/import-backup';
import { journalIds } from '../../lib/store/journal';
import { keepAccountFor, keepStudyFor, monthsFor, ownTimes, timesInForce } from '../../lib/store/kept-for';
import { outside } from '../../lib/store/outside';
import { heldBack, lookedAt, retire, retirementAt } from '../../lib/store/retention';
import { putStudy } from '../../lib/store/studies';
import { addBrand, newStudy } from '../../lib/study-edits';
import { capture, DAY, NOW, post } from './build';

const of = (handle: string, id: string, daysAgo: number) => {
  const one = capture(id, [post(`${id}-1`, { author: handle })], { takenAt: NOW - daysAgo * DAY });
  return { ...one, url: `https://x.com/${handle}`, surface: { ...one.surface, handle }, account: { ...one.account, handle } };
};
const idsThere = async () => (await journalIds()).sort();
const YEAR = 365 * DAY;

beforeEach(async () => {
  await eraseEverything();
  await outside().remove(['retired', 'clock']);
  await retire(NOW, 24);
  for (const [handle, id, days] of [
    ['lumen', 'l-old', 900],
    ['lumen', 'l-new', 1],
    ['mira', 'm-old', 500],
    ['mira', 'm-new', 2],
  ] as const)
    await ingest(of(handle, id, days));
});

describe('how long an account is kept', () => {
  const study = (id: string, accounts: string[], keepMonths?: number | null) => ({
    ...addBrand(newStudy(id, id, NOW), 'b', 'B', 'own', accounts),
    ...(keepMonths !== undefined && { keepMonths }),
  });
  it('is its own time, else the longest that a study with it asks for, else the general one', () => {
    expect(monthsFor('x:a', 24, {}, [])).toBe(24);
    expect(monthsFor('x:a', 24, { 'x:a': 6 }, [study('s', ['x:a'], 36)])).toBe(6);
    expect(monthsFor('x:a', 24, { 'x:a': null }, [])).toBeNull();
    expect(monthsFor('x:a', 24, {}, [study('s', ['x:a'], 6)])).toBe(6);
    expect(monthsFor('x:a', 24, {}, [study('s', ['x:a'], 6), study('t', ['x:a'], 36)])).toBe(36);
    // A study that says nothing wants what is general, and no other study may take it away.
    expect(monthsFor('x:a', 24, {}, [study('s', ['x:a'], 6), study('t', ['x:a'])])).toBe(24);
    expect(monthsFor('x:a', null, {}, [study('s', ['x:a'], 6), study('t', ['x:a'])])).toBeNull();
    expect(monthsFor('x:a', 24, {}, [study('s', ['x:b'], 6)])).toBe(24);
    expect(monthsFor('x:toString', 24, {}, [])).toBe(24);
  });

  it('holds for what goes by itself, and for what is said of it beforehand', async () => {
    await keepAccountFor('x:lumen', null);
    await putStudy(study('s', ['x:mira']));
    await keepStudyFor('s', 12);
    const plan = await retirementAt(NOW + DAY, await timesInForce(24));
    expect(plan).toEqual({ captures: ['m-old'], accounts: 1, oldest: NOW - 500 * DAY });
    expect(await idsThere()).toHaveLength(4);
    expect(await retire(NOW + DAY, 24)).toBe(1);
    expect(await idsThere()).toEqual(['l-new', 'l-old', 'm-new']);
    await keepAccountFor('x:lumen', undefined);
    await keepStudyFor('s', undefined);
    expect(await ownTimes()).toEqual({});
    expect(await retire(NOW + 2 * DAY, 24)).toBe(1);
  });

  it('is forgotten with the account', async () => {
    await keepAccountFor('x:lumen', 6);
    await keepAccountFor('x:mira', 6);
    await eraseAccount('x:lumen');
    expect(await ownTimes()).toEqual({ 'x:mira': 6 });
    await eraseEverything();
    expect(await outside().get('kept-for')).toEqual({});
  });
});

describe('a clock that is far ahead', () => {
  it('erases nothing and asks, however often it is looked at, and all is as before once it is right again', async () => {
    const ahead = NOW + 10 * YEAR;
    for (const at of [ahead, ahead + DAY, ahead + 2 * DAY]) expect(await retire(at, 24)).toBe(0);
    expect(await idsThere()).toHaveLength(4);
    expect(await heldBack()).toMatchObject({ captures: 4, accounts: 2, why: 'clock', now: ahead + 2 * DAY, seen: NOW });
    expect(await retire(NOW + DAY, 24)).toBe(1);
    expect(await idsThere()).toEqual(['l-new', 'm-new', 'm-old']);
    expect(await heldBack()).toBeNull();
  });

  it('is not believed because of what was captured meanwhile', async () => {
    const ahead = NOW + 5 * YEAR;
    await ingest(of('lumen', 'wrong', -5 * 365));
    expect(await retire(ahead + DAY, 24)).toBe(0);
    expect(await capturesAhead(NOW)).toBe(1);
    expect(await capturesAhead(ahead)).toBe(0);
  });

  it('is believed when the user says so, or after no longer than people are away', async () => {
    expect(await clockAhead(NOW + 59 * DAY)).toBeNull();
    expect(await clockAhead(NOW + 3 * YEAR)).toBe(NOW + 59 * DAY);
    await believe(NOW + 3 * YEAR);
    expect(await retire(NOW + 3 * YEAR, 24)).toBe(4);
  });

  it('is no reason to distrust a right one that follows a clock set back', async () => {
    expect(await clockAhead(NOW - 16 * YEAR)).toBeNull();
    expect(await clockAhead(NOW + DAY)).toBeNull();
  });

  it('without any note is measured by the captures', async () => {
    await outside().remove(['clock', 'retired']);
    expect(await clockAhead(NOW + 2 * YEAR)).toBe(NOW - DAY);
    await eraseEverything();
    expect(await clockAhead(NOW + 2 * YEAR)).toBeNull();
  });
});

describe('what is old without having aged here', () => {
  it('is asked about when it came from a file', async () => {
    const file = await makeBackup(NOW);
    await eraseEverything();
    await importBackup(file);
    expect(await retire(NOW + DAY, 24)).toBe(0);
    expect(await heldBack()).toMatchObject({ captures: 1, accounts: 1, why: 'brought', oldest: NOW - 900 * DAY });
    expect(await idsThere()).toHaveLength(4);
    // A longer time is an answer, too.
    expect(await retire(NOW + DAY, null)).toBe(0);
    expect(await heldBack()).toBeNull();
    expect(await retire(NOW + 2 * DAY, 24)).toBe(1);
  });

  it('is asked about when nothing is known of an earlier look: the settings may be lost as well', async () => {
    await outside().remove(['retired', 'clock']);
    expect(await retire(NOW, 24)).toBe(0);
    expect(await heldBack()).toMatchObject({ captures: 1, why: 'first' });
  });

  it('goes when it is told to, after ten seconds in which that can be taken back', async () => {
    await outside().remove('retired');
    await retire(NOW, 24);
    const { captures } = await retirementAt(NOW, await timesInForce(24));
    const { undo } = await scheduleErasure({ kind: 'captures', captures }, NOW);
    expect(await undo()).toBe(true);
    await scheduleErasure({ kind: 'captures', captures }, NOW);
    await lookedAt(NOW);
    await eraseDue(NOW + UNDO_MS);
    expect(await idsThere()).toEqual(['l-new', 'm-new', 'm-old']);
    expect(await heldBack()).toBeNull();
    expect(await retire(NOW + DAY / 2, 24)).toBeNull();
  });
});
