/** Longest stretch of our own work on somebody else's page before it may paint and answer. */
const SLICE_MS = 8;

interface Scheduling {
  scheduler?: { yield?: () => Promise<void> };
}

/** Gives a function to await between steps: it lets the page run whenever a slice is used up, and counts our own working time. */
export function slices(): { breathe: () => Promise<void>; worked: () => number } {
  let started = performance.now();
  let before = 0;
  return {
    async breathe() {
      const spent = performance.now() - started;
      if (spent < SLICE_MS) return;
      before += spent;
      const { scheduler } = globalThis as Scheduling;
      if (scheduler?.yield) await scheduler.yield();
      else await new Promise((resolve) => setTimeout(resolve, 0));
      started = performance.now();
    },
    worked: () => before + performance.now() - started,
  };
}
