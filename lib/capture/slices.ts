/** Longest stretch of our own work on somebody else's page before it may paint and answer. */
const SLICE_MS = 8;

interface Scheduling {
  scheduler?: { yield?: () => Promise<void> };
}

/**
 * Gives a function to call between steps: whenever a slice is used up it lets the page run, and there is a promise to await. Counts our own
 * working time.
 */
export function slices(): { breathe: () => Promise<void> | undefined; worked: () => number } {
  let started = performance.now();
  let before = 0;
  const spent = () => performance.now() - started;
  const rest = async () => {
    before += spent();
    const { scheduler } = globalThis as Scheduling;
    if (scheduler?.yield) await scheduler.yield();
    else await new Promise((resolve) => setTimeout(resolve, 0));
    started = performance.now();
  };
  return {
    breathe: () => (spent() < SLICE_MS ? undefined : rest()),
    worked: () => before + spent(),
  };
}
