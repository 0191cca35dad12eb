import { liveQuery } from 'dexie';

/**
 * Runs a query now and again whenever what it read changes, also from another tab or the background.
 * Returns the way to stop.
 */
export function live<T>(query: () => Promise<T>, onValue: (value: T) => void, onError: (error: unknown) => void): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}
