import type { CaptureState } from '../lib/capture-state';
import { t } from '../lib/i18n';
import type { PictureFault, PictureFile } from '../lib/model/picture';
import { pictureMissing } from '../lib/picture-words';
import { PictureCanvas } from './PictureCanvas';

interface Props {
  /** Why there is no picture; null where there is one. */
  fault: PictureFault | null;
  picture: CaptureState['picture'];
  on: { keep: () => void; discard: () => void; edit: () => void };
}

/** The picture of an audit capture, looked at once before anything of it is kept; or why there is none. */
export function PictureOffer({ fault, picture, on }: Props) {
  if (fault) {
    return (
      <p class="warn" role="status">
        {t('picture_none')} {pictureMissing(fault)}
      </p>
    );
  }
  if (!picture) return null;
  const { step, file } = picture;
  if (step === 'kept' || step === 'discarded' || step === 'gone') {
    return (
      <p class="picture-done" role="status">
        {t(`picture_${step}`)}
      </p>
    );
  }
  return <Offered file={file} failed={step === 'offered' ? null : step} on={on} />;
}

interface OfferedProps {
  file: PictureFile;
  failed: 'full' | 'failed' | null;
  on: Props['on'];
}

function Offered({ file, failed, on }: OfferedProps) {
  return (
    <section class="picture-offer" aria-label={t('picture_offer')}>
      <PictureCanvas file={file} label={t('picture_label')} />
      <p class="quiet">{t('picture_look')}</p>
      {failed && (
        <p class="warn" role="alert">
          {t(failed === 'full' ? 'picture_disk_full' : 'picture_not_kept')}
        </p>
      )}
      <div class="picture-choices">
        <button type="button" class="primary" onClick={on.keep}>
          {t('picture_keep')}
        </button>
        <button type="button" onClick={on.edit}>
          {t('picture_edit')}
        </button>
        <button type="button" class="quiet" onClick={on.discard}>
          {t('picture_discard')}
        </button>
      </div>
    </section>
  );
}
