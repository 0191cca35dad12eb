import type { Capture, PostReading } from '../model/capture';
import { postKey } from '../model/keys';
import type { CommentRecord, Doubt } from '../model/records';
import type { AccountRecord, PostState } from '../model/rollup';
import { POST_FLAGS } from '../model/vocabulary';
import { db, type SnapshotRecord, type Store, type StoredPost } from './db';
import { doubtsOf } from './doubts';
import type { Entry } from './journal';
import { pack } from './pack';
import { partsOf } from './parts';
import { recordPost } from './posts';
import { type Filed, fileInto, monthOf, rollupIdsOf } from './rollups';

/**
 * Writes a capture, already checked, in one strict transaction: snapshot, posts, account and rollups, all or nothing.
 * Returns once the transaction is complete. The same capture again changes nothing (`fresh` is false).
 */
export async function writeCapture(
  { capture, comments, accountKey, rejects, sample }: Entry,
  store: Store = db,
): Promise<{ fresh: boolean; doubts: number }> {
  const tables = [store.snapshots, store.posts, store.accounts, store.rollups, store.rejects, store.comments];
  return store.transaction('rw', tables, async () => {
    const stored = await store.snapshots.get(capture.id);
    if (stored) return { fresh: false, doubts: stored.doubts?.length ?? 0 };
    const doubts = await filePosts(store, capture, accountKey);
    await store.snapshots.bulkAdd(snapshotRecords(capture, accountKey, doubts));
    await fileComments(store, capture, accountKey, comments);
    await store.accounts.put(recordAccount(await store.accounts.get(accountKey), capture, accountKey, sample));
    const { id: captureId, takenAt, network } = capture;
    if (rejects.length) await store.rejects.bulkAdd(rejects.map((reason) => ({ captureId, takenAt, network, reason })));
    return { fresh: true, doubts: doubts.length };
  });
}

/** Files the posts into the account's rollups; returns what can hardly be true of them. */
async function filePosts(store: Store, capture: Entry['capture'], accountKey: string): Promise<Doubt[]> {
  const keys = capture.posts.map((post) => postKey(capture.network, post.id));
  const known = await store.posts.bulkGet(keys);
  const records = capture.posts.map((post, index) => recordPost(known[index], post, capture.network, accountKey, capture.takenAt));
  await store.posts.bulkPut(records);
  const filed = capture.posts.map((post, index): Filed => {
    const before = known[index]?.seenOn.includes(accountKey) ? monthOf(known[index]?.published ?? null) : null;
    return { state: stateOf(post, records[index] as StoredPost, capture, accountKey), formerMonth: before };
  });
  const rollups = await store.rollups.bulkGet(rollupIdsOf(filed));
  const present = rollups.filter((rollup) => rollup !== undefined);
  const before = new Map(present.flatMap((rollup) => rollup.posts.map((post) => [post.postKey, post])));
  const changed = fileInto(present, filed);
  await store.rollups.bulkPut(changed.filter((rollup) => rollup.posts.length));
  await store.rollups.bulkDelete(changed.filter((rollup) => !rollup.posts.length).map((rollup) => rollup.id));
  return doubtsOf(
    filed.map(({ state }) => state),
    before,
  );
}

async function fileComments(
  store: Store,
  { id, takenAt, network, surface }: Entry['capture'],
  accountKey: string,
  comments: CommentRecord[],
) {
  if (!comments.length || !surface.postId) return;
  await store.comments.add({ id, accountKey, postKey: postKey(network, surface.postId), takenAt, comments });
}

/** A post as a rollup keeps it: the latest readings without the raw texts, which evidence takes from the snapshot. */
export function stateOf(
  post: Pick<PostReading, 'flags' | 'metrics'>,
  record: StoredPost,
  capture: Pick<Capture, 'id' | 'takenAt' | 'network' | 'account' | 'surface' | 'adapter'>,
  accountKey: string,
): PostState {
  const metrics = Object.fromEntries(Object.entries(post.metrics).map(([name, { raw: _, ...reading }]) => [name, reading]));
  const { followers } = capture.account;
  return {
    postKey: record.postKey,
    accountKey,
    network: capture.network,
    snapshotId: capture.id,
    adapter: capture.adapter,
    takenAt: capture.takenAt,
    published: record.published,
    format: record.format,
    flags: POST_FLAGS.filter((flag) => post.flags[flag]),
    metrics,
    followers: followers.value === null ? null : followers,
    surface: capture.surface.kind,
    ...(capture.surface.tab ? { tab: capture.surface.tab } : {}),
  };
}

/** The account's record after one more capture: identity from the newest, followers as a series, oldest first. */
export function recordAccount(
  known: AccountRecord | undefined,
  capture: Pick<Capture, 'network' | 'takenAt' | 'account'>,
  accountKey: string,
  sample: boolean,
): AccountRecord {
  const { account, takenAt, network } = capture;
  const newest = !known || takenAt >= known.lastSeenAt;
  const pick = <T>(now: T | null, before: T | null | undefined): T | null => (newest ? (now ?? before ?? null) : (before ?? now));
  const point = account.followers.value === null ? [] : [{ takenAt, followers: account.followers }];
  return {
    accountKey,
    network,
    nativeId: pick(account.nativeId, known?.nativeId),
    handle: pick(account.handle, known?.handle),
    name: pick(account.name, known?.name),
    url: pick(account.url, known?.url),
    ...(newest ? { ...factsOf(known), ...factsOf(account) } : { ...factsOf(account), ...factsOf(known) }),
    firstSeenAt: Math.min(takenAt, known?.firstSeenAt ?? takenAt),
    lastSeenAt: Math.max(takenAt, known?.lastSeenAt ?? takenAt),
    snapshots: (known?.snapshots ?? 0) + 1,
    followers: [...(known?.followers ?? []), ...point].sort((a, b) => a.takenAt - b.takenAt),
    sample: known?.sample ?? sample,
  };
}

function factsOf(account: Partial<Pick<AccountRecord, 'verified' | 'bio' | 'link' | 'category'>> | undefined) {
  const { verified, bio, link, category } = account ?? {};
  return Object.fromEntries(Object.entries({ verified, bio, link, category }).filter(([, fact]) => fact !== undefined));
}

function snapshotRecords(capture: Entry['capture'], accountKey: string, doubts: Doubt[]): SnapshotRecord[] {
  const { id, network, takenAt, url, surface, locale, adapter, account, coverage, followedSince } = capture;
  const split = partsOf(capture.posts);
  const parts = split.length;
  return split.map((posts, part) => {
    const postKeys = posts.map((post) => postKey(network, post.id));
    const facts = { accountKey, network, takenAt, url, surface, locale, adapter, account, coverage, parts };
    const first = part === 0 ? { ...(followedSince !== undefined && { followedSince }), ...(doubts.length && { doubts }) } : {};
    return { ...first, id: part === 0 ? id : `${id}+${part}`, part, ...facts, postKeys, ...pack(posts, postKeys) };
  });
}
