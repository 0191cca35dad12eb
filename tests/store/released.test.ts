import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { db, FIRST_NAME, storeNamed, use } from '../../lib/store/db';
import { entryOf } from '../../lib/store/entry-of';
import { commentsOf, listAccounts, listStudies, observationsOf, postRecords, rollupsOf, snapshotsOf } from '../../lib/store/queries';
import { isWhole } from '../../lib/store/snapshots';
import { freeze, released, thaw } from './released';

const LATEST = storeNamed(FIRST_NAME).verno;
if (process.env.JAUGE_RELEASED === 'write') await freeze();
const RELEASED = released();
const KEYS = ['x:lumen'];

/** Opens a version's database with today's code. */
async function opened(version: number): Promise<void> {
  const name = `released-${version}`;
  await thaw(version, name);
  const store = storeNamed(name);
  await store.open();
  use(store);
}

afterEach(async () => {
  const { name } = db;
  use(storeNamed(FIRST_NAME));
  await Dexie.delete(name);
});

/** All that views are made from. */
const answers = async () => ({
  accounts: await listAccounts(),
  rollups: await rollupsOf(KEYS),
  posts: await postRecords(KEYS),
  seen: await observationsOf('x:1', 'x:lumen'),
  captures: await snapshotsOf('x:lumen'),
  studies: await listStudies(),
});

it('there is a database of every version up to the one in use', () => {
  expect(RELEASED).toEqual(Array.from({ length: LATEST }, (_, index) => index + 1));
});

it.each(RELEASED)('a database that version %i left opens with everything that it had', async (version) => {
  await opened(version);
  expect(db.verno).toBe(LATEST);
  const { accounts, rollups, posts, seen, captures, studies } = await answers();
  expect(accounts).toMatchObject([{ accountKey: 'x:lumen', name: 'Lumen Café', snapshots: 3 }]);
  expect(accounts[0]?.followers.map(({ followers }) => followers.value)).toEqual([12_345, 12_345, 12_345]);
  expect(captures.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  expect(rollups.map(({ month, posts: states }) => [month, states.map(({ postKey }) => postKey)])).toEqual([
    ['2026-11', ['x:1', 'x:3']],
    ['undated', ['x:2']],
  ]);
  expect(posts.find(({ id }) => id === '2')).toMatchObject({ text: 'Café « crème »\n=1+1', author: 'nord', published: null });
  expect(seen.map(({ metrics }) => [metrics.likes?.value, metrics.comments?.high, metrics.shares?.as])).toEqual(
    [130, 120, 50].map((likes) => [likes, 1299, 'hidden']),
  );
  expect(studies.map(({ name }) => name)).toEqual(['Cafés']);
  // The first version kept no comments.
  expect((await commentsOf(KEYS)).flatMap(({ comments }) => comments.map(({ question }) => question))).toEqual(version > 1 ? [true] : []);
  expect((await db.snapshots.toArray()).every(isWhole)).toBe(true);
  // Whole enough for the journal to be written from it.
  for (const { id } of captures) expect((await entryOf(db, id))?.capture.posts.length).toBe(id === 'c' ? 1 : 2);
});

it('each of them gives the same figures as the latest', async () => {
  await opened(LATEST);
  const { rollups, seen } = await answers();
  for (const version of RELEASED.slice(0, -1)) {
    await opened(version);
    const old = await answers();
    expect([old.rollups, old.seen]).toEqual([rollups, seen]);
    await Dexie.delete(`released-${version}`);
  }
});
