import { browser } from 'wxt/browser';
import { evidencePack, type PackItem } from '../../lib/evidence-pack';
import { flavourFor } from '../../lib/exports/csv';
import { language, plural, t } from '../../lib/i18n';
import type { PictureEdit, PictureFacts } from '../../lib/model/picture';
import type { Study } from '../../lib/model/study';
import { edited } from '../../lib/pictures/image';
import { sha256 } from '../../lib/store/checksum';
import { draftOf, factsOf, fileOf, forgetDrafts, type PictureDraft } from '../../lib/store/drafts';
import { evidenceOf } from '../../lib/store/evidence';
import { keepPicture, pictureBytes } from '../../lib/store/pictures';
import { storageFault } from '../../lib/store/storage-fault';
import { tagsOf } from '../../lib/store/tags';
import { download } from './download';
import { say } from './toast';

/**
 * Keeps a picture that waits, with what the analyst took out of it. The draft goes only once the picture is kept. False where it was not, and
 * may be tried again. Never throws.
 */
export async function keepDraft(draft: PictureDraft, edits: PictureEdit[]): Promise<boolean> {
  try {
    const { snapshotId } = draft;
    const waits = (await draftOf(snapshotId)) !== null;
    const [facts, bytes] = await finished(draft, edits);
    const kept = waits && (await keepPicture(facts, bytes));
    await forgetDrafts([snapshotId]);
    say(t(kept ? 'picture_kept' : 'picture_gone'));
    return true;
  } catch (error) {
    console.warn('The picture was not kept:', error);
    say(t(storageFault(error) === 'full' ? 'picture_disk_full' : 'picture_not_kept'));
    return false;
  }
}

/** Forgets a picture that waits. Rejects when it could not be done. */
export async function discardDraft({ snapshotId }: PictureDraft): Promise<boolean> {
  await forgetDrafts([snapshotId]);
  say(t('picture_discarded'));
  return true;
}

async function finished(draft: PictureDraft, edits: PictureEdit[]): Promise<[PictureFacts, Uint8Array<ArrayBuffer>]> {
  const file = fileOf(draft);
  if (edits.length === 0) return [factsOf(draft), file.bytes];
  const { bytes, ...rest } = await edited(new Blob([file.bytes], { type: file.type }), edits);
  return [{ ...factsOf(draft), ...rest, size: bytes.length, sha256: await sha256(bytes), edited: edits }, bytes];
}

/** Downloads an evidence pack of these pictures. Rejects when it cannot be made. */
export async function savePack(
  pictures: readonly PictureFacts[],
  studies: readonly Study[],
  nameOf: (key: string) => string,
): Promise<void> {
  const found = await evidenceOf(pictures.map(({ snapshotId }) => snapshotId));
  const items: PackItem[] = [];
  for (const facts of pictures) {
    const bytes = await pictureBytes(facts.snapshotId);
    if (bytes) items.push({ facts, bytes, ...(found.get(facts.snapshotId) ?? { entry: null, checksums: [] }) });
  }
  const tags = await tagsOf([...new Set([...found.values()].flatMap(({ entry }) => entry?.accountKey ?? []))]);
  const madeAt = Date.now();
  const { name, version } = browser.runtime.getManifest();
  const pack = await evidencePack(items, {
    ...{ madeAt, madeBy: `${name} ${version}`, readme: readme(), flavour: flavourFor(language()), tagsOf: tags },
    brandOf: (accountKey) => {
      const brand = studies.flatMap(({ brands }) => brands).find(({ accounts }) => accounts.includes(accountKey));
      return { brand: brand?.name ?? nameOf(accountKey), role: brand?.role ?? null };
    },
  });
  const file = `jauge-evidence-${new Date(madeAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z.zip`;
  download(file, pack.blob);
  const said = plural('pack_saved', pack.pictures, file);
  say(pack.damaged.length > 0 ? `${said} ${plural('pack_damaged', pack.damaged.length)}` : said);
}

const readme = () =>
  ['title', 'contents', 'check', 'check_windows', 'means', 'limits']
    .map((part) => `${t(`pack_readme_${part}` as 'pack_readme_title')}\n`)
    .join('\n');
