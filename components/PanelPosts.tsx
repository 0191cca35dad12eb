import { useEffect, useRef } from 'preact/hooks';
import { formatAgo, formatCompact, formatCount, formatDay, formatMoment, plural, t } from '../lib/i18n';
import type { Moment } from '../lib/model/capture';
import type { PanelList, PanelRow } from '../lib/panel-rows';
import { ReadingText } from './ReadingText';
import { XFactorCell, xFactorMax } from './XFactorCell';

/** Of older posts a date says more than an age. */
const OLD_MS = 60 * 86_400_000;
/** The sign stays on the line of its number. */
const aboutSign = () => `${t('about')}\u00a0`;

interface Props {
  /** Null where the account was never captured. */
  list: PanelList | null;
  /** When it was captured, epoch ms. */
  takenAt: number;
  /** Texts of the posts, by post key. */
  texts: ReadonlyMap<string, string>;
  now: number;
  /** Keys of the post that is in the middle of the page. */
  middle?: readonly string[];
}

/** The posts of an account's newest capture beside its page, the most engaging first. */
export function PanelPosts({ list, takenAt, texts, now, middle = [] }: Props) {
  if (!list?.rows.length) {
    return (
      <section class="panel-posts">
        <h2>{t('panel_posts')}</h2>
        <p class="quiet">{t('panel_posts_none')}</p>
      </section>
    );
  }
  const { rows, columns, by, posts, typical } = list;
  const factors = rows.map(({ x }) => x);
  const max = xFactorMax(factors);
  // A column of signs alone says less than none, unless it says to wait.
  const measured = rows.some(({ x, places }) => typeof x !== 'string' || x === 'too-young' || typeof places.account !== 'string');
  return (
    <section class="panel-posts">
      <h2 id="panel-posts">{t(by === 'views' ? 'panel_posts_views' : by ? 'panel_posts_interactions' : 'panel_posts')}</h2>
      <p class="quiet">
        {t('panel_captured', formatMoment(takenAt))}
        {typical && ` · ${plural(by === 'views' ? 'panel_typical_views' : 'panel_typical_interactions', typical.n, typicalText(typical))}`}
        {posts > rows.length && ` · ${t('panel_first', formatCount(rows.length), formatCount(posts))}`}
      </p>
      <table aria-labelledby="panel-posts">
        <thead>
          <tr>
            {columns.map((metric) => (
              <th key={metric} scope="col" class="numeric">
                {t(`metric_${metric}`)}
              </th>
            ))}
            {measured && (
              <th scope="col" class="numeric">
                {t('x_head')}
              </th>
            )}
          </tr>
        </thead>
        {rows.map((row) => (
          <Post
            key={row.postKey}
            row={row}
            columns={columns}
            text={texts.get(row.postKey) ?? ''}
            now={now}
            max={measured ? max : null}
            here={middle.includes(row.postKey)}
          />
        ))}
      </table>
    </section>
  );
}

interface PostProps {
  row: PanelRow;
  columns: PanelList['columns'];
  text: string;
  now: number;
  /** Right end of the interval bars; null where there is no column for them. */
  max: number | null;
  /** It is the one in the middle of the page. */
  here: boolean;
}

/** Two lines: which post it is, and its figures under the heads of their columns. */
function Post({ row, columns, text, now, max, here }: PostProps) {
  const own = useRef<HTMLTableSectionElement>(null);
  // The list goes with the page, no farther than it must.
  useEffect(() => {
    if (here) own.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <tbody ref={own} class={here ? 'here' : undefined} aria-current={here ? 'location' : undefined}>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + Number(max !== null)}>
          {row.flags.map((flag) => (
            <span key={flag} class="tag">
              {t(`flag_${flag}`)}
            </span>
          ))}
          {here && <span class="sr-only">{t('panel_here')} </span>}
          {t(`format_${row.format ?? 'unknown'}`)} · <Age moment={row.published} now={now} />
          {text && <span class="panel-text">{text}</span>}
        </th>
      </tr>
      <tr>
        {columns.map((metric) => (
          <td key={metric} class="numeric">
            <ReadingText reading={row.metrics[metric]} />
          </td>
        ))}
        {max !== null && (
          <td class="numeric">
            <XFactorCell x={row.x} max={max} places={row.places} />
          </td>
        )}
      </tr>
    </tbody>
  );
}

function Age({ moment, now }: { moment: Moment | null; now: number }) {
  if (!moment) return <>{t('undated')}</>;
  const about = moment.low === moment.high ? '' : aboutSign();
  const words = now - moment.value > OLD_MS ? formatDay(moment.value) : formatAgo(moment.value, now);
  return (
    <time dateTime={new Date(moment.value).toISOString()} title={formatMoment(moment.value)}>
      {about}
      {words}
    </time>
  );
}

const typicalText = ({ value, about }: NonNullable<PanelList['typical']>): string =>
  about || !Number.isInteger(value) ? aboutSign() + formatCompact(value) : formatCount(value);
