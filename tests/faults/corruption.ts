/**
 * Files of the closed database are damaged and the same profile is started again: is it noticed, made good and told?
 *   npm run faults -- corruption [--count 10] [--backend leveldb|sqlite] [--only NAME] [--json]
 * Without --backend both are tried; --count is how many of the ten recipes.
 */
import { cpSync, rmSync } from 'node:fs';
import { databaseFolder, RECIPES, type Recipe } from './damage';
import { type Backend, type LedgerStage, ledgerStage } from './ledger-stage';
import { type Asked, asked, type Outcome, outcomeOf, progress, report } from './trial';

const CAPTURES = 120;
const AFTERWARDS = 3;
const PATIENCE_MS = 20_000;

interface Healed extends Outcome {
  recipe: string;
  backend: Backend;
  /** The store made the database again and wrote down for the user that it did: by itself, or not before everything was checked. */
  noticed: boolean;
  atStart: boolean;
  /** Everything was there all the same: the browser itself had made the damage good. */
  harmless: boolean;
  /** Times that the browser itself fell over the damaged file before. */
  crashes: number;
  /** Milliseconds from the start of the browser. */
  after: number;
}

/** Tries recipes on one back end, each on the same filled profile. */
async function corrupt(backend: Backend, recipes: Recipe[]): Promise<Healed[]> {
  const stage = await ledgerStage({ backend });
  try {
    // Filled in two sessions: the first one's records are in tables, the second one's in the log.
    for (const from of [0, CAPTURES / 2]) {
      await stage.start();
      await (await stage.tab(0)).feed(from, from + CAPTURES / 2, { atOnce: 4 });
      await stage.close();
    }
    const filled = `${stage.profile}-filled`;
    cpSync(stage.profile, filled, { recursive: true });
    const healed: Healed[] = [];
    for (const [index, recipe] of recipes.entries()) {
      rmSync(stage.profile, { recursive: true, force: true });
      cpSync(filled, stage.profile, { recursive: true });
      stage.forgetErrors();
      healed.push(await heal(stage, recipe, backend, 1000 * (index + 1)));
      for (const id of stage.acknowledged) if (Number(id.split('-')[2]) >= 1000) stage.acknowledged.delete(id);
    }
    return healed;
  } finally {
    await stage.dispose();
  }
}

async function heal(stage: LedgerStage, recipe: Recipe, backend: Backend, next: number): Promise<Healed> {
  recipe.damage(databaseFolder(stage.profile, backend));
  const begun = Date.now();
  const { atStart, noticed, crashes } = await startedAgain(stage);
  const after = Date.now() - begun;
  const first = await stage.audit();
  // Whatever happened, the next captures must be kept.
  const fed = await (await stage.tab(0)).feed(next, next + AFTERWARDS);
  const outcome = outcomeOf('corruption', stage, await stage.audit());
  await stage.close();
  const unhurt = [first.lost, first.torn, first.doubled, first.drift].every((found) => found.length === 0);
  const met = outcome.met && unhurt && fed.acknowledged.length === AFTERWARDS;
  const healed = { ...outcome, met, recipe: recipe.name, backend, noticed, atStart, harmless: unhurt && !noticed, crashes, after };
  progress(
    `${backend}, ${recipe.name}: ${noticed ? `${atStart ? 'noticed' : 'found by a check'} and restored in ${after} ms${crashes ? ` after the browser fell over it ${crashes} times` : ''}` : healed.harmless ? 'harmless' : 'not noticed'}, ` +
      `${first.lost.length} lost, ${first.torn.length} torn, ${first.drift.length} drifted; then ${outcome.lost} lost, ${outcome.drift} drifted`,
  );
  return healed;
}

const MOST_CRASHES = 4;

/** Starts the browser, also after it fell over the damaged file by itself, and says whether the store noticed. */
async function startedAgain(stage: LedgerStage): Promise<{ atStart: boolean; noticed: boolean; crashes: number }> {
  for (let crashes = 0; ; crashes += 1) {
    await stage.start();
    try {
      const atStart = await untilRestored(stage);
      return { atStart, noticed: atStart || (await stage.check()), crashes };
    } catch (error) {
      const { browser } = stage.chromium();
      if (browser.connected || crashes === MOST_CRASHES) throw error;
      await stage.close();
    }
  }
}

/** Whether the store says that it was restored, before long. */
async function untilRestored(stage: LedgerStage): Promise<boolean> {
  const page = await stage.chromium().extensionPage('manifest.json');
  const read = () =>
    page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(name: string): Promise<Record<string, unknown[]>> } } };
      };
      return ((await chrome.storage.local.get('restored')).restored ?? []).length;
    });
  const end = Date.now() + PATIENCE_MS;
  let restored = await read();
  while (!restored && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    restored = await read();
  }
  await page.close();
  return restored > 0;
}

/** Damages databases in so many ways, and adds up what came of it. */
export async function corruptDatabases(
  backends: Backend[],
  { count }: Pick<Asked, 'count'>,
  name?: string,
): Promise<Record<string, unknown> & { met: boolean }> {
  const healed: Healed[] = [];
  for (const backend of backends) {
    const recipes = RECIPES[backend].filter((recipe) => !name || recipe.name.includes(name)).slice(0, count);
    healed.push(...(await corrupt(backend, recipes)));
  }
  const sum = (figure: 'lost' | 'torn' | 'doubled' | 'drift' | 'apart' | 'unhandled') =>
    healed.reduce((total, each) => total + each[figure], 0);
  return {
    fault: 'corruption',
    met: healed.every(({ met }) => met),
    recipes: healed.length,
    noticed: healed.filter(({ noticed }) => noticed).length,
    atStart: healed.filter(({ atStart }) => atStart).length,
    harmless: healed.filter(({ harmless }) => harmless).length,
    browserCrashes: healed.reduce((total, { crashes }) => total + crashes, 0),
    ...{
      lost: sum('lost'),
      torn: sum('torn'),
      doubled: sum('doubled'),
      drift: sum('drift'),
      apart: sum('apart'),
      unhandled: sum('unhandled'),
    },
    slowest: Math.max(...healed.map(({ after, atStart }) => (atStart ? after : 0))),
    failed: healed.filter(({ met }) => !met).map(({ backend, recipe }) => `${backend}: ${recipe}`),
  };
}

/** The trial by its name on the command line. */
export async function corruption(args: string[]): Promise<number> {
  const at = args.indexOf('--only');
  const [, name] = at < 0 ? [] : args.splice(at, 2);
  const options = asked(args, 10);
  const backends: Backend[] = args.includes('--backend') ? [options.backend] : ['leveldb', 'sqlite'];
  return report(await corruptDatabases(backends, options, name), options);
}
