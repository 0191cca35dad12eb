import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { AccountRecord } from '../../lib/model/rollup';
import { copiesKept, storeHealth, storeNews } from '../../lib/store/health';
import { attempt, say } from './toast';

const looks = signal(0);

/** Reads the state of the store again, after something that changed it. */
export function lookAgain(): void {
  looks.value += 1;
}

/** Changes whenever the state of the store is to be read again. */
export const useLooks = (): number => looks.value;

/** How the store is: all its posts are counted for it. `failed` says why it could not be read. */
export const useStoreHealth = (accounts: readonly AccountRecord[]) => useAnswer(storeHealth, accounts);

/** How many captures a backup would hold when the database does not open; null until it is known, or where it does. */
export const useCopies = (failed: boolean): number | null => useAnswer(failed ? copiesKept : unasked, NONE).answer;
const unasked = async () => null;
const NONE: readonly AccountRecord[] = [];

/** What the store has to tell in every view. */
export const useStoreNews = (accounts: readonly AccountRecord[]) => useAnswer(storeNews, accounts);

interface Asked<T> {
  answer: T | null;
  failed: string | null;
}

/** Asks the store something, and again as captures come and go. */
function useAnswer<T>(ask: () => Promise<T>, accounts: readonly AccountRecord[]): Asked<T> {
  const [state, setState] = useState<Asked<T>>({ answer: null, failed: null });
  const key = accounts.map(({ accountKey, snapshots, lastSeenAt }) => `${accountKey} ${snapshots} ${lastSeenAt}`).join(' ');
  const look = looks.value;
  useEffect(() => {
    let wanted = true;
    ask().then(
      (answer) => wanted && setState({ answer, failed: null }),
      (error: unknown) => wanted && setState(({ answer }) => ({ answer, failed: error instanceof Error ? error.message : String(error) })),
    );
    return () => {
      wanted = false;
    };
  }, [ask, key, look]);
  return state;
}

/** Asks the browser to keep the data when the disk fills up. */
export function askToPersist(): void {
  attempt(
    navigator.storage
      .persist()
      .then((given) => say(t(given ? 'persist_given' : 'persist_refused')))
      .finally(lookAgain),
  );
}
