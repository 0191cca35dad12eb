/** Captures of later than now by more than a day were made while the clock was ahead; time zones do not matter to epoch times. */
export const AHEAD_MS = 86_400_000;

/** Whether a capture is dated later than now, both in epoch ms. */
export const isAhead = (takenAt: number, now: number): boolean => takenAt > now + AHEAD_MS;
