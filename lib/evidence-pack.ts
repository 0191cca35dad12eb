import type { Flavour } from './exports/csv';
import { type PostRow, postsCsv } from './exports/posts-csv';
import { postKey } from './model/keys';
import type { PictureFacts } from './model/picture';
import type { TagsOf } from './model/tags';
import { POST_FLAGS, type Role } from './model/vocabulary';
import { sha256 } from './store/checksum';
import type { Evidence } from './store/evidence';
import type { Entry } from './store/journal';
import { zip } from './store/zip';

/** A picture with its file and what was captured with it. */
export interface PackItem extends Evidence {
  facts: PictureFacts;
  bytes: Uint8Array<ArrayBuffer>;
}

interface PackOptions {
  /** Epoch ms. */
  madeAt: number;
  /** Name and version of what made it. */
  madeBy: string;
  /** README.txt: what is in the pack and how to check it. */
  readme: string;
  flavour: Flavour;
  /** Brand and role of an account, as the user's studies have it. */
  brandOf: (accountKey: string) => { brand: string; role: Role | null };
  /** Tags of a post as they are now: they are the analyst's, and no part of what was captured. */
  tagsOf: TagsOf;
}

/** What a pack came to; `damaged` are the captures whose picture is no longer the one that was kept: it is left out, and the manifest says so. */
export interface Pack {
  blob: Blob;
  pictures: number;
  damaged: string[];
}

const text = (value: string) => new TextEncoder().encode(value);

/**
 * An evidence pack: pictures, `posts.csv` with what was read at the same time, `manifest.json` that says what belongs together, README.txt, and
 * `SHA256SUMS` over all of them, which `sha256sum -c` checks.
 */
export async function evidencePack(items: readonly PackItem[], options: PackOptions): Promise<Pack> {
  const hashes = await Promise.all(items.map(({ bytes }) => sha256(bytes)));
  const whole = items.filter(({ facts }, index) => hashes[index] === facts.sha256);
  const damaged = items.filter((item) => !whole.includes(item)).map(({ facts }) => facts.snapshotId);
  const pictures = whole.map(({ facts, bytes }) => ({ name: pictureName(facts), bytes }));
  const rows = whole.flatMap(({ entry }) => (entry ? rowsOf(entry, options) : []));
  const contents = [
    ...pictures,
    { name: 'posts.csv', bytes: text(postsCsv(rows, options.flavour)) },
    { name: 'README.txt', bytes: text(options.readme) },
  ];
  const files = await listed(contents);
  const manifest = {
    ...{ format: 'jauge-evidence', version: 1, madeAt: new Date(options.madeAt).toISOString(), madeBy: options.madeBy },
    ...{ files, pictures: whole.map(described), damaged },
  };
  const all = [...contents, { name: 'manifest.json', bytes: text(`${JSON.stringify(manifest, null, 2)}\n`) }];
  const sums = (await listed(all)).map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join('');
  const blob = zip([...all, { name: 'SHA256SUMS', bytes: text(sums) }], options.madeAt);
  return { blob, pictures: pictures.length, damaged };
}

const listed = (files: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[]) =>
  Promise.all(files.map(async ({ name, bytes }) => ({ name, sha256: await sha256(bytes), bytes: bytes.length })));

/** `pictures/20261122T101500Z-x-lumen-1a2b3c4d.webp`: when, whose, and of which capture. */
function pictureName({ takenAt, network, accountKey, snapshotId, type }: PictureFacts): string {
  const when = new Date(takenAt).toISOString().slice(0, 19).replace(/[-:]/g, '');
  const whose = accountKey.slice(network.length + 1).replace(/[^a-z0-9_]+/g, '-');
  // The whole id: two pictures of one second must not become one file.
  return `pictures/${when}Z-${network}-${whose}-${snapshotId.replace(/[^A-Za-z0-9-]/g, '')}.${type.replace(/^image\//, '')}`;
}

/** What the manifest says of a picture. */
function described({ facts, entry, checksums }: PackItem) {
  const { snapshotId, takenAt, url, network, accountKey, adapter, width, height, edited } = facts;
  return {
    ...{ file: pictureName(facts), sha256: facts.sha256, takenAt: new Date(takenAt).toISOString(), url, width, height, edited },
    ...{ network, accountKey, reader: adapter },
    snapshot: entry && {
      ...{ id: snapshotId, crc32: checksums, takenAt: new Date(entry.capture.takenAt).toISOString(), url: entry.capture.url },
      ...{ reader: entry.capture.adapter, locale: entry.capture.locale, surface: entry.capture.surface },
      ...{ coverage: entry.capture.coverage, posts: entry.capture.posts.length },
    },
    account: entry?.capture.account ?? null,
    comments: entry?.comments ?? [],
  };
}

/** The posts of a capture as that capture read them, and as nothing later changed them. */
function rowsOf({ capture, accountKey }: Entry, { brandOf, tagsOf }: Pick<PackOptions, 'brandOf' | 'tagsOf'>): PostRow[] {
  const { brand, role } = brandOf(accountKey);
  const { network, takenAt, adapter, id: snapshotId, account, surface } = capture;
  return capture.posts.map(({ flags, published, format, metrics, ...facts }) => {
    const key = postKey(network, facts.id);
    const seen = { firstSeenAt: takenAt, lastSeenAt: takenAt };
    return {
      ...{ brand, role, account: undefined, x: null, places: null, tags: tagsOf({ accountKey, postKey: key }) },
      record: { ...facts, ...seen, postKey: key, accountKey, network, published, format },
      state: {
        ...{ postKey: key, accountKey, network, snapshotId, adapter, takenAt, published, format, metrics },
        ...{ flags: POST_FLAGS.filter((flag) => flags[flag]), followers: account.followers, surface: surface.kind },
      },
    };
  });
}
