/**
 * The disk is full while captures come in, and then it has room again: what was there stays and can be read and exported meanwhile.
 *   npm run faults -- quota [--count 20] [--backend leveldb|sqlite] [--json]
 * Where a small disk can be mounted (root on Linux) the profile lies on one; elsewhere the browser is told of a small quota, and then the
 * extension is loaded without the permission that exempts it.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statfsSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FedTab, type LedgerStage, ledgerStage } from './ledger-stage';
import { type Asked, asked, type Outcome, outcomeOf, progress, report } from './trial';

const DISK = '96m';
const SMALL_QUOTA = 200_000;
/** Captures that are handed in while nothing can be written. */
const MEANWHILE = 4;
const PATIENCE_MS = 20_000;

interface Disk {
  kind: 'disk' | 'quota';
  profile?: string;
  prepare?(extension: string): void;
  fill(stage: LedgerStage): Promise<void>;
  free(stage: LedgerStage): Promise<void>;
  remove(): void;
}

/** Fills the disk under the store, and audits it when there is room again. */
export async function fillDisk({ count, backend }: Pick<Asked, 'count' | 'backend'>): Promise<Outcome> {
  const disk = smallDisk() ?? smallQuota();
  const stage = await ledgerStage({ backend, profile: disk.profile, prepare: disk.prepare });
  try {
    await stage.start();
    const tab = await stage.tab(0);
    await tab.feed(0, count);
    const before = new Set(stage.acknowledged);
    await disk.fill(stage);
    progress(`full, by ${disk.kind}`);
    const refused = await feedOn(tab, 1000);
    // Asked of a page that is opened now, as a person would.
    const why: string[] = [];
    const note = (error: Error) => void why.push(error.message.slice(0, 200));
    const readable = (await soon(stage.audit()).catch(note))?.lost.length === 0;
    const exported = (await soon(stage.backup()).catch(note)) ?? 0;
    progress(`${Object.keys(refused).length} of ${MEANWHILE} not saved: ${[...new Set(Object.values(refused))].join('; ')}`);
    await disk.free(stage);
    const resumed = Object.keys(await feedOn(tab, 2000)).length === 0;
    await stage.close();
    await stage.start();
    await stage.settled();
    const notSaved = Object.keys(refused).length;
    const found = { backend, full: disk.kind, before: before.size, notSaved, readable, exported, resumed, why };
    const outcome = outcomeOf('quota', stage, await stage.audit(), found);
    return { ...outcome, met: outcome.met && notSaved > 0 && readable && exported >= before.size && resumed };
  } finally {
    await stage.dispose();
    disk.remove();
  }
}

/** Nobody waits longer for their figures. */
const soon = <T>(figures: Promise<T>): Promise<T> =>
  Promise.race([
    figures,
    pause(PATIENCE_MS, null, { ref: false }).then(() => Promise.reject(new Error(`nothing came in ${PATIENCE_MS} ms`))),
  ]);

const feedOn = async (tab: FedTab, from: number) => (await tab.feed(from, from + MEANWHILE, { atOnce: MEANWHILE })).refused;

/** A disk of its own for the profile; null where none can be mounted. */
function smallDisk(): Disk | null {
  const folder = mkdtempSync(join(tmpdir(), 'jauge-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    kind: 'disk',
    profile: join(folder, 'profile'),
    async fill() {
      const file = openSync(filler, 'a');
      try {
        for (const size of [1_000_000, 4096, 1]) fillWith(file, Buffer.alloc(size), folder);
      } finally {
        closeSync(file);
      }
    },
    async free() {
      rmSync(filler);
    },
    remove() {
      execFileSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes until no more goes in. */
function fillWith(file: number, bytes: Buffer, folder: string): void {
  try {
    while (statfsSync(folder).bavail > 0) writeSync(file, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}

/** A quota for the extension's origin. Extensions that ask for unlimited storage have none, so this one does not ask. */
function smallQuota(): Disk {
  const override = async (stage: LedgerStage, quotaSize?: number) => {
    const page = await stage.chromium().extensionPage('manifest.json');
    const session = await page.createCDPSession();
    const origin = `chrome-extension://${stage.chromium().extensionId}`;
    await session.send('Storage.overrideQuotaForOrigin', quotaSize === undefined ? { origin } : { origin, quotaSize });
    // The override lasts as long as the session that made it.
    if (quotaSize === undefined) await page.close();
  };
  return {
    kind: 'quota',
    prepare(extension) {
      const path = join(extension, 'manifest.json');
      const manifest = JSON.parse(readFileSync(path, 'utf8')) as { permissions: string[] };
      writeFileSync(path, JSON.stringify({ ...manifest, permissions: manifest.permissions.filter((name) => name !== 'unlimitedStorage') }));
    },
    fill: (stage) => override(stage, SMALL_QUOTA),
    free: (stage) => override(stage),
    remove: () => undefined,
  };
}

/** The trial by its name on the command line. */
export async function quota(args: string[]): Promise<number> {
  const options = asked(args, 20);
  return report(await fillDisk(options), options);
}
