import { useEffect, useRef } from 'preact/hooks';
import { formatDay, formatPercent, t } from '../lib/i18n';
import type { Moment } from '../lib/model/capture';
import type { MetricName } from '../lib/model/vocabulary';
import { reasonKey } from './FigureCell';
import { PercentileCell } from './PercentileCell';
import { type PlaceColumn, type PostRate, type PostRow, type PostSort, placeIn } from './post-rows';
import { ReadingText } from './ReadingText';
import { RoleMark } from './RoleMark';
import { PlainHead, SortHead } from './SortHead';
import { TableScroll } from './TableScroll';
import { tagName } from './tags';
import { XFactorCell, xFactorMax } from './XFactorCell';

interface Props {
  rows: readonly PostRow[];
  metrics: MetricName[];
  /** Where posts stand among others, as columns. */
  places: PlaceColumn[];
  sort: PostSort;
  onSort: (sort: PostSort) => void;
  /** Index of the row that the keys move, -1 for none. */
  current: number;
  onCurrent: (index: number) => void;
  onOpen: (row: PostRow) => void;
}

/** Every post with its readings; `Enter` on a row opens its evidence. */
export function PostsTable({ rows, metrics, places, sort, onSort, current, onCurrent, onOpen }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (current >= 0) (body.current?.rows[current] as HTMLElement | undefined)?.focus();
  }, [current]);
  const max = xFactorMax(rows.map(({ x }) => x));
  const plain = { sort, onSort, numeric: false, downFirst: false };
  return (
    <TableScroll label={t('posts_table')}>
      <table class="posts">
        <thead>
          <tr>
            <SortHead by="published" sort={sort} onSort={onSort} numeric={false}>
              {t('published')}
            </SortHead>
            <SortHead by="brand" {...plain}>
              {t('brand')}
            </SortHead>
            <PlainHead>{t('post_text')}</PlainHead>
            <SortHead by="xFactor" sort={sort} onSort={onSort}>
              {t('x_head')}
            </SortHead>
            {places.map((column) => (
              <SortHead key={column} by={column} sort={sort} onSort={onSort} unit={t(`unit_${column}`)}>
                {t('percentile')}
              </SortHead>
            ))}
            {metrics.map((metric) => (
              <SortHead key={metric} by={metric} sort={sort} onSort={onSort}>
                {t(`metric_${metric}`)}
              </SortHead>
            ))}
            <SortHead by="erFollowers" sort={sort} onSort={onSort} unit={t('kpi_erFollowers_unit')}>
              {t('er_short')}
            </SortHead>
            <SortHead by="erViews" sort={sort} onSort={onSort} unit={t('kpi_erViews_unit')}>
              {t('er_short')}
            </SortHead>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={row.state.postKey}
              tabIndex={index === Math.max(0, current) ? 0 : -1}
              aria-selected={index === current}
              onFocus={(event) => event.target === event.currentTarget && index !== current && onCurrent(index)}
              onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && onOpen(row)}
            >
              <td class="nowrap">
                <button type="button" class="link evidence" tabIndex={-1} title={t('evidence')} onClick={() => onOpen(row)}>
                  <PublishedText moment={row.state.published} />
                  <span class="sr-only">{t('open_evidence', row.brand)}</span>
                </button>
              </td>
              <td>
                <div class="brand-head">
                  <RoleMark role={row.role} />
                  <span>{row.brand}</span>
                  <span class="brand-notes">
                    {t(`network_${row.state.network}`)} · {t(`format_${row.state.format ?? 'unknown'}`)}
                  </span>
                </div>
              </td>
              <td class="post-text">
                <PostWords row={row} />
              </td>
              <td class="numeric">
                <XFactorCell x={row.x} max={max} />
              </td>
              {places.map((column) => (
                <td key={column} class="numeric">
                  <PercentileCell place={placeIn(row, column)} />
                </td>
              ))}
              {metrics.map((metric) => (
                <td key={metric} class="numeric">
                  <ReadingText reading={row.state.metrics[metric]} />
                </td>
              ))}
              <td class="numeric">
                <Rate rate={row.erFollowers} />
              </td>
              <td class="numeric">
                <Rate rate={row.erViews} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** A date of publication; where only an interval is known it says so. */
export function PublishedText({ moment }: { moment: Moment | null }) {
  if (!moment) return <span class="muted">{t('undated')}</span>;
  if (moment.low === moment.high) return <time dateTime={new Date(moment.value).toISOString()}>{formatDay(moment.value)}</time>;
  const words = t('between_days', formatDay(moment.low), formatDay(moment.high));
  return (
    <span title={words}>
      {t('about')} {formatDay(moment.value)}
      <span class="sr-only"> ({words})</span>
    </span>
  );
}

function PostWords({ row }: { row: PostRow }) {
  return (
    <>
      {row.state.flags.map((flag) => (
        <span key={flag} class="tag">
          {t(`flag_${flag}`)}
        </span>
      ))}
      {row.tags.map((tag) => (
        <span key={tag} class="tag own-tag">
          {tagName(tag)}
        </span>
      ))}
      {row.text ? <span class="clamped">{row.text}</span> : <span class="muted">{t('no_text')}</span>}
    </>
  );
}

function Rate({ rate }: { rate: PostRate }) {
  if (typeof rate === 'string') {
    return (
      <span class="reading reading-absent" title={t(reasonKey(rate))}>
        {t('reading_absent')}
        <span class="sr-only"> ({t(reasonKey(rate))})</span>
      </span>
    );
  }
  if (rate.low === rate.high) return <>{formatPercent(rate.value)}</>;
  const words = t('reading_rounded_words', formatPercent(rate.low), formatPercent(rate.high));
  return (
    <span title={words}>
      {t('about')} {formatPercent(rate.value)}
      <span class="sr-only"> ({words})</span>
    </span>
  );
}
