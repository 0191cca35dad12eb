import { formatChoice, formatCompact, formatCount, formatDays, type MessageKey, t } from '../lib/i18n';
import type { AccountStanding, CaptureOutcome } from '../lib/messages';
import { ROLES, type Role } from '../lib/model/vocabulary';
import { coverageLines } from './coverage-lines';
import { StandingGauge } from './StandingGauge';

export interface CaptureState {
  phase: 'asking' | 'reading' | 'saved' | 'refused' | 'undone';
  /** Reading has taken long enough to say so. */
  long: boolean;
  outcome: CaptureOutcome | null;
  standing: AccountStanding | null;
  /** A step after the capture that failed; the capture itself stands. */
  failed: 'standing' | 'assign' | 'undo' | null;
}

interface Props {
  state: CaptureState;
  onCapture: () => void;
  onUndo: () => void;
  onAssign: (role: Role) => void;
  onOpen: () => void;
}

/** The popup: whose page, what was captured and what was not, one gauge, undo, and the way into the workspace. */
export function CapturePanel(props: Props) {
  const { state, onCapture, onUndo, onOpen } = props;
  const saved = state.phase === 'saved';
  return (
    <main class="capture">
      <div class="capture-body" aria-live="polite" aria-busy={state.phase === 'reading'}>
        <Body {...props} />
      </div>
      <footer class="capture-actions">
        {saved && (
          <button type="button" onClick={onUndo}>
            {t('popup_undo')}
          </button>
        )}
        {(state.phase === 'refused' || state.phase === 'undone') && (
          <button type="button" onClick={onCapture}>
            {t('popup_again')}
          </button>
        )}
        <button type="button" class={saved ? 'primary' : ''} onClick={onOpen}>
          {t('popup_open')}
        </button>
      </footer>
    </main>
  );
}

function Body({ state, onCapture, onAssign }: Props) {
  const { phase, outcome, standing, failed } = state;
  if (phase === 'asking') {
    return (
      <div class="capture-ask">
        <h1>{t('popup_ask')}</h1>
        <button type="button" class="primary" onClick={onCapture}>
          {t('popup_capture')}
        </button>
      </div>
    );
  }
  if (phase === 'undone') return <h1>{t('popup_undone')}</h1>;
  if (phase === 'reading' || !outcome) {
    return (
      <div class="capture-reading">
        <h1>{t(state.long ? 'popup_reading_long' : 'popup_reading')}</h1>
        <progress aria-label={t('popup_reading')} />
      </div>
    );
  }
  if (!outcome.ok) return <Refused outcome={outcome} />;
  return (
    <>
      <Whose outcome={outcome} />
      {failed === 'standing' ? <p class="warn">{t('popup_gauge_failed')}</p> : <StandingGauge standing={standing} />}
      {standing && standing.role === null && <RoleChoice onAssign={onAssign} />}
      {(failed === 'assign' || failed === 'undo') && <p class="warn">{t(`popup_${failed}_failed`)}</p>}
    </>
  );
}

function Refused({ outcome }: { outcome: CaptureOutcome & { ok: false } }) {
  const word = outcome.refusal.replace('-', '_');
  return (
    <div class="capture-refused">
      <h1>{t(`refusal_${word}` as MessageKey)}</h1>
      <p>{t(`advice_${word}` as MessageKey, formatChoice(outcome.reads ?? []))}</p>
      {outcome.detail && <p class="quiet">{outcome.detail}</p>}
    </div>
  );
}

function Whose({ outcome }: { outcome: CaptureOutcome & { ok: true } }) {
  const { account, coverage } = outcome;
  const { followers } = account;
  const count =
    followers.value === null ? null : followers.as === 'exact' ? formatCount(followers.value) : `≈ ${formatCompact(followers.value)}`;
  const days = coverage.oldest !== null && coverage.newest !== null ? formatDays(coverage.oldest, coverage.newest) : null;
  const [posts, ...lines] = coverageLines(coverage);
  return (
    <section class="capture-whose">
      <p class="quiet">
        {t(`network_${outcome.network}` as MessageKey)} · {t('popup_saved')}
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

function RoleChoice({ onAssign }: { onAssign: (role: Role) => void }) {
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
