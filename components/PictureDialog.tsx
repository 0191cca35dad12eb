import { formatMoment, t } from '../lib/i18n';
import type { PictureFacts, PictureFile } from '../lib/model/picture';
import { Dialog } from './Dialog';
import { PictureCanvas } from './PictureCanvas';

interface Props {
  picture: PictureFacts;
  file: PictureFile;
  name: string;
  onClose: () => void;
}

/** A picture that is kept, with what it can be checked by. */
export function PictureDialog({ picture, file, name, onClose }: Props) {
  return (
    <Dialog title={t('picture_of', name, formatMoment(picture.takenAt))} onClose={onClose}>
      <div class="picture-shown">
        <PictureCanvas file={file} label={t('picture_label')} />
        <dl class="picture-facts">
          <dt>{t('page')}</dt>
          <dd>
            <a href={picture.url} target="_blank" rel="noopener noreferrer">
              {picture.url}
            </a>
          </dd>
          <dt>{t('picture_hash')}</dt>
          <dd>
            <code>{picture.sha256}</code>
          </dd>
          <dt>{t('reader')}</dt>
          <dd>
            {t(`network_${picture.network}`)} {picture.adapter}
          </dd>
        </dl>
      </div>
    </Dialog>
  );
}
