/** Why the store could not keep something, as far as the user can do something about it. */
export type StorageFault = 'full' | 'unopenable' | 'blocked' | 'refused';

/** Another version of the extension holds the database open. */
export class StoreBlocked extends Error {
  constructor() {
    super('another window of the extension still has the database open');
    this.name = 'StoreBlocked';
  }
}

/** The kind of an error of the store; Dexie wraps the browser's own. */
export function storageFault(error: unknown): StorageFault {
  const chain = [error, (error as { inner?: unknown } | null)?.inner].flatMap((each) => (each instanceof Error ? [each] : []));
  const says = (words: RegExp) => chain.some(({ name, message }) => words.test(`${name} ${message}`));
  if (says(/QuotaExceeded|full disk|no space|disk is full|quota/i)) return 'full';
  if (says(/StoreBlocked/)) return 'blocked';
  return says(/OpenFailed|DatabaseClosed|VersionError|opening backing store|MissingAPI/i) ? 'unopenable' : 'refused';
}
