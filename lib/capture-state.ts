import type { AccountStanding, CaptureOutcome, FollowState } from './messages';
import type { PictureFacts, PictureFile } from './model/picture';

/** What the popup and the side panel show of the page in front. */
export interface CaptureState {
  /** `ungranted`: the browser has not opened this page to us yet, only a click on the toolbar button does. */
  phase: 'asking' | 'ungranted' | 'reading' | 'following' | 'saved' | 'refused' | 'undone';
  /** Reading has taken long enough to say so. */
  long: boolean;
  outcome: CaptureOutcome | null;
  standing: AccountStanding | null;
  /** Follow mode in this tab, while it runs. */
  following: FollowState | null;
  /** The picture of an audit capture, and what became of it; `gone`: decided on elsewhere, or its capture was erased. */
  picture: { facts: PictureFacts; file: PictureFile; step: 'offered' | 'kept' | 'discarded' | 'gone' | 'full' | 'failed' } | null;
  /** A step after the capture that failed; the capture itself stands. */
  failed: 'standing' | 'assign' | 'undo' | 'follow' | 'report' | null;
}

/** A tab as far as we may know it: without our access to its page the browser conceals the address. */
export interface Tab {
  id?: number | undefined;
  url?: string | undefined;
}

/** Nothing is known yet. */
export const BLANK: CaptureState = {
  ...{ phase: 'reading', long: false, outcome: null, standing: null, following: null },
  ...{ picture: null, failed: null },
};

/** Whether both are the same capture, or the same refusal. */
export const isSame = (a: CaptureOutcome, b: CaptureOutcome | null): boolean =>
  b !== null && (a.ok ? b.ok && a.snapshotId === b.snapshotId : !b.ok && a.refusal === b.refusal);
