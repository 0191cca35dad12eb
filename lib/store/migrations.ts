import type { Transaction } from 'dexie';
import type { PostReading } from '../model/capture';
import type { Doubt, PostRecord } from '../model/records';
import type { AccountRecord, PostState, Rollup } from '../model/rollup';
import { METRIC_NAMES, POST_FLAGS } from '../model/vocabulary';
import { type About, shortAbout } from './about';
import type { StoredAccount } from './accounts';
import { crc32 } from './checksum';
import { readingOf } from './codes';
import type { DoubtsRecord, SnapshotRecord, UnfiledRecord } from './db';
import { publisherOf } from './filed';
import { linesOf } from './lines';
import { monthRecords } from './months';
import { pack } from './pack';
import { captureIdOf, sealedRecord } from './snapshots';

/** A snapshot before version 4: an object, its readings apart from its texts. */
interface OldSnapshot extends Omit<SnapshotRecord, 'packed'>, About {
  postKeys: string | string[];
  metrics: ArrayBuffer;
  raw: string;
  doubts?: Doubt[];
}
type OldPost = PostRecord & { seenOn: string[] };

/** From a record per post to the months of accounts; snapshots keep their post keys as one text, accounts their followers. */
export async function packAgain(transaction: Transaction): Promise<void> {
  await transaction
    .table<OldSnapshot>('snapshots')
    .toCollection()
    .modify((record) => {
      if (Array.isArray(record.postKeys)) record.postKeys = record.postKeys.join('\n');
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

/** From snapshots of many fields to one buffer each, with their doubts beside them. */
export async function packWhole(transaction: Transaction): Promise<void> {
  const doubts: DoubtsRecord[] = [];
  await transaction
    .table<OldSnapshot | SnapshotRecord>('snapshots')
    .toCollection()
    .modify((record, at) => {
      if ('packed' in record) return;
      if (record.doubts?.length) doubts.push({ id: record.id, accountKey: record.accountKey, doubts: record.doubts });
      at.value = wholeFrom(record);
    });
  await transaction.table<DoubtsRecord>('doubts').bulkPut(doubts);
}

/** Captures that wait to be filed had a snapshot already; from now on filing makes it. */
export async function unfile(transaction: Transaction): Promise<void> {
  const waiting = new Set((await transaction.table<UnfiledRecord>('unfiled').toCollection().primaryKeys()).map(captureIdOf));
  if (!waiting.size) return;
  const ids = (await transaction.table<SnapshotRecord, string>('snapshots').toCollection().primaryKeys()) as string[];
  await transaction.table('snapshots').bulkDelete(ids.filter((id) => waiting.has(captureIdOf(id))));
}

/** A damaged record becomes one that is known as damaged. */
function wholeFrom(old: OldSnapshot): SnapshotRecord {
  const { id, accountKey, takenAt, part, parts, network, url, surface, locale, adapter, account, coverage, followedSince } = old;
  const about: About = { network, url, surface, locale, adapter, account, coverage, ...(followedSince !== undefined && { followedSince }) };
  const text = String(old.postKeys);
  const posts = text ? text.split('\n').map((key) => ({ id: key.slice(network.length + 1), flags: noFlags(), metrics: {} })) : [];
  const whole = old.checksum === crc32(new Uint8Array(old.metrics), new TextEncoder().encode(`${old.raw}\n${text}`));
  if (whole) unpackOld(old, posts);
  const record = sealedRecord({ id, accountKey, takenAt, part, parts, packed: pack(posts, shortAbout(about)) });
  return whole ? record : { ...record, checksum: ~record.checksum >>> 0 };
}

const noFlags = (): PostReading['flags'] => ({ pinned: false, promoted: false, repost: false, quote: false, reply: false });

/** All six metrics of all posts as float64, column by column, the bounds of rounded ones after them; then codes, flags, and raw texts as lines. */
function unpackOld({ metrics, raw }: OldSnapshot, posts: Pick<PostReading, 'flags' | 'metrics'>[]): void {
  const n = posts.length;
  const cells = METRIC_NAMES.length * n;
  const floats = (metrics.byteLength - cells - n) / 8;
  const [numbers, codes, lines] = [new Float64Array(metrics, 0, floats), new Uint8Array(metrics, floats * 8), raw.split('\n')];
  let bound = cells;
  for (let cell = 0; cell < cells; cell += 1) {
    const [code = 0, number = Number.NaN, line] = [codes[cell], numbers[cell], lines[cell]];
    const [post, name] = [posts[cell % n], METRIC_NAMES[Math.floor(cell / n)]];
    if (!code || !post || !name) continue;
    const reading = readingOf(code, Number.isNaN(number) ? null : number);
    if (reading.as === 'rounded') {
      [reading.low, reading.high] = [numbers[bound] ?? null, numbers[bound + 1] ?? null];
      bound += 2;
    }
    post.metrics[name] = line ? { ...reading, raw: line } : reading;
  }
  for (const [index, { flags }] of posts.entries())
    for (const [bit, flag] of POST_FLAGS.entries()) if ((codes[cells + index] ?? 0) & (1 << bit)) flags[flag] = true;
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
  return { ...linesOf(filed, null), guest: publisherOf(filed) !== state.accountKey };
}
