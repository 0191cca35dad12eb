import { useState } from 'preact/hooks';

/** What this page remembers of how it was left: chosen study, sorting, columns. Losing it loses no work. */
export function useRemembered<T>(name: string, initial: T, fits: (value: unknown) => boolean): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
      return fits(kept) ? (kept as T) : initial;
    } catch {
      return initial;
    }
  });
  const remember = (next: T) => {
    setValue(next);
    try {
      localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // Storage is blocked or full: it stays for this visit.
    }
  };
  return [value, remember];
}
