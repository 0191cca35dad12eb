import { sendUntilAnswered } from '../../lib/capture/send';
import { type Acknowledgement, sendMessage } from '../../lib/messages';
import { fed, fedId } from './fed';

declare const chrome: { runtime?: { id?: string } };

/** What came of handing captures in. */
export interface Fed {
  acknowledged: string[];
  /** Not saved, with the reason. */
  refused: Record<string, string>;
  /** Messages that got no answer. */
  failed: number;
}

export interface Feeder {
  /** How often anything was sent so far. */
  tries(): number;
  /** Hands captures in as a page's script does, some at a time, each until it is answered. */
  feed(tab: number, from: number, to: number, options: { posts: number; atOnce: number }): Promise<Fed>;
}

/** Set up in our script's world of a network's page. */
export function feederIn(): Feeder {
  let tries = 0;
  const alive = () => Boolean(chrome.runtime?.id);
  return {
    tries: () => tries,
    async feed(tab, from, to, { posts, atOnce }) {
      const fedSoFar: Fed = { acknowledged: [], refused: {}, failed: 0 };
      let next = from;
      const courier = async () => {
        for (let n = next++; n < to && alive(); n = next++) {
          const capture = fed(tab, n, posts);
          const send = (): Promise<Acknowledgement> => {
            tries += 1;
            return sendMessage('captured', { capture }).catch((error: unknown) => {
              fedSoFar.failed += 1;
              throw error;
            });
          };
          const answer = await sendUntilAnswered(send, alive);
          if (answer?.saved) fedSoFar.acknowledged.push(answer.snapshotId);
          else fedSoFar.refused[fedId(tab, n)] = answer?.reason ?? 'no answer';
        }
      };
      await Promise.all(Array.from({ length: atOnce }, courier));
      return fedSoFar;
    },
  };
}
