import type { Transaction } from 'dexie';
import type { PostRecord } from '../model/records';
import type { AccountRecord, PostState, Rollup } from '../model/rollup';
import type { StoredAccount } from './accounts';
import type { SnapshotRecord } from './db';
import { publisherOf } from './filed';
import { linesOf, monthRecords } from './months';

type OldSnapshot = Omit<SnapshotRecord, 'postKeys'> & { postKeys: string[] };
type OldPost = PostRecord & { seenOn: string[] };

/** From a record per post to the months of accounts; snapshots keep their post keys as one text, accounts their followers. */
export async function packAgain(transaction: Transaction): Promise<void> {
  await transaction
    .table<OldSnapshot | SnapshotRecord>('snapshots')
    .toCollection()
    .modify((record) => {
      if (Array.isArray(record.postKeys)) (record as SnapshotRecord).postKeys = record.postKeys.join('\n');
    });
  const posts = new Map((await transaction.table<OldPost>('posts').toArray()).map((post) => [post.postKey, post]));
  const loose = new Set<string>();
  for (const rollup of await transaction.table<Rollup>('rollups').toArray()) {
    const [first] = rollup.posts;
    await transaction.table('rollups').delete(rollup.id);
    if (!first) continue;
    if (rollup.posts.some(({ published }) => published === null || published.low !== published.high)) loose.add(rollup.accountKey);
    const lines = rollup.posts.map((state) => [state.postKey, linesBefore(state, posts.get(state.postKey))] as const);
    await transaction.table('rollups').bulkPut(
      monthRecords(
        { ...rollup, network: first.network },
        rollup.month,
        lines.map(([key, line]) => [key, line]),
      ),
    );
  }
  await transaction
    .table<AccountRecord | StoredAccount>('accounts')
    .toCollection()
    .modify((account) => {
      if (typeof account.followers === 'string') return;
      const followers = account.followers.map((point) => JSON.stringify(point)).join('\n');
      Object.assign(account, { followers, loose: loose.has(account.accountKey) });
    });
}

function linesBefore(state: PostState, post: OldPost | undefined) {
  const {
    postKey,
    accountKey: _,
    network: __,
    published: ___,
    format: ____,
    seenOn: _____,
    firstSeenAt,
    lastSeenAt,
    ...facts
  } = post ?? {
    ...{ postKey: state.postKey, accountKey: state.accountKey, network: state.network, id: state.postKey.slice(state.network.length + 1) },
    ...{ aliases: [], url: null, author: null, published: null, format: null, text: '', seenOn: [] },
    ...{ firstSeenAt: state.takenAt, lastSeenAt: state.takenAt },
  };
  const filed = { state: { ...state, postKey }, facts, firstSeenAt, lastSeenAt };
  return { ...linesOf(filed, null, 'new'), guest: publisherOf(filed) !== state.accountKey };
}
