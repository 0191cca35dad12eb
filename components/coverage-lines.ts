import { type MessageKey, plural, t } from '../lib/i18n';
import type { AccountReading, Coverage } from '../lib/model/capture';

/** What a capture saw and could not read, as short phrases: how many posts first, then each lack. */
export function coverageLines(coverage: Coverage, doubts = 0, account?: AccountReading): string[] {
  const lacks = [
    ...(account?.followers.as === 'unread' ? [t('popup_followers_unread')] : []),
    ...byMetric(coverage.hidden, 'popup_hidden'),
    ...byMetric(coverage.unread, 'popup_unread'),
    ...(coverage.unreadable ? [plural('popup_unreadable', coverage.unreadable)] : []),
    ...(coverage.conflicts ? [plural('popup_conflicts', coverage.conflicts)] : []),
    ...(doubts ? [plural('popup_doubts', doubts)] : []),
    ...(coverage.partial ? [t('popup_partial')] : []),
  ];
  const others = coverage.others ? [plural('popup_others', coverage.others)] : [];
  return [plural('popup_posts', coverage.read), ...(lacks.length ? lacks : [t('popup_all_read')]), ...others];
}

const byMetric = (counts: Coverage['hidden'], key: 'popup_hidden' | 'popup_unread') =>
  Object.entries(counts).flatMap(([metric, n]) => (n ? [plural(key, n, t(`metric_${metric}` as MessageKey))] : []));
