import type { Acknowledgement, CaptureOutcome } from '../messages';
import type { Capture } from '../model/capture';
import { accountNameOf } from '../model/keys';
import type { Network } from '../networks/network';
import { withoutRejects } from './coverage';
import { ownPostsOnly } from './own';
import { type ReadOptions, type ReadOutcome, readPage } from './read-page';
import { sendUntilAnswered } from './send';

/** Reads the page that this script runs in, whatever it is. Never throws: a reader that fails is a refusal with its message. */
export async function readThisPage(network: Network, options: ReadOptions = {}): Promise<ReadOutcome> {
  try {
    return await readPage(network, document, new URL(location.href), Date.now(), options);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : '';
    return { ok: false, refusal: 'failed', network: network.id, surface: null, detail };
  }
}

/** How a capture reaches the store, and whether it still can. */
export interface Courier {
  send: (capture: Capture) => Promise<Acknowledgement>;
  alive: () => boolean;
}

/** Reads an account's page and has it kept: `ok` only when the store said that it is saved. */
export async function capturePage(network: Network, courier: Courier): Promise<CaptureOutcome> {
  const outcome = await readThisPage(network);
  if (!outcome.ok) return outcome;
  const { surface } = outcome.capture;
  const refused = (refusal: 'no-account' | 'not-saved' | 'no-posts', detail?: string): CaptureOutcome => ({
    ok: false,
    refusal,
    network: network.id,
    surface: surface.kind,
    detail,
  });
  const whose = accountNameOf(outcome.capture);
  if ((surface.kind !== 'profile' && surface.kind !== 'post') || !whose) return refused('no-account');
  const capture: Capture = { ...ownPostsOnly(outcome.capture), id: newId() };
  if (capture.posts.length === 0) return refused('no-posts');
  const answer = await sendUntilAnswered(() => courier.send(capture), courier.alive);
  if (!answer) return refused('not-saved');
  if (!answer.saved) return refused('not-saved', answer.reason);
  const { account, takenAt, ms } = capture;
  // What the store would not keep was not captured, whatever the page's reader thought of it.
  const coverage = withoutRejects(capture.coverage, answer.kept, answer.rejected);
  return { ok: true, snapshotId: answer.snapshotId, accountKey: answer.accountKey, network: network.id, account, coverage, takenAt, ms };
}

/** `crypto.randomUUID` is missing on http pages; this is as unique. */
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, '0')).join('');
