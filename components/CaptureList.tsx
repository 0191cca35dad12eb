import { formatAgo, formatCount, formatDays, formatList, formatMoment, plural, t } from '../lib/i18n';
import { isAhead } from '../lib/model/ahead';
import type { Coverage } from '../lib/model/capture';
import type { SnapshotSummary } from '../lib/model/records';
import type { AccountRecord } from '../lib/model/rollup';
import { accountName } from '../lib/study-edits';
import { Icon } from './Icon';
import { METRIC_ORDER } from './post-rows';
import { TableScroll } from './TableScroll';

/** An account with its captures, newest first. */
export interface CapturesOf {
  account: AccountRecord;
  captures: readonly SnapshotSummary[];
}

interface Props {
  list: readonly CapturesOf[];
  now: number;
  onEraseCapture: (capture: SnapshotSummary) => void;
  onEraseAccount: (account: AccountRecord) => void;
}

const COLUMNS = 6;

/** Every capture by account: what each saw, and what it could not read. */
export function CaptureList({ list, now, onEraseCapture, onEraseAccount }: Props) {
  return (
    <TableScroll label={t('captures_table')}>
      <table class="captures">
        <thead>
          <tr>
            <th scope="col">{t('captured_at')}</th>
            <th scope="col" class="numeric">
              {t('posts_read')}
            </th>
            <th scope="col">{t('posts_from_to')}</th>
            <th scope="col">{t('coverage')}</th>
            <th scope="col">{t('page')}</th>
            <th scope="col">
              <span class="sr-only">{t('erase_capture')}</span>
            </th>
          </tr>
        </thead>
        {list.map(({ account, captures }) => (
          <tbody key={account.accountKey}>
            <tr class="group">
              <th scope="rowgroup" colSpan={COLUMNS}>
                <AccountHead account={account} count={captures.length} now={now} onErase={() => onEraseAccount(account)} />
              </th>
            </tr>
            {captures.map((capture) => (
              <CaptureLine key={capture.id} capture={capture} now={now} onErase={() => onEraseCapture(capture)} />
            ))}
          </tbody>
        ))}
      </table>
    </TableScroll>
  );
}

function AccountHead({ account, count, now, onErase }: { account: AccountRecord; count: number; now: number; onErase: () => void }) {
  const name = accountName(account);
  return (
    <div class="account-head">
      {account.url ? (
        <a class="brand-name" href={account.url} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        <span class="brand-name">{name}</span>
      )}
      <span class="muted">
        {t(`network_${account.network}`)} · {plural('captures', count)} · {t('captured_ago', formatAgo(account.lastSeenAt, now))}
      </span>
      {account.sample && <span class="tag">{t('sample')}</span>}
      <button type="button" class="quiet" onClick={onErase}>
        {t('erase_account')}
        <span class="sr-only"> {name}</span>
      </button>
    </div>
  );
}

function CaptureLine({ capture, now, onErase }: { capture: SnapshotSummary; now: number; onErase: () => void }) {
  return (
    <tr>
      <td class="nowrap">
        {formatMoment(capture.takenAt)} {isAhead(capture.takenAt, now) && <span class="tag">{t('capture_ahead')}</span>}
      </td>
      <td class="numeric">{t('read_of_seen', formatCount(capture.coverage.read), formatCount(capture.coverage.seen))}</td>
      <td class="nowrap">{span(capture.coverage)}</td>
      <td>{coverageWords(capture.coverage).join(' · ')}</td>
      <td>
        <a href={capture.url} target="_blank" rel="noopener noreferrer">
          {shortAddress(capture.url)}
        </a>
      </td>
      <td>
        <button type="button" class="icon-button" onClick={onErase}>
          <Icon name="remove" label={t('erase_capture_of', formatMoment(capture.takenAt))} />
        </button>
      </td>
    </tr>
  );
}

const span = ({ oldest, newest }: Coverage) => (oldest === null || newest === null ? t('undated') : formatDays(oldest, newest));

/** The address without its protocol: recognisable, and short enough for a table. */
export const shortAddress = (url: string) => url.replace(/^https?:\/\/(www\.)?/, '').replace(/[?#].*$/, '');

/** What a capture could not read and why, in a few words each. */
export function coverageWords(coverage: Coverage): string[] {
  const words: string[] = [];
  if (coverage.partial) words.push(t('partial_too_many_posts'));
  const unread = METRIC_ORDER.filter((metric) => (coverage.unread[metric] ?? 0) > 0);
  if (unread.length > 0) {
    words.push(
      t('unread_list', formatList(unread.map((metric) => `${t(`metric_${metric}`)} (${formatCount(coverage.unread[metric] ?? 0)})`))),
    );
  }
  const hidden = METRIC_ORDER.filter((metric) => (coverage.hidden[metric] ?? 0) > 0);
  if (hidden.length > 0) {
    words.push(
      t('hidden_list', formatList(hidden.map((metric) => `${t(`metric_${metric}`)} (${formatCount(coverage.hidden[metric] ?? 0)})`))),
    );
  }
  if (coverage.unreadable > 0) words.push(plural('unreadable', coverage.unreadable));
  if (coverage.conflicts > 0) words.push(plural('conflicts', coverage.conflicts));
  if (words.length === 0) words.push(t('coverage_complete'));
  if (coverage.others > 0) words.push(plural('others', coverage.others));
  if (coverage.loaded) words.push(plural('loaded', coverage.loaded));
  return words;
}
