import { useMemo, useState } from 'preact/hooks';
import type { PictureSight } from '../../components/FindingPictures';
import { PictureDialog } from '../../components/PictureDialog';
import { t } from '../../lib/i18n';
import type { PictureFacts, PictureFile } from '../../lib/model/picture';
import { pictureBytes } from '../../lib/store/pictures';
import { accountName } from './networks';
import { attempt, say } from './toast';

const fileOf = async (picture: PictureFacts): Promise<PictureFile | null> => {
  const bytes = await pictureBytes(picture.snapshotId);
  return bytes && { ...picture, bytes };
};

/** How the pictures behind findings are looked at, and the one that is. */
export function useSight(pictures: readonly PictureFacts[]) {
  const [shown, show] = useState<{ picture: PictureFacts; file: PictureFile } | null>(null);
  const sight = useMemo((): PictureSight => {
    const open = async (picture: PictureFacts) => {
      const file = await fileOf(picture);
      if (file) show({ picture, file });
      else say(t('picture_unreadable'));
    };
    return {
      kept: new Map(pictures.map((picture) => [picture.sha256, picture])),
      load: fileOf,
      onShow: (picture) => attempt(open(picture)),
    };
  }, [pictures]);
  const dialog = shown && <PictureDialog {...shown} name={accountName(shown.picture.accountKey)} onClose={() => show(null)} />;
  return { sight, dialog };
}
