import type { Acknowledgement, CaptureOutcome } from '../messages';
import type { Capture } from '../model/capture';
import { networkAt } from '../networks';
import { accountNameOf, ownPostsOnly } from './own';
import { type ReadOptions, type ReadOutcome, readPage } from './read-page';
import { sendUntilAnswered } from './send';

/** Reads the page that this script runs in, whatever it is. Never throws: a reader that fails is a refusal with its message. */
export async function readThisPage(options: ReadOptions = {}): Promise<ReadOutcome & { detail?: string }> {
  const url = new URL(location.href);
  const network = networkAt(url);
  if (!network) return { ok: false, refusal: 'unknown-page', network: null, surface: null };
  try {
    return await readPage(network, document, url, Date.now(), options);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : undefined;
    return { ok: false, refusal: 'failed', network: network.id, surface: null, detail };
  }
}

/** How a capture reaches the store, and whether it still can. */
export interface Courier {
  send: (capture: Capture) => Promise<Acknowledgement>;
  alive: () => boolean;
}

/** Reads an account's page and has it kept: `ok` only when the store said that it is saved. */
export async function capturePage(courier: Courier): Promise<CaptureOutcome> {
  const outcome = await readThisPage();
  if (!outcome.ok) return { detail: undefined, ...outcome };
  const { network, surface } = outcome.capture;
  const refused = (refusal: 'no-account' | 'not-saved' | 'no-posts', detail?: string): CaptureOutcome => ({
    ok: false,
    refusal,
    network,
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
  const { account, coverage, takenAt, ms } = capture;
  return { ok: true, snapshotId: answer.snapshotId, accountKey: answer.accountKey, network, account, coverage, takenAt, ms };
}

/** `crypto.randomUUID` is missing on http pages; this is as unique. */
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36).padStart(7, '0')).join('');
