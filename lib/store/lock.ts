let last: Promise<unknown> = Promise.resolve();

/**
 * Runs one piece of work on the store at a time, over all pages of the extension and its worker: the database and what is kept outside it
 * change together. Where the browser has no locks (tests) the order holds within one context.
 */
export function exclusively<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator !== 'undefined' && navigator.locks) return navigator.locks.request('jauge-store', work) as Promise<T>;
  const run = last.then(work, work);
  last = run.catch(() => undefined);
  return run;
}
