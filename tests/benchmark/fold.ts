import type { Capture } from '../../lib/model/capture';
import { accountKey, postKey } from '../../lib/model/keys';
import type { AccountRecord, Rollup } from '../../lib/model/rollup';
import { type Filed, sighted } from '../../lib/store/filed';

/** What the store makes of captures, as far as benchmarks can see it: each post once, by its fullest observation. */
export function fold(captures: Capture[]): { rollups: Rollup[]; accounts: AccountRecord[] } {
  const filed = new Map<string, Filed>();
  const accounts = new Map<string, AccountRecord>();
  for (const capture of [...captures].sort((a, b) => a.takenAt - b.takenAt)) {
    const { network, takenAt, account } = capture;
    const key = accountKey(network, account.handle ?? '');
    const { followers, following: _, posts: __, ...facts } = account;
    const known = accounts.get(key);
    const points = [...(known?.followers ?? []), { takenAt, followers }];
    const times = { firstSeenAt: known?.firstSeenAt ?? takenAt, lastSeenAt: takenAt, snapshots: (known?.snapshots ?? 0) + 1 };
    accounts.set(key, { ...known, ...facts, accountKey: key, network, ...times, followers: points, sample: true });
    for (const post of capture.posts) {
      const name = postKey(network, post.id);
      filed.set(name, sighted(filed.get(name), name, post, capture, key));
    }
  }
  const states = [...filed.values()].map(({ state }) => state);
  const rollups = [...accounts.keys()].map((key): Rollup => {
    return { id: `${key}|all`, accountKey: key, month: 'all', posts: states.filter((post) => post.accountKey === key) };
  });
  return { rollups, accounts: [...accounts.values()] };
}
