const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A time as the clocks of a place show it: weekday (0 is Monday), hour, and the day counted from 1 January 1970 there. */
export interface LocalTime {
  weekday: number;
  hour: number;
  day: number;
}

/** Clock and calendar of a time zone (IANA name). */
export interface Zone {
  at: (time: number) => LocalTime;
  /** When a day begins there, epoch ms. */
  startOf: (day: number) => number;
}

/** 1 January 1970 was a Thursday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

/** Clock and calendar of a time zone; days of 23 and 25 hours, when clocks are changed, are days like any other. */
export function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: name, hourCycle: 'h23', era: 'short' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  /** What the clocks show, as if it were UTC. */
  const shown = (time: number): number => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  };
  const at = (time: number): LocalTime => {
    const local = shown(time);
    const day = Math.floor(local / DAY);
    return { weekday: weekdayOf(day), hour: Math.floor((local - day * DAY) / HOUR), day };
  };
  const startOf = (day: number): number => {
    const wanted = day * DAY;
    // The distance to UTC at a guess, then at what that gives: the guess may lie on the other side of a change of clocks.
    const first = wanted - (shown(wanted) - wanted);
    return wanted - (shown(first) - first);
  };
  return { at, startOf };
}
