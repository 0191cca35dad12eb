import type { CaptureState } from '../lib/capture-state';
import { formatAgo, formatChoice, formatCompact, formatCount, formatDays, type MessageKey, t } from '../lib/i18n';
import type { CaptureOutcome } from '../lib/messages';
import { ROLES, type Role } from '../lib/model/vocabulary';
import { coverageLines } from './coverage-lines';

/** From then on it is said how long ago a capture was made. */
const OLD_MS = 60_000;

/** Whether something on the page should have been read and was not, or contradicts itself. */
export const isLacking = ({ coverage, doubts }: CaptureOutcome & { ok: true }) =>
  coverage.unreadable > 0 || coverage.conflicts > 0 || doubts > 0 || Object.values(coverage.unread).some((n) => n > 0);

/** Where something is missing or seems wrong. */
export function ReportOffer({ onReport }: { onReport: () => void }) {
  return (
    <p class="capture-more">
      {t('report_offer')}{' '}
      <button type="button" class="link" onClick={onReport}>
        {t('report_make')}
      </button>
    </p>
  );
}

interface RefusedProps {
  outcome: CaptureOutcome & { ok: false };
  failed: CaptureState['failed'];
  onReport: () => void;
}
/** Why nothing was saved, and what to do about it. */
export function Refused({ outcome, failed, onReport }: RefusedProps) {
  const word = outcome.refusal.replace('-', '_');
  return (
    <div class="capture-refused">
      <h1>{t(`refusal_${word}` as MessageKey)}</h1>
      <p>{t(`advice_${word}` as MessageKey, formatChoice(outcome.reads ?? []))}</p>
      {outcome.detail && <p class="quiet">{outcome.detail}</p>}
      {outcome.network && ['no-posts', 'failed'].includes(outcome.refusal) && <ReportOffer onReport={onReport} />}
      {failed === 'report' && <p class="warn">{t('popup_report_failed')}</p>}
    </div>
  );
}

/** Whose page, and what was captured of it, in one line. */
export function Whose({ outcome }: { outcome: CaptureOutcome & { ok: true } }) {
  const { account, coverage } = outcome;
  const { followers } = account;
  const old = Date.now() - outcome.takenAt >= OLD_MS;
  const count =
    followers.value === null ? null : followers.as === 'exact' ? formatCount(followers.value) : `≈ ${formatCompact(followers.value)}`;
  const days = coverage.oldest !== null && coverage.newest !== null ? formatDays(coverage.oldest, coverage.newest) : null;
  const [posts, ...lines] = coverageLines(coverage, outcome.doubts, account);
  return (
    <section class="capture-whose">
      <p class="quiet">
        {t(`network_${outcome.network}` as MessageKey)} · {t('popup_saved')}
        {old && ` · ${formatAgo(outcome.takenAt, Date.now())}`}
      </p>
      <h1>{account.name ?? account.handle}</h1>
      <p class="quiet">{[account.handle && `@${account.handle}`, count && t('popup_followers', count)].filter(Boolean).join(' · ')}</p>
      <p class="capture-count">
        <strong>{posts}</strong>
        {days && `, ${days}`}
      </p>
      <p class="quiet">{lines.join(' · ')}</p>
    </section>
  );
}

/** The part that this brand plays in the study. */
export function RoleChoice({ onAssign }: { onAssign: (role: Role) => void }) {
  return (
    <fieldset class="capture-roles">
      <legend>{t('popup_assign')}</legend>
      {ROLES.map((role) => (
        <button key={role} type="button" onClick={() => onAssign(role)}>
          {t(`role_${role}`)}
        </button>
      ))}
    </fieldset>
  );
}
