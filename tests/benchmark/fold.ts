import type { Capture } from '../../lib/model/capture';
import { accountKey, postKey } from '../../lib/model/keys';
import type { AccountRecord, PostState, Rollup } from '../../lib/model/rollup';
import { POST_FLAGS } from '../../lib/model/vocabulary';

/** What the store makes of captures, as far as benchmarks can see it: each post once, as last observed. */
export function fold(captures: Capture[]): { rollups: Rollup[]; accounts: AccountRecord[] } {
  const states = new Map<string, PostState>();
  const accounts = new Map<string, AccountRecord>();
  for (const capture of [...captures].sort((a, b) => a.takenAt - b.takenAt)) {
    const { network, takenAt, account, surface } = capture;
    const key = accountKey(network, account.handle ?? '');
    const { handle, name, nativeId, url, followers } = account;
    const known = accounts.get(key);
    const points = [...(known?.followers ?? []), { takenAt, followers }];
    const times = { firstSeenAt: known?.firstSeenAt ?? takenAt, lastSeenAt: takenAt, snapshots: (known?.snapshots ?? 0) + 1 };
    accounts.set(key, { accountKey: key, network, nativeId, handle, name, url, ...times, followers: points, sample: true });
    for (const post of capture.posts) {
      states.set(postKey(network, post.id), {
        postKey: postKey(network, post.id),
        accountKey: key,
        network,
        snapshotId: capture.id,
        adapter: capture.adapter,
        takenAt,
        published: post.published,
        format: post.format,
        flags: POST_FLAGS.filter((flag) => post.flags[flag]),
        metrics: post.metrics,
        followers: followers.value === null ? null : followers,
        surface: surface.kind,
        ...(surface.tab ? { tab: surface.tab } : {}),
      });
    }
  }
  const rollups = [...accounts.keys()].map((key): Rollup => {
    return { id: `${key}|all`, accountKey: key, month: 'all', posts: [...states.values()].filter((post) => post.accountKey === key) };
  });
  return { rollups, accounts: [...accounts.values()] };
}
