import type { ComponentChildren } from 'preact';
import type { CaptureState } from '../lib/capture-state';
import { t } from '../lib/i18n';
import type { BrandAudit } from '../lib/messages';
import type { Role } from '../lib/model/vocabulary';
import { isLacking, Refused, ReportOffer, RoleChoice, Whose } from './CaptureParts';
import { FollowCount, FollowOffer } from './Follow';
import { Icon } from './Icon';
import { LastAudit } from './LastAudit';
import { PictureOffer } from './PictureOffer';
import { StandingGauge } from './StandingGauge';

interface Props {
  state: CaptureState;
  onCapture: () => void;
  /** The same, with a picture. */
  onAudit: () => void;
  onPicture: { keep: () => void; discard: () => void; edit: () => void };
  onUndo: () => void;
  onAssign: (role: Role) => void;
  onFollow: () => void;
  onStop: () => void;
  onReport: () => void;
  onOpen: () => void;
  /** Opens the audit of a brand; the side panel has a part of its own for it. */
  onOpenAudit?: (brand: BrandAudit) => void;
  /** From the popup into the side panel, where the browser has one. */
  onKeepOpen?: (() => void) | undefined;
  /** The side panel: it stays while pages come and go. */
  stays?: boolean;
  children?: ComponentChildren;
}

/** Whose page, what was captured and what was not, one gauge, undo, and the way into the workspace: all of the popup, and the head of the side panel. */
export function CapturePanel(props: Props) {
  const { state, children } = props;
  return (
    <main class={`capture capture-is-${state.phase}`}>
      <div class="capture-body" aria-live="polite" aria-busy={state.phase === 'reading'}>
        <Body {...props} />
      </div>
      <Actions {...props} />
      {children}
    </main>
  );
}

/** A picture waits to be decided on: until then there is nothing else to do here, and no room for it. */
const isDeciding = ({ picture }: CaptureState) => picture !== null && ['offered', 'full', 'failed'].includes(picture.step);

function Actions({ state, stays, onCapture, onAudit, onUndo, onStop, onOpen, onKeepOpen }: Props) {
  const { phase } = state;
  const saved = phase === 'saved';
  const deciding = isDeciding(state);
  return (
    <footer class="capture-actions">
      {onKeepOpen && (
        <button type="button" class="icon-button" title={t('popup_keep_open')} onClick={onKeepOpen}>
          <Icon name="panel" label={t('popup_keep_open')} />
        </button>
      )}
      {saved && (
        <button type="button" onClick={onUndo}>
          {t('popup_undo')}
        </button>
      )}
      {phase === 'following' && !stays && (
        <button type="button" class="primary" onClick={onStop}>
          {t('follow_stop')}
        </button>
      )}
      {(phase === 'refused' || phase === 'undone' || (saved && stays)) && (
        <button type="button" onClick={onCapture}>
          {t('popup_again')}
        </button>
      )}
      {((saved && !deciding) || phase === 'undone') && (
        <button type="button" onClick={onAudit} title={t('audit_capture_words')}>
          {t('audit_capture')}
        </button>
      )}
      <button type="button" class={saved && !stays && !deciding ? 'primary' : ''} onClick={onOpen}>
        {t('popup_open')}
      </button>
    </footer>
  );
}

function Body({ state, stays, onCapture, onAudit, onPicture, onAssign, onFollow, onStop, onReport, onOpenAudit }: Props) {
  const { phase, outcome, standing, following, failed } = state;
  if (phase === 'asking') {
    return (
      <div class="capture-ask">
        <h1>{t('popup_ask')}</h1>
        <button type="button" class="primary" onClick={onCapture}>
          {t('popup_capture')}
        </button>
        <button type="button" onClick={onAudit}>
          {t('audit_capture')}
        </button>
        <p class="quiet">{t('audit_capture_words')}</p>
        <button type="button" onClick={onFollow}>
          {t('follow_start')}
        </button>
        {failed === 'follow' && <p class="warn">{t('popup_follow_failed')}</p>}
      </div>
    );
  }
  if (phase === 'ungranted') {
    return (
      <div class="capture-refused">
        <h1>{t('panel_ungranted')}</h1>
        <p>{t('panel_ungranted_do')}</p>
      </div>
    );
  }
  if (phase === 'following' && following) return <FollowCount following={following} onStop={stays ? onStop : undefined} />;
  if (phase === 'undone') return <h1>{t('popup_undone')}</h1>;
  if (phase === 'reading' || !outcome) {
    return (
      <div class="capture-reading">
        <h1>{t(state.long ? 'popup_reading_long' : 'popup_reading')}</h1>
        <progress aria-label={t('popup_reading')} />
      </div>
    );
  }
  if (!outcome.ok) return <Refused outcome={outcome} failed={failed} onReport={onReport} />;
  const picture = outcome.picture && (
    <PictureOffer fault={outcome.picture === 'waiting' ? null : outcome.picture} picture={state.picture} on={onPicture} />
  );
  if (isDeciding(state)) {
    return (
      <>
        <Whose outcome={outcome} />
        {picture}
        {failed === 'undo' && <p class="warn">{t('popup_undo_failed')}</p>}
      </>
    );
  }
  return (
    <>
      <Whose outcome={outcome} />
      {picture}
      {failed === 'standing' ? <p class="warn">{t('popup_gauge_failed')}</p> : <StandingGauge standing={standing} />}
      {onOpenAudit && !standing && failed !== 'standing' && <p class="gauge-audit" />}
      {onOpenAudit && standing?.audit && (
        <LastAudit audit={standing.audit} now={Date.now()} onOpen={() => standing.audit && onOpenAudit(standing.audit)} />
      )}
      {standing && standing.role === null && <RoleChoice onAssign={onAssign} />}
      <FollowOffer onFollow={onFollow} />
      {isLacking(outcome) && <ReportOffer onReport={onReport} />}
      {(failed === 'assign' || failed === 'undo' || failed === 'follow' || failed === 'report') && (
        <p class="warn">{t(`popup_${failed}_failed`)}</p>
      )}
    </>
  );
}
