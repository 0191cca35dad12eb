/**
 * Eight tabs hand captures in at once, four of them each of the same account.
 *   npm run faults -- concurrency [--count 500] [--backend leveldb|sqlite] [--json]      --count is captures per tab
 */
import { type FedTab, ledgerStage } from './ledger-stage';
import { type Asked, asked, type Outcome, outcomeOf, progress, report } from './trial';

const TABS = 8;
/** Captures of one tab under way at a time. */
const AT_ONCE = 8;
const POSTS = 20;
const ROUND = 50;

/** Feeds so many captures per tab at once, and audits the store. */
export async function feedAtOnce({ count, backend }: Pick<Asked, 'count' | 'backend'>, tabs = TABS): Promise<Outcome> {
  const stage = await ledgerStage({ backend });
  try {
    await stage.start();
    const opened: FedTab[] = [];
    for (let index = 0; index < tabs; index += 1) opened.push(await stage.tab(index));
    const begun = Date.now();
    let refused = 0;
    await Promise.all(
      opened.map(async (tab) => {
        for (let from = 0; from < count; from += ROUND) {
          const fed = await tab.feed(from, Math.min(count, from + ROUND), { posts: POSTS, atOnce: AT_ONCE });
          refused += Object.keys(fed.refused).length;
          if (tab === opened[0]) progress(`${stage.acknowledged.size} of ${tabs * count} acknowledged`);
        }
      }),
    );
    const perSecond = Math.round((1000 * stage.acknowledged.size) / (Date.now() - begun));
    const outcome = outcomeOf('concurrency', stage, await stage.audit(), { backend, tabs, perSecond, notSaved: refused });
    return { ...outcome, met: outcome.met && outcome.acknowledged === tabs * count };
  } finally {
    await stage.dispose();
  }
}

/** The trial by its name on the command line. */
export async function concurrency(args: string[]): Promise<number> {
  const options = asked(args, 500);
  return report(await feedAtOnce(options), options);
}
