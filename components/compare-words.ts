import type { BestTimes } from '../lib/benchmark/best-times';
import type { Compared } from '../lib/benchmark/compare';
import type { Ground } from '../lib/benchmark/ground';
import { SURE_ENOUGH } from '../lib/benchmark/ranks';
import { formatChance, formatCount, formatList, formatP, formatRate, formatRateRange, formatWeekday, plural, t } from '../lib/i18n';
import { kpiText } from './kpis';

/** Names of the two brands of a comparison. */
export interface Pair {
  a: string;
  b: string;
}

/** What can be said of one measure of two brands, in a sentence or two. */
export function differenceWords({ a, b, answer, ratio, needed }: Compared, names: Pair): string {
  if (answer === null) return missingWords(a.value === null, b.value === null, names);
  if (answer === 'too-few') return t('compare_too_few', a.n, b.n);
  if (answer === 'no-difference' || !ratio) {
    const most = Math.max(a.n, b.n);
    const more = needed === null ? t('compare_alike') : needed > most ? t('compare_needed', formatCount(needed)) : t('compare_close');
    return `${t('compare_none', a.n, b.n)} ${more}`;
  }
  const [better, other] = answer === 'a-more' ? [names.a, names.b] : [names.b, names.a];
  const [low, value, high] = answer === 'a-more' ? [ratio.low, ratio.value, ratio.high] : [1 / ratio.high, 1 / ratio.value, 1 / ratio.low];
  return t('compare_more', better, formatRate(value), other, formatRate(low), formatRate(high));
}

/** The answer to the view's question: engagement by followers of two brands. */
export function verdictWords(measure: Compared, names: Pair): string {
  const { a, b } = measure;
  const said = differenceWords(measure, names);
  if (a.value === null || b.value === null) return t('compare_verdict_missing', said);
  return `${t('compare_verdict', names.a, kpiText('erFollowers', a.value, a.as), names.b, kpiText('erFollowers', b.value, b.as))} ${said}`;
}

/** The figures behind a sentence, for who wants to check it: ratio, chance, Cliff's δ and p. */
export function detailWords({ answer, ratio, chance, delta, size, p }: Compared, names: Pair): string {
  return [
    // Where a difference is shown, the sentence says the ratio.
    ratio &&
      answer === 'no-difference' &&
      t('compare_ratio', names.a, names.b, formatRate(ratio.value), formatRate(ratio.low), formatRate(ratio.high)),
    chance !== null && t('compare_chance', chance < 0.5 ? names.b : names.a, formatChance(Math.max(chance, 1 - chance))),
    delta !== null && size !== null && p !== null && t('compare_delta', formatRate(delta), t(`effect_${size}`)),
    p !== null && t('compare_p', formatP(p)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Which of two figures that do not come from posts is ahead. */
export function aheadWords(chance: number | null, missing: { a: boolean; b: boolean }, names: Pair): string {
  if (missing.a || missing.b) return missingWords(missing.a, missing.b, names);
  if (chance === null) return t('reason_too_few_posts');
  if (chance >= SURE_ENOUGH) return t('compare_ahead', names.a, formatChance(chance));
  if (chance <= 1 - SURE_ENOUGH) return t('compare_ahead', names.b, formatChance(1 - chance));
  return t('compare_tied');
}

const missingWords = (a: boolean, b: boolean, names: Pair): string =>
  t('compare_missing', formatList([...(a ? [names.a] : []), ...(b ? [names.b] : [])]));

/** On what ground two brands are compared: networks, and what is counted on both sides. */
export function groundWords(ground: Ground, names: Pair): string[] {
  const network = (id: Ground['networks'][number]) => t(`network_${id}`);
  const metrics = (list: readonly string[]) => formatList(list.map((metric) => t(`metric_${metric}` as 'metric_likes')));
  const lines = ground.networks.map((id) => {
    const counted = ground.counted[id] ?? [];
    return counted.length ? t('ground_counts', network(id), metrics(counted)) : t('ground_counts_none', network(id));
  });
  for (const id of ground.networks) {
    for (const by of ['a', 'b', 'both'] as const) {
      const left = ground.leftOut.filter((each) => each.network === id && each.by === by).map(({ metric }) => metric);
      // That neither shows any is said already.
      if (!left.length || (by === 'both' && !ground.counted[id]?.length)) continue;
      lines.push(
        by === 'both' ? t('ground_left_both', network(id), metrics(left)) : t('ground_left', network(id), metrics(left), names[by]),
      );
    }
  }
  for (const { network: id, who } of ground.alone) lines.push(t('ground_alone', network(id), names[who]));
  return lines;
}

/** "Tuesday, 12–18 h": when to publish, or that no time stands out. */
export function timesWords({ n, p, blocks }: BestTimes): string[] {
  if (p === null) return [t('times_few', n)];
  if (blocks.length === 0) return [plural('times_none', n)];
  return blocks.map(({ weekday, hour, n: posts, value, low, high }) =>
    t('times_block', formatWeekday(weekday), hour, hour + 6, formatRate(value), formatRateRange(low, high), posts),
  );
}
