import { browser } from 'wxt/browser';

/** Captures that are older than they are kept and wait for the user's word, and that captures came in from a file (retention.ts): they go with everything. */
export const HELD = 'retirement-held';
export const BROUGHT = 'brought';
/** Where the age curves are kept that were fitted to captures: they go when everything is erased. */
export const AGE_FITS = 'ageFits';

/** What the store keeps outside IndexedDB, where what befalls the database does not reach it. */
export interface Outside {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

export const outside = (): Outside => ({
  get: readable,
  set: (items) => browser.storage.local.set(items),
  remove: (keys) => browser.storage.local.remove(keys),
});

/**
 * A disk that was full may leave a value that is no JSON, and the browser then refuses whatever is asked for together with it. Such a value is gone:
 * it is left out, as if it were not there, and everything else is given.
 */
async function readable(keys: string | string[] | null): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.local.get(keys);
  } catch (error) {
    if (!/Invalid JSON/i.test(String(error))) throw error;
    const names = keys === null ? await namesOutside('') : [keys].flat();
    if (names.length < 2) return {};
    const half = names.length >> 1;
    return { ...(await readable(names.slice(0, half))), ...(await readable(names.slice(half))) };
  }
}

/** Names of everything outside that begins with these words. Firefox cannot list names without their values. */
export async function namesOutside(prefix: string): Promise<string[]> {
  const area = browser.storage.local as Outside & { getKeys?: () => Promise<string[]> };
  const names = area.getKeys ? await area.getKeys() : Object.keys(await area.get(null));
  return names.filter((name) => name.startsWith(prefix));
}

/** Bytes of everything outside; null where the browser does not count them. */
export async function bytesOutside(): Promise<number | null> {
  const area = browser.storage.local as Outside & { getBytesInUse?: (keys: null) => Promise<number> };
  return (await area.getBytesInUse?.(null)) ?? null;
}

/** Tells of every change of one value outside, whichever part of the extension made it. */
export function onOutside(name: string, told: (value: unknown) => void): void {
  browser.storage.local.onChanged?.addListener((changes) => name in changes && told(changes[name]?.newValue));
}
