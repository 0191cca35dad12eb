import { formatBytes, formatMoment, plural, t } from '../lib/i18n';
import type { PictureFacts } from '../lib/model/picture';
import { shortAddress } from './CaptureList';
import { Icon } from './Icon';
import { TableScroll } from './TableScroll';

interface Props {
  /** Newest first. */
  pictures: readonly PictureFacts[];
  nameOf: (accountKey: string) => string;
  onShow: (picture: PictureFacts) => void;
  onErase: (picture: PictureFacts) => void;
}

/** Every picture that is kept: when, whose page, and whether anything was taken out of it. */
export function PictureList({ pictures, nameOf, onShow, onErase }: Props) {
  return (
    <TableScroll label={t('pictures_table')}>
      <table class="pictures">
        <thead>
          <tr>
            <th scope="col">{t('captured_at')}</th>
            <th scope="col">{t('account')}</th>
            <th scope="col">{t('page')}</th>
            <th scope="col">{t('picture_edits')}</th>
            <th scope="col" class="numeric">
              {t('picture_size')}
            </th>
            <th scope="col">
              <span class="sr-only">{t('picture_actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {pictures.map((picture) => (
            <tr key={picture.snapshotId}>
              <td class="nowrap">{formatMoment(picture.takenAt)}</td>
              <th scope="row">
                {nameOf(picture.accountKey)} <span class="unit">{t(`network_${picture.network}`)}</span>
              </th>
              <td>
                <a href={picture.url} target="_blank" rel="noopener noreferrer">
                  {shortAddress(picture.url)}
                </a>
              </td>
              <td>{editWords(picture)}</td>
              <td class="numeric nowrap">{formatBytes(picture.size)}</td>
              <td class="nowrap">
                <button type="button" class="icon-button" onClick={() => onShow(picture)}>
                  <Icon name="evidence" label={t('picture_show', formatMoment(picture.takenAt))} />
                </button>
                <button type="button" class="icon-button" onClick={() => onErase(picture)}>
                  <Icon name="remove" label={t('picture_erase', formatMoment(picture.takenAt))} />
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** What was done to a picture before it was kept. */
function editWords({ edited }: PictureFacts): string {
  if (!edited) return t('picture_untouched');
  const hidden = edited.filter(({ kind }) => kind === 'hide').length;
  const words = [hidden > 0 ? plural('picture_hidden', hidden) : '', edited.length > hidden ? t('picture_cropped') : ''];
  return words.filter(Boolean).join(' · ');
}
