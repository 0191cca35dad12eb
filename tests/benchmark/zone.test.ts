import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { zoneOf } from '../../lib/benchmark/zone';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a time zone', () => {
  test('shows weekday and hour as its clocks do', () => {
    // Sunday 22 November 2026, 23:30 in London: half an hour past midnight of Monday in Paris, 8:30 in Tokyo.
    const time = Date.UTC(2026, 10, 22, 23, 30);
    expect(zoneOf('UTC').at(time)).toMatchObject({ weekday: 6, hour: 23 });
    expect(zoneOf('Europe/Paris').at(time)).toMatchObject({ weekday: 0, hour: 0 });
    expect(zoneOf('Asia/Tokyo').at(time)).toMatchObject({ weekday: 0, hour: 8 });
    expect(zoneOf('Asia/Kathmandu').at(time)).toMatchObject({ weekday: 0, hour: 5 });
  });

  test('begins its days at its own midnight, also on days when clocks change', () => {
    const paris = zoneOf('Europe/Paris');
    // Clocks go back on 25 October 2026: that day lasts 25 hours; it begins at 22:00 UTC of the day before.
    const { day } = paris.at(Date.UTC(2026, 9, 25, 12));
    expect(paris.startOf(day)).toBe(Date.UTC(2026, 9, 24, 22));
    expect(paris.startOf(day + 1) - paris.startOf(day)).toBe(25 * HOUR);
    // Forward on 29 March 2026.
    const spring = paris.at(Date.UTC(2026, 2, 29, 12)).day;
    expect(paris.startOf(spring + 1) - paris.startOf(spring)).toBe(23 * HOUR);
  });

  test('any time lies in the day that it is said to lie in', () => {
    const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }), (name, time) => {
        const zone = zoneOf(name);
        const { day } = zone.at(time);
        expect(zone.startOf(day)).toBeLessThanOrEqual(time);
        expect(zone.startOf(day + 1)).toBeGreaterThan(time);
        expect(zone.at(zone.startOf(day))).toMatchObject({ day, hour: 0 });
        expect(zone.startOf(day + 1) - zone.startOf(day)).toBeLessThanOrEqual(DAY + HOUR);
      }),
    );
  });
});
