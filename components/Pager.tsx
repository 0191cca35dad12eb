import { formatCount, t } from '../lib/i18n';

interface Props {
  page: number;
  pages: number;
  first: number;
  shown: number;
  total: number;
  onPage: (page: number) => void;
}

/** Which part of a long list is shown, and the way to the others. */
export function Pager({ page, pages, first, shown, total, onPage }: Props) {
  if (pages <= 1) return null;
  return (
    <nav class="pager" aria-label={t('pages')}>
      <button type="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {t('page_before')}
      </button>
      <span>{t('page_range', formatCount(first + 1), formatCount(first + shown), formatCount(total))}</span>
      <button type="button" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {t('page_after')}
      </button>
    </nav>
  );
}
