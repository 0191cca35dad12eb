/**
 * The extension's worker is killed again and again while captures come in.
 *   npm run faults -- kills [--count 100] [--backend leveldb|sqlite] [--json]
 */
import { ledgerStage } from './ledger-stage';
import { type Asked, asked, type Outcome, outcomeOf, progress, report } from './trial';

/** Captures under way at a time. */
const AT_ONCE = 4;
/** Milliseconds before each kill: of different lengths, so that they hit different moments of a write. */
const PAUSES = [5, 60, 20, 110, 1, 35, 180, 12, 80, 50];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills the worker `count` times while a page hands captures of 50 posts in, and audits the store. */
export async function killWorker({ count, backend }: Pick<Asked, 'count' | 'backend'>): Promise<Outcome> {
  const stage = await ledgerStage({ backend });
  try {
    await stage.start();
    const tab = await stage.tab(0);
    const { browser, extensionId } = stage.chromium();
    const devtools = await browser.target().createCDPSession();
    let [kills, next, refused, last] = [0, 0, 0, 0];
    const courier = async () => {
      while (kills < count) {
        const fed = await tab.feed(next, ++next);
        refused += Object.keys(fed.refused).length;
      }
    };
    const killer = async () => {
      while (kills < count) {
        await pause(PAUSES[kills % PAUSES.length] ?? 0);
        // Only a worker that has just answered is sure to be there: the browser lists it when it is stopped, too.
        if (stage.acknowledged.size === last) continue;
        last = stage.acknowledged.size;
        const { targetInfos } = await devtools.send('Target.getTargets');
        const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
        if (!worker || !(await devtools.send('Target.closeTarget', { targetId: worker.targetId })).success) continue;
        kills += 1;
        if (kills % 20 === 0) progress(`${kills} kills, ${stage.acknowledged.size} acknowledged`);
      }
    };
    await Promise.all([killer(), ...Array.from({ length: AT_ONCE }, courier)]);
    // A capture that was cut off between journal and database is sorted out by the next start.
    await stage.close();
    await stage.start();
    await stage.settled();
    return outcomeOf('kills', stage, await stage.audit(), { backend, kills, notSaved: refused });
  } finally {
    await stage.dispose();
  }
}

/** The trial by its name on the command line. */
export async function kills(args: string[]): Promise<number> {
  const options = asked(args, 100);
  return report(await killWorker(options), options);
}
