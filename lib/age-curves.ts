import { type AgeCurves, PRIOR } from './benchmark/age';
import { type AgeFit, fitAge, type Growth } from './benchmark/age-fit';
import { INTERACTIONS } from './benchmark/interactions';
import { isOrdinary, postsByAccount } from './benchmark/selection';
import type { PostState } from './model/rollup';
import { NETWORK_IDS, type NetworkId } from './model/vocabulary';
import { type Sight, sightsOver } from './store/growth';
import { AGE_FITS, outside } from './store/outside';
import { listAccounts, rollupsOf } from './store/queries';

const DAY = 86_400_000;
/** Enough to see how posts grow, and little enough to be read while nobody waits. */
const [MOST_ACCOUNTS, MOST_CAPTURES] = [40, 60];
/** A date is exact enough if its doubt is no more than this part of the age at the first capture. */
const EXACT = 0.1;

/** A count that its network rounds by more than this part of it moves by its rounding. */
const ROUGH = 0.03;

/** Curves fitted to own captures, and when they were, epoch ms. */
interface Fits {
  at: number;
  fits: Partial<Record<NetworkId, AgeFit>>;
}

const fitted = async (): Promise<Fits> => ((await outside().get(AGE_FITS))[AGE_FITS] as Fits | undefined) ?? { at: 0, fits: {} };

/** The age curves that figures are made with: those fitted to own captures, else what is published. */
export const curvesInUse = async (): Promise<AgeCurves> => ({ ...PRIOR, ...(await fitted()).fits });

/** The curves that were fitted to own captures, by network. */
export const ownCurves = async (): Promise<{ network: NetworkId; fit: AgeFit }[]> =>
  (Object.entries((await fitted()).fits) as [NetworkId, AgeFit][]).map(([network, fit]) => ({ network, fit }));

/** Fits each network's age curve to the posts that were captured several times, once a day. */
export async function refitAgeCurves(now: number): Promise<void> {
  const { at } = await fitted();
  if (now - at < DAY && at <= now) return;
  const accounts = (await listAccounts()).filter(({ sample, snapshots }) => !sample && snapshots > 1);
  const fits: Partial<Record<NetworkId, AgeFit>> = {};
  for (const network of NETWORK_IDS) {
    const growths: Growth[] = [];
    for (const { accountKey } of accounts.filter((account) => account.network === network).slice(0, MOST_ACCOUNTS))
      growths.push(...(await growthsOf(accountKey)));
    // Whoever clicks meanwhile is served first.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const fit = fitAge(growths, PRIOR[network] ?? null);
    if (fit) fits[network] = fit;
  }
  await outside().set({ [AGE_FITS]: { at: now, fits } satisfies Fits });
}

/** How the posts of one account grew from capture to capture. */
async function growthsOf(accountKey: string): Promise<Growth[]> {
  const posts = new Map((postsByAccount(await rollupsOf([accountKey])).get(accountKey) ?? []).map((post) => [post.postKey, post]));
  const seen = await sightsOver(accountKey, MOST_CAPTURES);
  return [...seen].flatMap(([key, sights]) => {
    const growth = growthOf(posts.get(key), sights);
    return growth ? [growth] : [];
  });
}

/** The interactions of a post at each age; null for a post whose date is vague or that is not the account's own and ordinary. */
function growthOf(post: PostState | undefined, sights: Sight[]): Growth | null {
  if (!post?.published || !isOrdinary(post)) return null;
  const { value: published, low, high } = post.published;
  const growth = sights.flatMap(({ takenAt, metrics }) => {
    const readings = INTERACTIONS[post.network].map((name) => metrics[name]);
    const sum = (bound: 'value' | 'low' | 'high') => readings.reduce((total, reading) => total + (reading?.[bound] ?? Number.NaN), 0);
    const count = sum('value');
    return sum('high') - sum('low') <= ROUGH * count ? [{ age: takenAt - published, count }] : [];
  });
  const [first] = growth;
  return first && growth.length > 1 && high - low <= EXACT * first.age ? growth : null;
}
