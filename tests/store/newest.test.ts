import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../lib/ingest';
import { db } from '../../lib/store/db';
import { eraseEverything, eraseSnapshot } from '../../lib/store/erase';
import { newestCapture } from '../../lib/store/newest';
import { capture, NOW, post } from './build';

beforeEach(() => eraseEverything());

describe('the newest capture of an account', () => {
  it('is none before the first, and the one before it once the last is undone', async () => {
    expect(await newestCapture('x:lumen')).toBeNull();
    await ingest(capture('b', [post('3')], { takenAt: NOW }));
    await ingest(capture('a', [post('1'), post('2')], { takenAt: NOW - 60_000 }));
    expect(await newestCapture('x:lumen')).toEqual({ takenAt: NOW, postKeys: ['x:3'] });
    await eraseSnapshot('b');
    expect(await newestCapture('x:lumen')).toEqual({ takenAt: NOW - 60_000, postKeys: ['x:1', 'x:2'] });
    expect(await newestCapture('x:lume')).toBeNull();
  });

  it('is whole and in the order of its page, though a large one is stored in parts', async () => {
    const posts = Array.from({ length: 1_500 }, (_, index) => post(String(index)));
    await ingest(capture('large', posts));
    expect(await db.snapshots.count()).toBeGreaterThan(1);
    expect((await newestCapture('x:lumen'))?.postKeys).toEqual(posts.map(({ id }) => `x:${id}`));
  });
});
