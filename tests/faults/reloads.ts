/**
 * The extension is reloaded under three open tabs, as an update does it, while captures come in: the scripts that are left behind stop, and a
 * click captures the same tab again without a reload of the page.
 *   npm run faults -- reloads [--count 20] [--backend leveldb|sqlite] [--json]
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type FedTab, ledgerStage } from './ledger-stage';
import { type Asked, asked, type Outcome, outcomeOf, progress, report } from './trial';

const TABS = 3;
/** When an orphan must be silent, after the reload, and how long it is listened to from then on. */
const SILENT_AFTER_MS = 1000;
const LISTEN_MS = 1000;

/** What a reload left behind in a page. */
interface Orphans {
  saidSaved: number;
  mostErrors: number;
  lateErrors: number;
  /** Orphans that still tried to reach the extension. */
  lateTries: number;
}

/** Reloads the extension `count` times, and audits the store. */
export async function reloadExtension({ count, backend }: Pick<Asked, 'count' | 'backend'>): Promise<Outcome> {
  const stage = await ledgerStage({ backend });
  try {
    await stage.start();
    const tabs: FedTab[] = [];
    for (let index = 0; index < TABS; index += 1) tabs.push(await stage.tab(index));
    const orphans: Orphans = { saidSaved: 0, mostErrors: 0, lateErrors: 0, lateTries: 0 };
    let [clicks, next] = [TABS, 0];
    for (let reloads = 0; reloads < count; reloads += 1) {
      const first = next;
      next += 1000;
      const feeding = tabs.map((tab) => tab.feed(first, next, { atOnce: 2 }));
      await pause(200 + ((reloads * 130) % 400));
      const errorsBefore = stage.errors().length;
      await stage.reload();
      await pause(SILENT_AFTER_MS);
      const [errorsThen, triesThen] = [stage.errors().length, await tries(tabs)];
      await pause(LISTEN_MS);
      const [errorsNow, triesNow] = [stage.errors().length, await tries(tabs)];
      orphans.mostErrors = Math.max(orphans.mostErrors, Math.ceil((errorsThen - errorsBefore) / TABS));
      orphans.lateErrors += errorsNow - errorsThen;
      orphans.lateTries += triesNow - triesThen;
      // Said of what was never answered: not saved.
      for (const fed of await Promise.all(feeding))
        orphans.saidSaved += fed.acknowledged.length > 0 && Object.keys(fed.refused).length === 0 ? 1 : 0;
      for (const [index, tab] of tabs.entries()) tabs[index] = await stage.click(tab.page, index);
      clicks += TABS;
      progress(`${reloads + 1} reloads, ${stage.acknowledged.size} acknowledged, ${errorsNow - errorsBefore} errors`);
    }
    for (const tab of tabs) await tab.feed(next, next + 1);
    await stage.settled();
    const found = await stage.audit();
    const outcome = outcomeOf('reloads', stage, found, { backend, reloads: count, ...orphans, clicks, kept: found.others });
    const silent = orphans.mostErrors <= 1 && orphans.lateErrors === 0 && orphans.lateTries === 0 && orphans.saidSaved === 0;
    return { ...outcome, met: outcome.met && silent && found.others === clicks };
  } finally {
    await stage.dispose();
  }
}

const tries = async (tabs: FedTab[]) =>
  (await Promise.all(tabs.map((tab) => tab.run<number>('feeder.tries()')))).reduce((sum, each) => sum + each, 0);

/** The trial by its name on the command line. */
export async function reloads(args: string[]): Promise<number> {
  const options = asked(args, 20);
  return report(await reloadExtension(options), options);
}
