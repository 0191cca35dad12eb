import { useEffect, useState } from 'preact/hooks';
import { live } from '../../lib/store/live';

export interface Live<T> {
  /** Null until the first answer. */
  value: T | null;
  failed: unknown;
}

/** A query of the store that follows it: asked again whenever its data change, also from another tab, and when `key` does. */
export function useLive<T>(key: string, query: () => Promise<T>): Live<T> {
  const [state, setState] = useState<Live<T> & { key: string }>({ key, value: null, failed: null });
  useEffect(
    () =>
      live(
        query,
        (value) => setState({ key, value, failed: null }),
        (failed) => setState((before) => ({ key, value: before.value, failed })),
      ),
    [key],
  );
  // A former key's answer must not be taken for this one's.
  return state.key === key ? state : { value: null, failed: null };
}
