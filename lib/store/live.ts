import { liveQuery } from 'dexie';
import { onReplaced } from './db';
import { opened } from './open';

/**
 * Runs a query, once the store is open, and again whenever what it read changes, also from another tab or the background, and when another
 * database takes the place of this one. Returns the way to stop.
 */
export function live<T>(query: () => Promise<T>, onValue: (value: T) => void, onError: (error: unknown) => void): () => void {
  let stopped = false;
  let stop = () => {};
  const start = () => {
    stop();
    opened().then(() => {
      if (stopped) return;
      stop();
      const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
      stop = () => subscription.unsubscribe();
    }, onError);
  };
  const unfollow = onReplaced(start);
  start();
  return () => {
    stopped = true;
    unfollow();
    stop();
  };
}
