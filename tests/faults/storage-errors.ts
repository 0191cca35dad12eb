import 'fake-indexeddb/auto';
import { localArea } from '../browser/local-area';
import type { Tally } from './storage-shim';
import { asked, progress, report } from './trial';

/** The whole menu of real-world storage errors, at every call of the capture path. */
export async function storageErrors(args: string[]): Promise<number> {
  const { json } = asked(args, 0);
  let unhandled = 0;
  const count = () => {
    unhandled += 1;
  };
  process.on('unhandledRejection', count);
  const warn = console.warn;
  console.warn = () => undefined; // Each failed opening is told there, some thousand times.
  Object.assign(globalThis, { chrome: { runtime: { id: 'trial' }, storage: { local: localArea(), session: localArea() } } });
  const { everyCall, MENU } = await import('./storage-shim');
  const sum: Tally = { tried: 0, refused: 0, silent: 0, lost: 0, torn: 0, drift: 0, stuck: 0 };
  for (const [name, message] of MENU) {
    const tally = await everyCall(name, message);
    progress(`${name} (${message}): ${tally.tried} tried`);
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  process.off('unhandledRejection', count);
  console.warn = warn;
  const { silent, lost, torn, drift, stuck } = sum;
  const met = silent + lost + torn + drift + stuck + unhandled === 0;
  return report({ fault: 'storage-errors', met, errors: MENU.length, ...sum, unhandled }, { json });
}
