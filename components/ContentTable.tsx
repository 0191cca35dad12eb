import type { Content, TagLift } from '../lib/benchmark/content';
import type { BrandRow } from '../lib/benchmark/result';
import { formatRate, formatRateRange, t } from '../lib/i18n';
import { timesWords } from './compare-words';
import { RoleMark } from './RoleMark';
import { TableScroll } from './TableScroll';

interface Side {
  row: BrandRow;
  content: Content;
}

interface Props {
  sides: [Side, Side];
  onTag: (row: BrandRow, tag: string) => void;
}

const MOST_TAGS = 8;

/** What goes together with more engagement in the posts of two brands: hashtags and times; and how varied their topics are. */
export function ContentTable({ sides, onTag }: Props) {
  return (
    <TableScroll label={t('content')}>
      <table class="compare content">
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {sides.map(({ row }) => (
              <th key={row.brandId} scope="col">
                <RoleMark role={row.role} /> {row.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <Head name={t('content_tags')} unit={t('content_tags_unit')} />
            {sides.map(({ row, content }) => (
              <td key={row.brandId}>
                <Tags tags={content.tags} onTag={(tag) => onTag(row, tag)} />
              </td>
            ))}
          </tr>
          <tr>
            <Head name={t('content_times')} unit={t('content_times_unit')} />
            {sides.map(({ row, content }) => (
              <td key={row.brandId}>
                {timesWords(content.times).map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </td>
            ))}
          </tr>
          <tr>
            <Head name={t('content_variety')} unit={t('content_variety_unit')} />
            {sides.map(({ row, content: { topicVariety } }) => (
              <td key={row.brandId}>
                {topicVariety.value === null || topicVariety.low === null || topicVariety.high === null
                  ? t('content_variety_few')
                  : `${formatRate(topicVariety.value)} (${formatRateRange(topicVariety.low, topicVariety.high)}), ${t('n', topicVariety.n)}`}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </TableScroll>
  );
}

const Head = ({ name, unit }: { name: string; unit: string }) => (
  <th scope="row">
    {name} <span class="unit">{unit}</span>
  </th>
);

function Tags({ tags, onTag }: { tags: TagLift[]; onTag: (tag: string) => void }) {
  if (tags.length === 0) return <>{t('content_tags_none')}</>;
  return (
    <ul class="tags">
      {tags.slice(0, MOST_TAGS).map(({ tag, times: { value, low, high, n } }) => (
        <li key={tag} class={low !== null && high !== null && (low > 1 || high < 1) ? 'shown' : undefined}>
          <button type="button" class="link" onClick={() => onTag(tag)}>
            #{tag}
          </button>{' '}
          ×{formatRate(value ?? 1)}{' '}
          <span class="muted">
            ({formatRateRange(low ?? 1, high ?? 1)}), {t('n', n)}
          </span>
        </li>
      ))}
    </ul>
  );
}
