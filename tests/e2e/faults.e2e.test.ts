import { describe, expect, test } from 'vitest';
import { feedAtOnce } from '../faults/concurrency';
import { corruptDatabases } from '../faults/corruption';
import { killWorker } from '../faults/kills';
import { fillDisk } from '../faults/quota';
import { reloadExtension } from '../faults/reloads';
import { killBrowser } from '../faults/sigkills';

/** Short forms of the trials; `npm run faults` has them in full. */
describe('what was acknowledged is there, once and whole', () => {
  test('after the worker was killed while captures came in', async () => {
    expect(await killWorker({ count: 3, backend: 'leveldb' })).toMatchObject({ met: true, lost: 0, torn: 0, doubled: 0, drift: 0 });
  });

  test('after the browser was killed', async () => {
    expect(await killBrowser({ count: 1, backend: 'sqlite' })).toMatchObject({ met: true, lost: 0, torn: 0, doubled: 0, drift: 0 });
  });

  test('after the extension was reloaded under open tabs, which a click captures again', async () => {
    expect(await reloadExtension({ count: 1, backend: 'leveldb' })).toMatchObject({ met: true, saidSaved: 0, lateTries: 0, lateErrors: 0 });
  });

  test('after tabs handed captures in at once', async () => {
    expect(await feedAtOnce({ count: 10, backend: 'leveldb' }, 2)).toMatchObject({ met: true, acknowledged: 20 });
  });

  test('after a database was made unopenable', async () => {
    expect(await corruptDatabases(['leveldb'], { count: 1 })).toMatchObject({ met: true, noticed: 1, failed: [] });
  });

  test('after the disk was full', async () => {
    expect(await fillDisk({ count: 3, backend: 'leveldb' })).toMatchObject({ met: true, readable: true, resumed: true });
  });
});
