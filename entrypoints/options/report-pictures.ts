import type { AuditRun } from '../../lib/audits/report';
import type { PictureFacts } from '../../lib/model/picture';
import { MOST_PICTURES, type ReportPictures } from '../../lib/reports/pictures';
import { sha256 } from '../../lib/store/checksum';
import { toBase64 } from '../../lib/store/compress';
import { pictureBytes } from '../../lib/store/pictures';

/** Hashes of the pictures behind an audit's findings, newest first. */
export function picturesOf({ findings }: AuditRun): string[] {
  const marks = findings.flatMap(({ pictures = [] }) => pictures).sort((a, b) => b.takenAt - a.takenAt);
  return [...new Set(marks.map(({ sha256: hash }) => hash))];
}

/** The pictures behind an audit's findings for its report: of those that are kept, each only while it still is what its hash says. */
export async function reportPictures(run: AuditRun, kept: ReadonlyMap<string, PictureFacts>): Promise<ReportPictures> {
  const hashes = picturesOf(run);
  const there = hashes.flatMap((hash) => kept.get(hash) ?? []);
  const read = await Promise.all(
    there.slice(0, MOST_PICTURES).map(async (facts) => {
      const bytes = await pictureBytes(facts.snapshotId);
      return bytes && (await sha256(bytes)) === facts.sha256 ? [{ facts, data: `data:${facts.type};base64,${toBase64(bytes)}` }] : [];
    }),
  );
  const shown = read.flat();
  const more = Math.max(0, there.length - MOST_PICTURES);
  return { shown, more, gone: hashes.length - more - shown.length };
}
