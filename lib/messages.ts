import type { Figure } from './benchmark/result';
import type { ReadOptions, ReadOutcome } from './capture/read-page';
import type { AccountReading, Capture, Coverage } from './model/capture';
import type { PictureFault } from './model/picture';
import type { NetworkId, Refusal, Role, SurfaceKind } from './model/vocabulary';
import type { Sender } from './senders';
import type { LastAudit } from './store/last-audit';
import type { StorageFault } from './store/storage-fault';

/** What a click came to: saved, with what was and was not read, or not, with the reason (on a page of no network: `reads` names those that are read). */
export type CaptureOutcome =
  | {
      ok: true;
      snapshotId: string;
      accountKey: string;
      network: NetworkId;
      account: AccountReading;
      coverage: Coverage;
      /** Readings that can hardly be true beside the last capture. */
      doubts: number;
      takenAt: number;
      ms: number;
      /** Of an audit capture: whether its picture waits to be looked at, or why there is none. */
      picture?: 'waiting' | PictureFault;
    }
  | { ok: false; refusal: Refusal; network: NetworkId | null; surface: SurfaceKind | null; detail?: string; reads?: string[] };

/** The background's answer to a capture: `saved` only after the complete, strict transaction. */
export type Acknowledgement =
  | { saved: true; snapshotId: string; accountKey: string; kept: number; rejected: number; doubts: number }
  | { saved: false; reason: string; fault?: StorageFault };

/** Where a brand can be audited, and what its last audit came to; null before the first. */
export interface BrandAudit {
  studyId: string;
  brandId: string;
  last: LastAudit | null;
}

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
  /** Its newest post that can be held against what was expected of it, and how many times that it got; null where none can. */
  newest: { published: number; times: number; low: number; high: number } | null;
  /** Of the brand that it belongs to; null where it is in no study. */
  audit: BrandAudit | null;
}

/** Follow mode in one page. `ended` says who ended it, and what was kept. */
export interface FollowState {
  /** Posts so far. */
  posts: number;
  /** Epoch ms. */
  since: number;
  ended: { by: 'user' | 'page'; outcome: CaptureOutcome } | null;
}

/** One post's badge, in the words of the interface. */
export interface OverlayRow {
  postKey: string;
  /** The network's id of the post, and others that pages have for it. */
  ids: string[];
  text: string;
  title: string;
  tags: string[];
}

/** What badges show in one page, and the tags that its keys give, in their order. */
export interface OverlayRows {
  /** What the badges are announced as. */
  name: string;
  tags: { id: string; label: string }[];
  rows: OverlayRow[];
}

/** Everything that crosses between the parts of the extension. JSON only: no dates, no undefined, no NaN. */
interface Protocol {
  /** Page script → background: keep this. */
  captured(data: { capture: Capture }): Acknowledgement;
  /** Background → page script: read this page and have it kept; `precise` asks the page's world for what precise mode kept. */
  capture(data: { precise: boolean }): CaptureOutcome;
  /** Background → page script: keep reading while the user scrolls; null where the page is no account's. */
  follow(data: { precise: boolean }): FollowState | null;
  /** Extension → page script. */
  followState(data: Record<string, never>): FollowState | null;
  stopFollow(data: Record<string, never>): CaptureOutcome | null;
  /** Page script → background, twice a second at most: for the badge. */
  followed(data: { state: FollowState }): void;
  /** Popup and side panel → background. */
  followTab(data: { tabId: number }): FollowState | CaptureOutcome;
  /** Page script → background: badges of the account that was just captured in this tab; null where there are to be none. */
  overlayRows(data: Record<string, never>): OverlayRows | null;
  /** Page script → background: gives one of that account's posts a fixed tag or takes it; its tags then, null where it is none of them. */
  tagPost(data: { postKey: string; tag: string; on: boolean }): string[] | null;
  /** Page script → side panel: the post in the middle of the page, by all its ids; true where a panel is open to hear it. */
  middle(data: { network: NetworkId; ids: string[] }): boolean;
  /** Background → page script. */
  hideOverlay(data: Record<string, never>): void;
  /** Extension → page script: read this page and keep nothing. */
  readPage(data: ReadOptions): ReadOutcome;
  /** Popup → background; an audit capture takes a picture too, `of` the capture that the popup has just made where it has. */
  captureTab(data: { tabId: number; audit?: boolean; of?: string | null }): CaptureOutcome;
  /** Makes a report of a tab's page ready to be looked at; false where the browser allows no look. */
  reportTab(data: { tabId: number }): boolean;
  standing(data: { accountKey: string }): AccountStanding;
  assign(data: { accountKey: string; name: string; role: Role }): void;
  undo(data: { snapshotId: string; tabId: number }): void;
}

type Name = keyof Protocol;
type Data<N extends Name> = Parameters<Protocol[N]>[0];
type Answer<N extends Name> = ReturnType<Protocol[N]>;
interface Envelope {
  type: Name;
  data: unknown;
}
type Reply = { res: unknown } | { err: string };

/**
 * The browser's own object, which Chromium and Firefox share. These forty lines stand in for a library because they run on other
 * people's pages, where every kilobyte counts.
 */
declare const chrome: {
  runtime: {
    sendMessage(message: Envelope): Promise<Reply | undefined>;
    onMessage: { addListener(listener: (message: Envelope, sender: Sender, reply: (answer: Reply) => void) => true | undefined): void };
  };
  tabs: { sendMessage(tabId: number, message: Envelope, options: { frameId: number }): Promise<Reply | undefined> };
};

const answerOf = <N extends Name>(reply: Reply | undefined): Answer<N> => {
  if (!reply) throw new Error('no answer');
  if ('err' in reply) throw new Error(reply.err);
  return reply.res as Answer<N>;
};

/** Sends a message to the background. Rejects when nobody answers or the answer is an error. */
export async function sendMessage<N extends Name>(type: N, data: Data<N>): Promise<Answer<N>> {
  return answerOf<N>(await chrome.runtime.sendMessage({ type, data }));
}

/** Sends a message to our script in a tab's top frame. Rejects when nobody answers or the answer is an error. */
export async function sendToTab<N extends Name>(tabId: number, type: N, data: Data<N>): Promise<Answer<N>> {
  return answerOf<N>(await chrome.tabs.sendMessage(tabId, { type, data }, { frameId: 0 }));
}

/** Answers one kind of message. An exception becomes an error at the sender; other kinds are left to other listeners. */
export function onMessage<N extends Name>(type: N, answer: (message: { data: Data<N>; sender: Sender }) => Promise<Answer<N>>): void {
  chrome.runtime.onMessage.addListener((message, sender, reply) => {
    if (message?.type !== type) return undefined;
    // `async` so that what `answer` throws at once is caught too; `true` keeps the channel open until it is done.
    (async () => answer({ data: message.data as Data<N>, sender }))().then(
      (res) => reply({ res: res ?? null }),
      (error) => reply({ err: error instanceof Error ? error.message : String(error) }),
    );
    return true;
  });
}
