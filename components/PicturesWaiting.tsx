import { formatMoment, plural } from '../lib/i18n';
import type { PictureFacts } from '../lib/model/picture';

interface Props {
  drafts: readonly PictureFacts[];
  nameOf: (accountKey: string) => string;
  href: (snapshotId: string) => string;
}

/** Pictures that nobody has decided on yet; each leads to where that is done. */
export function PicturesWaiting({ drafts, nameOf, href }: Props) {
  if (drafts.length === 0) return null;
  return (
    <section class="waiting-pictures">
      <h2>{plural('pictures_waiting', drafts.length)}</h2>
      <ul>
        {drafts.map(({ snapshotId, accountKey, takenAt }) => (
          <li key={snapshotId}>
            <a href={href(snapshotId)}>
              {nameOf(accountKey)}, {formatMoment(takenAt)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
