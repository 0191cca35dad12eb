import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Figure } from './benchmark/result';
import type { ReadOptions, ReadOutcome } from './capture/read-page';
import type { AccountReading, Capture, Coverage } from './model/capture';
import type { NetworkId, Refusal, Role, SurfaceKind } from './model/vocabulary';

/** What a click came to: saved, with what was and was not read, or not, with the reason. */
export type CaptureOutcome =
  | {
      ok: true;
      snapshotId: string;
      accountKey: string;
      network: NetworkId;
      account: AccountReading;
      coverage: Coverage;
      takenAt: number;
      ms: number;
    }
  | { ok: false; refusal: Refusal; network: NetworkId | null; surface: SurfaceKind | null; detail?: string };

/** The background's answer to a capture: `saved` only after the complete, strict transaction. */
export type Acknowledgement =
  | { saved: true; snapshotId: string; accountKey: string; kept: number; rejected: number }
  | { saved: false; reason: string };

/** One account against its study, as the popup shows it. */
export interface AccountStanding {
  studyName: string | null;
  sample: boolean;
  role: Role | null;
  /** Typical engagement rate by followers, as a fraction. */
  own: Figure;
  peers: Figure;
  /** Brands behind `peers`. */
  brands: number;
  difference: 'above' | 'below' | 'cannot-tell' | null;
  posts: number;
  snapshots: number;
}

/** Everything that crosses between the parts of the extension. JSON only: no dates, no undefined, no NaN. */
interface Protocol {
  /** Page script → background: keep this. */
  captured(data: { capture: Capture }): Acknowledgement;
  /** Background → page script: read this page and have it kept. */
  capture(data: Record<string, never>): CaptureOutcome;
  /** Extension → page script: read this page and keep nothing. */
  readPage(data: ReadOptions): ReadOutcome;
  /** Popup → background. */
  captureTab(data: { tabId: number }): CaptureOutcome;
  standing(data: { accountKey: string }): AccountStanding;
  assign(data: { accountKey: string; name: string; role: Role }): void;
  undo(data: { snapshotId: string }): void;
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
export type { Protocol };
