import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { ingest } from '../../lib/ingest';
import type { PictureFacts } from '../../lib/model/picture';
import { db } from '../../lib/store/db';
import { eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { compress } from '../../lib/store/journal';
import { picturedCaptures } from '../../lib/store/pictured';
import { keepPicture } from '../../lib/store/pictures';
import { settle } from '../../lib/store/settle';
import { writeCapture } from '../../lib/store/write';
import { capture, DAY, NOW, post } from './build';

const BYTES = Uint8Array.of(1, 2, 3);
const facts = (snapshotId: string, change: Partial<PictureFacts> = {}): PictureFacts => ({
  ...{ snapshotId, accountKey: 'x:lumen', network: 'x', url: 'https://x.com/lumen', takenAt: NOW, adapter: 3, edited: null },
  ...{ type: 'image/webp', width: 8, height: 4, size: BYTES.length, sha256: `hash of ${snapshotId}` },
  ...change,
});
const MANY = 450;
const seen = async (keys = ['x:lumen']) =>
  (await picturedCaptures(keys)).map(({ snapshotId, surface, postKeys }) => [snapshotId, surface, postKeys.length]);

beforeEach(async () => {
  vi.stubGlobal('navigator', {});
  await eraseEverything();
  await ingest(capture('a', [post('1'), post('2')]));
  // More than fits into one record.
  const posts = Array.from({ length: MANY }, (_, i) => post(`n${i}`));
  await ingest(capture('b', posts, { takenAt: NOW + DAY }));
  await ingest(capture('c', [post('1')], { takenAt: NOW + 2 * DAY }));
  await keepPicture(facts('a'), BYTES);
  await keepPicture(facts('b', { takenAt: NOW + DAY }), BYTES);
});

it('pictures come with the page and every post that their captures saw, newest first', async () => {
  expect(await seen()).toEqual([
    ['b', 'profile', MANY],
    ['a', 'profile', 2],
  ]);
  const [, a] = await picturedCaptures(['x:lumen']);
  expect(a).toMatchObject({ sha256: 'hash of a', takenAt: NOW, postKeys: ['x:1', 'x:2'] });
  expect(await seen(['x:mira'])).toEqual([]);
});

it('go with their captures', async () => {
  await eraseSnapshot('b');
  expect(await seen()).toEqual([['a', 'profile', 2]]);
});

it('of a damaged capture are pictures all the same', async () => {
  await db.snapshots.update('a', { packed: new ArrayBuffer(3) });
  expect(await seen()).toEqual([
    ['b', 'profile', MANY],
    ['a', null, 0],
  ]);
});

it('of a capture that waits to be filed come with its posts too', async () => {
  const { comments: _, ...kept } = capture(
    'late',
    Array.from({ length: MANY }, (_post, i) => post(`l${i}`)),
    { takenAt: NOW + 3 * DAY },
  );
  const entry = { capture: kept, comments: [], accountKey: 'x:lumen', rejects: [], sample: false };
  await writeCapture(entry, await compress(entry));
  await keepPicture(facts('late', { takenAt: NOW + 3 * DAY }), BYTES);
  expect(await db.snapshots.get('late')).toBeUndefined();
  const before = await picturedCaptures(['x:lumen']);
  expect([before[0]?.snapshotId, before[0]?.surface, before[0]?.postKeys.length]).toEqual(['late', 'profile', MANY]);
  await settle(db);
  expect(await db.snapshots.get('late')).toBeDefined();
  expect(await picturedCaptures(['x:lumen'])).toEqual(before);
});
