import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import type { AccountRecord } from '../../lib/model/rollup';
import { type StoreHealth, storeHealth } from '../../lib/store/health';
import { attempt, say } from './toast';

const looks = signal(0);

/** Reads the state of the store again, after something that changed it. */
export function lookAgain(): void {
  looks.value += 1;
}

/** How the store is, followed as captures come and go. `failed` says why it could not be read. */
export function useStoreHealth(accounts: readonly AccountRecord[]): { health: StoreHealth | null; failed: string | null } {
  const [state, setState] = useState<{ health: StoreHealth | null; failed: string | null }>({ health: null, failed: null });
  const key = accounts.map(({ accountKey, snapshots, lastSeenAt }) => `${accountKey} ${snapshots} ${lastSeenAt}`).join(' ');
  const look = looks.value;
  useEffect(() => {
    let wanted = true;
    storeHealth().then(
      (health) => wanted && setState({ health, failed: null }),
      (error: unknown) => wanted && setState(({ health }) => ({ health, failed: error instanceof Error ? error.message : String(error) })),
    );
    return () => {
      wanted = false;
    };
  }, [key, look]);
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
