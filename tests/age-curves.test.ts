import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { curvesInUse, refitAgeCurves } from '../lib/age-curves';
import { PRIOR, reachedAt } from '../lib/benchmark/age';
import { ingest } from '../lib/ingest';
import { exact } from '../lib/reading/readings';
import { eraseEverything } from '../lib/store/erase';
import { capture, NOW, post } from './store/build';

const HOUR = 3_600_000;
const SLOW = { halfLife: 12 * HOUR, steepness: 0.9 };

beforeEach(() => eraseEverything());

/** An X page captured three times whose posts grow far more slowly than is said of X. */
async function followed(handle: string, flags = {}): Promise<void> {
  const born = Array.from({ length: 20 }, (_, index) => NOW - 30 * 24 * HOUR + index * HOUR);
  const last = born.at(-1) ?? 0;
  for (const age of [2, 24, 200]) {
    const takenAt = last + age * HOUR;
    const posts = born.map((published, index) =>
      post(`1${handle.length}${String(index).padStart(4, '0')}`, {
        ...{ author: null, published: { value: published, low: published, high: published, from: 'id' } },
        flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false, ...flags },
        metrics: {
          likes: exact(Math.round(1000 * reachedAt(takenAt - published, SLOW)), 'label'),
          ...{ comments: exact(0, 'label'), shares: exact(0, 'label') },
        },
      }),
    );
    const base = capture(handle, posts);
    await ingest({
      ...base,
      ...{ id: `${handle}-${age}`, takenAt, surface: { kind: 'profile', handle } },
      account: { ...base.account, handle, name: handle },
    });
  }
}

test('posts that were captured several times bend the curve towards themselves, once a day', async () => {
  await refitAgeCurves(NOW);
  expect(await curvesInUse()).toEqual(PRIOR);
  await followed('lumen');
  await refitAgeCurves(NOW + HOUR);
  expect(await curvesInUse()).toEqual(PRIOR);
  await refitAgeCurves(NOW + 25 * HOUR);
  const { x, instagram } = await curvesInUse();
  expect((x?.middle.halfLife ?? 0) / HOUR).toBeGreaterThan(6);
  expect((x?.middle.halfLife ?? 0) / HOUR).toBeLessThan(20);
  expect(instagram).toEqual(PRIOR.instagram);
});

test('posts of others and paid posts do not', async () => {
  await followed('lumen', { promoted: true });
  await refitAgeCurves(NOW);
  expect(await curvesInUse()).toEqual(PRIOR);
});
