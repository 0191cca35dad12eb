import { afterAll, beforeAll } from 'vitest';
import type { Chromium, ChromiumOptions } from '../browser/chromium';
import { onStage } from './stage';

/**
 * One browser for all tests of a file, for those that only differ in the page: to start one takes longer than to read. At the end the
 * same is asked as of every stage: no error in the extension's consoles, no request on its behalf.
 */
export function sharedStage(options: Pick<ChromiumOptions, 'pages'> & Partial<ChromiumOptions>): () => Chromium {
  let shared: Chromium | null = null;
  let leave = (): void => undefined;
  let left: Promise<void> = Promise.resolve();
  beforeAll(
    () =>
      new Promise<void>((resolve, reject) => {
        left = onStage(options, (chromium) => {
          shared = chromium;
          resolve();
          return new Promise((done) => {
            leave = done;
          });
        });
        left.catch(reject);
      }),
  );
  afterAll(() => {
    leave();
    return left;
  });
  return () => {
    if (!shared) throw new Error('The browser has not started.');
    return shared;
  };
}
