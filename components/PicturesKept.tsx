import { formatBytes, plural, t } from '../lib/i18n';
import type { PictureFacts } from '../lib/model/picture';

/** How many pictures there are and what they weigh: they lie apart from everything else in the store, and no backup holds them. */
export function PicturesKept({ pictures, href }: { pictures: readonly PictureFacts[] | null; href: string }) {
  if (!pictures) return null;
  const bytes = pictures.reduce((sum, { size }) => sum + size, 0);
  return (
    <section class="store-part">
      <h2>{t('pictures')}</h2>
      <p>
        {pictures.length === 0 ? t('pictures_none') : plural('pictures_kept', pictures.length, formatBytes(bytes))} {t('pictures_apart')}{' '}
        <a href={href}>{t('pictures_open')}</a>
      </p>
    </section>
  );
}
