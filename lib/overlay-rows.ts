import type { AgeCurves } from './benchmark/age';
import { type Percentiles, percentiles } from './benchmark/percentile';
import type { Reason } from './benchmark/result';
import { type XFactor, xFactors } from './benchmark/x-factor';
import { formatPercentile, formatRate, formatRateRange, type MessageKey, plural, t } from './i18n';
import type { OverlayRow, OverlayRows } from './messages';
import type { PostRecord } from './model/records';
import type { PostState, Rollup } from './model/rollup';
import type { TagsOf } from './model/tags';
import { FIXED_TAGS } from './model/vocabulary';

/** A page shows no more posts; beyond them the newest count. */
const MOST = 2000;

/** The badges of one account's posts: each against what was expected of it, as in the Posts view, with its tags. Their words are the interface's. */
export function overlayRows(rollups: Rollup[], records: readonly PostRecord[], curves: AgeCurves, tagsOf: TagsOf): OverlayRows {
  const xFactor = xFactors(rollups, curves);
  const placesOf = percentiles(rollups, xFactor, curves);
  const known = new Map(records.map((record) => [record.postKey, record]));
  const states = new Map(rollups.flatMap(({ posts }) => posts).map((post) => [post.postKey, post]));
  const newest = [...states.values()].sort((a, b) => timeOf(b) - timeOf(a)).slice(0, MOST);
  const rows = newest.map((post): OverlayRow => {
    const { postKey, network } = post;
    const ids = [postKey.slice(network.length + 1), ...(known.get(postKey)?.aliases ?? [])];
    return { postKey, ids, ...wordsOf(xFactor(post), placesOf(post)), tags: [...tagsOf(post)] };
  });
  return { name: t('extension_name'), tags: FIXED_TAGS.map((id) => ({ id, label: t(`tag_${id}`) })), rows };
}

const timeOf = ({ published, takenAt }: PostState) => published?.value ?? takenAt;

/** The factor with its interval, and the percentile among the account's posts where that is known; else why there is no factor. */
function wordsOf(x: XFactor | Reason, { account }: Percentiles): { text: string; title: string } {
  if (typeof x === 'string') return { text: t('overlay_none'), title: t(`reason_${x.replaceAll('-', '_')}` as MessageKey) };
  const { by, value, low, high, expected, n, suspected } = x;
  const factor = t('overlay_factor', t('x_times', formatRate(value)), formatRateRange(low, high));
  const place = typeof account === 'string' ? [] : [t('percentile_short', formatPercentile(account.value))];
  const doubt = suspected ? [t('x_suspected')] : [];
  const title = [t(`x_expected_${by}`, formatRate(expected)), plural('x_rests_on', n), ...doubt].join(' ');
  return { text: [factor, ...place].join(' · '), title };
}
