import { t } from '../lib/i18n';
import { TableScroll } from './TableScroll';

interface Props {
  text: string;
  onSave: () => void;
  onDiscard: () => void;
}

/** A report on a page as it would be saved: read first, then kept or thrown away. Nothing is sent. */
export function ReportBox({ text, onSave, onDiscard }: Props) {
  return (
    <section class="report">
      <h2>{t('report_title')}</h2>
      <p>{t('report_words')}</p>
      <TableScroll label={t('report_title')}>
        <pre>{text}</pre>
      </TableScroll>
      <p class="row">
        <button type="button" class="primary" onClick={onSave}>
          {t('report_save')}
        </button>
        <button type="button" onClick={onDiscard}>
          {t('report_discard')}
        </button>
      </p>
    </section>
  );
}
