import { curvesInUse } from '../../lib/age-curves';
import { percentiles } from '../../lib/benchmark/percentile';
import { postsByAccount } from '../../lib/benchmark/selection';
import { xFactors } from '../../lib/benchmark/x-factor';
import { accountAt, type PanelList, panelRows } from '../../lib/panel-rows';
import { chosenStudy } from '../../lib/settings';
import { studyWith } from '../../lib/standing';
import { newestCapture } from '../../lib/store/newest';
import { listAccounts, postRecords, rollupsOf } from '../../lib/store/queries';

/** The newest capture of an account as the panel lists it. */
export interface AccountPosts {
  accountKey: string;
  list: PanelList;
  takenAt: number;
  texts: Map<string, string>;
}

/** Posts of the account that was just captured, else of the one whose page is in front; null where it was never captured. */
export async function accountPosts(captured: string | null, address: string | null): Promise<AccountPosts | null> {
  const accountKey = captured ?? (address === null ? null : (accountAt(address, await listAccounts())?.accountKey ?? null));
  const newest = accountKey === null ? null : await newestCapture(accountKey);
  if (accountKey === null || !newest) return null;
  const [chosen, curves] = await Promise.all([chosenStudy.getValue(), curvesInUse()]);
  const study = await studyWith(accountKey, chosen);
  const rollups = await rollupsOf([...new Set([accountKey, ...(study?.brands.flatMap(({ accounts }) => accounts) ?? [])])]);
  const posts = postsByAccount(rollups).get(accountKey) ?? [];
  const placesOf = percentiles(rollups, xFactors(rollups, curves), curves);
  const list = panelRows(posts, new Set(newest.postKeys), placesOf, curves);
  const records = await postRecords([accountKey]);
  return { accountKey, list, takenAt: newest.takenAt, texts: new Map(records.map(({ postKey, text }) => [postKey, text])) };
}
