import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { everyCall, MENU } from '../faults/storage-shim';

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

it.each(MENU)('%s (%s) at any call: saved means saved, and nothing that was there is lost', async (name, message) => {
  // The full trial (npm run faults -- storage-errors) lets it go on for three calls too, and for fifty.
  const { tried, refused, ...amiss } = await everyCall(name, message, [1, 50]);
  expect(amiss).toEqual({ silent: 0, lost: 0, torn: 0, drift: 0, stuck: 0 });
  // A capture makes few calls: a shim that reaches none of them would pass for a store that survives.
  expect(tried).toBeGreaterThan(10);
  expect(refused).toBeGreaterThan(3);
});
