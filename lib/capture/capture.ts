import type { Acknowledgement, CaptureOutcome } from '../messages';
import type { Capture, Surface } from '../model/capture';
import { accountNameOf } from '../model/keys';
import type { Network } from '../networks/network';
import type { PageReading } from './assemble';
import { withoutRejects } from './coverage';
import { ownPostsOnly } from './own';
import { type ReadOptions, type ReadOutcome, readPage } from './read-page';
import { repliesOf } from './replies';
import { sendUntilAnswered } from './send';

/** More comments than a page shows at once; the schema's bound. */
const MOST_COMMENTS = 1000;

/** Reads the page that this script runs in, whatever it is. Never throws: a reader that fails is a refusal with its message. */
export async function readThisPage(network: Network, options: ReadOptions = {}): Promise<ReadOutcome> {
  try {
    return await readPage(network, document, new URL(location.href), Date.now(), options);
  } catch (error) {
    return { ok: false, refusal: 'failed', network: network.id, surface: null, detail: `${error}` };
  }
}

/** How a capture reaches the store, and whether it still can. */
export interface Courier {
  send: (capture: Capture) => Promise<Acknowledgement>;
  alive: () => boolean;
}

/** Reads an account's page and has it kept: `ok` only when the store said that it is saved. */
export async function capturePage(network: Network, courier: Courier, options: ReadOptions = {}): Promise<CaptureOutcome> {
  const outcome = await readThisPage(network, options);
  return outcome.ok ? keepReading(network, outcome.capture, courier) : outcome;
}

/** Whether a page is some account's, so that a capture of it has somewhere to belong. */
export const isOwned = (surface: Surface | null): surface is Surface => surface?.kind === 'profile' || surface?.kind === 'post';

/** Has what was read of an account's page kept: its own posts, and of the others their number. */
export async function keepReading(network: Network, reading: PageReading, courier: Courier): Promise<CaptureOutcome> {
  const refused = (refusal: 'no-account' | 'not-saved' | 'disk-full' | 'store-closed' | 'no-posts', detail?: string): CaptureOutcome => ({
    ok: false,
    refusal,
    network: network.id,
    surface: reading.surface.kind,
    detail,
  });
  if (!isOwned(reading.surface) || !accountNameOf(reading)) return refused('no-account');
  const comments = (reading.comments ?? repliesOf(reading)).slice(0, MOST_COMMENTS);
  const capture: Capture = { ...ownPostsOnly(reading), ...(comments.length && { comments }), id: newId() };
  if (capture.posts.length === 0) return refused('no-posts');
  const answer = await sendUntilAnswered(() => courier.send(capture), courier.alive);
  if (!answer) return refused('not-saved');
  if (!answer.saved) return refused(unsaved[answer.fault ?? 'refused'], answer.reason);
  const { account, takenAt, ms } = capture;
  // What the store would not keep was not captured, whatever the page's reader thought of it.
  const coverage = withoutRejects(capture.coverage, answer.kept, answer.rejected);
  const { snapshotId, accountKey, doubts } = answer;
  return { ok: true, snapshotId, accountKey, network: network.id, account, coverage, doubts, takenAt, ms };
}

/** What the user is told of each fault of the store. */
const unsaved = { full: 'disk-full', unopenable: 'store-closed', blocked: 'store-closed', refused: 'not-saved' } as const;

/** `crypto.randomUUID` is missing on http pages; this is as unique. */
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, '0')).join('');
