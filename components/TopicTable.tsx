import type { Topic } from '../lib/benchmark/topics';
import { formatList, formatRate, formatRateRange, plural, t } from '../lib/i18n';
import type { Brand } from '../lib/model/study';
import { CountLink } from './CountLink';
import { reasonKey } from './FigureCell';
import { IntervalBar } from './IntervalBar';
import { RoleMark } from './RoleMark';
import { TableScroll } from './TableScroll';

interface Props {
  topics: readonly Topic[];
  brands: Brand[];
  /** Right end of all interval bars. */
  max: number;
  /** A column for the posts of other studies' accounts. */
  elsewhere: boolean;
  /** The posts of one brand about a topic; null: those that its demand rests on. */
  onEvidence: (topic: Topic, brandId: string | null) => void;
}

const MOST_ALSO = 3;

/** Topics with who speaks of them, and how posts about them do. */
export function TopicTable({ topics, brands, max, elsewhere, onEvidence }: Props) {
  return (
    <TableScroll label={t('landscape_topics')}>
      <table class="topics">
        <thead>
          <tr>
            <th scope="col">{t('topic')}</th>
            <th scope="col">{t('topic_cover')}</th>
            <th scope="col" class="numeric">
              {t('topic_demand')} <span class="unit">{t('topic_demand_unit')}</span>
            </th>
            <th scope="col" class="numeric">
              {t('topic_supply')} <span class="unit">{t('topic_supply_unit')}</span>
            </th>
            {brands.map(({ id, name, role }) => (
              <th key={id} scope="col" class="numeric">
                <RoleMark role={role} /> {name}
              </th>
            ))}
            {elsewhere && (
              <th scope="col" class="numeric">
                {t('topic_elsewhere')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.topic}>
              <th scope="row">
                <strong>{topic.topic}</strong>
                {topic.also.length > 0 && <span class="unit">{alsoWords(topic.also)}</span>}
              </th>
              <td class={`cover cover-${topic.cover}`}>{coverWords(topic, brands)}</td>
              <td class="numeric">
                <Demand topic={topic} max={max} onEvidence={() => onEvidence(topic, null)} />
              </td>
              <td class="numeric">{topic.n}</td>
              {brands.map(({ id, name }) => {
                const posts = topic.brands.find(({ brandId }) => brandId === id)?.evidence.length ?? 0;
                if (!posts)
                  return (
                    <td key={id} class="numeric muted">
                      0
                    </td>
                  );
                return (
                  <td key={id} class="numeric">
                    <CountLink words={String(posts)} label={t('topic_posts', name, topic.topic)} onEvidence={() => onEvidence(topic, id)} />
                  </td>
                );
              })}
              {elsewhere && <td class="numeric">{topic.elsewhere.length}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Demand({ topic, max, onEvidence }: { topic: Topic; max: number; onEvidence: () => void }) {
  const { value, low, high, n, reason, evidence } = topic.demand;
  if (value === null) return <span class="muted">{t(reason ? reasonKey(reason) : 'reason_unknown')}</span>;
  return (
    <div class="figure">
      <div class="figure-top">
        <CountLink words={t('n', n)} label={t('topic_demand_posts', topic.topic)} onEvidence={evidence.length ? onEvidence : undefined} />
        <span class="figure-value">{t('x_times', formatRate(value))}</span>
      </div>
      {low !== null && high !== null && <IntervalBar value={value} low={low} high={high} max={max} reference={1} />}
      <div class="figure-notes">
        {low !== null && high !== null ? <span class="figure-interval">{formatRateRange(low, high)}</span> : reason && t(reasonKey(reason))}
      </div>
    </div>
  );
}

function alsoWords(also: string[]): string {
  const more = also.length - MOST_ALSO;
  return t('topic_also', formatList([...also.slice(0, MOST_ALSO), ...(more > 0 ? [t('and_more', more)] : [])]));
}

/** Who speaks of a topic, in words. */
export function coverWords({ cover, alone, brands: spoken, elsewhere }: Topic, brands: Brand[]): string {
  const nameOf = (id: string) => brands.find((brand) => brand.id === id)?.name ?? id;
  if (cover === 'alone') return t('cover_alone_words', nameOf(alone ?? ''));
  if (cover === 'yours-missing') return t('cover_yours_missing_words');
  if (cover === 'shared') return plural('cover_shared_words', spoken.length);
  const others = [...spoken.map(({ brandId }) => nameOf(brandId)), ...(elsewhere.length ? [t('cover_other_studies')] : [])];
  return t('cover_nobody_words', formatList(others));
}
