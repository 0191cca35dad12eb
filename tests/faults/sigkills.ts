/**
 * The whole browser is killed again and again while captures come in; its profile is on disk and the next browser goes on with it.
 *   npm run faults -- sigkills [--count 15] [--backend leveldb|sqlite] [--json]
 */
import { type FedTab, ledgerStage } from './ledger-stage';
import { type Asked, asked, type Outcome, outcomeOf, progress, report } from './trial';

/** Captures under way at a time. */
const AT_ONCE = 4;
/** Milliseconds of feeding before each kill. */
const PAUSES = [300, 1100, 500, 1700, 800];
/** Numbers of captures that each browser has for itself. */
const ROOM = 100_000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Kills the browser `count` times while a page hands captures of 50 posts in, and audits the store after the last start. */
export async function killBrowser({ count, backend }: Pick<Asked, 'count' | 'backend'>): Promise<Outcome> {
  const stage = await ledgerStage({ backend });
  try {
    let refused = 0;
    const feedUntilDeath = async (tab: FedTab, from: number) => {
      for (let n = from; ; n += 1) {
        const fed = await tab.feed(n, n + 1).catch(() => null);
        if (!fed) return;
        refused += Object.keys(fed.refused).length;
      }
    };
    for (let kills = 0; kills < count; kills += 1) {
      await stage.start();
      const tab = await stage.tab(0);
      const feeding = Array.from({ length: AT_ONCE }, (_, courier) => feedUntilDeath(tab, kills * ROOM + (courier * ROOM) / AT_ONCE));
      await pause(PAUSES[kills % PAUSES.length] ?? 0);
      await stage.kill();
      await Promise.all(feeding);
      progress(`${kills + 1} kills, ${stage.acknowledged.size} acknowledged`);
    }
    await stage.start();
    await stage.settled();
    return outcomeOf('sigkills', stage, await stage.audit(), { backend, kills: count, notSaved: refused });
  } finally {
    await stage.dispose();
  }
}

/** The trial by its name on the command line. */
export async function sigkills(args: string[]): Promise<number> {
  const options = asked(args, 15);
  return report(await killBrowser(options), options);
}
