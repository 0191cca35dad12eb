import { describe, expect, test } from 'vitest';
import { growthWeekly } from '../../lib/benchmark/growth';
import { about, account, count, DAY, hidden, NOW } from './make';

const growth = (...accounts: Parameters<typeof account>[]) =>
  growthWeekly(
    accounts.map((of) => account(...of)),
    null,
    NOW,
  );

describe('weekly growth', () => {
  test('is compound: from 500 to 2,000 in two weeks is 100 % a week', () => {
    expect(
      growth([
        [
          [14, count(500)],
          [0, count(2000)],
        ],
      ]),
    ).toMatchObject({ value: 1, low: 1, high: 1, n: 2, reason: null });
  });

  test('a true standstill is zero, and a loss is negative', () => {
    expect(
      growth([
        [
          [7, count(500)],
          [0, count(500)],
        ],
      ]),
    ).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(
      growth([
        [
          [7, count(500)],
          [0, count(450)],
        ],
      ]).value,
    ).toBeCloseTo(-0.1, 12);
  });

  test('below the step of rounded counts it is not measurable, above it has bounds', () => {
    const before = about(12_300, 12_300, 12_399);
    expect(
      growth([
        [
          [7, before],
          [0, before],
        ],
      ]),
    ).toMatchObject({ value: null, reason: 'below-step' });
    // One step further it may still be a single follower.
    expect(
      growth([
        [
          [7, before],
          [0, about(12_400, 12_400, 12_499)],
        ],
      ]).low,
    ).toBeCloseTo(1 / 12_399, 12);
    const figure = growth([
      [
        [7, before],
        [0, about(13_000, 13_000, 13_099)],
      ],
    ]);
    expect(figure.value).toBeCloseTo(700 / 12_300, 12);
    expect(figure.low).toBeCloseTo(601 / 12_399, 12);
    expect(figure.high).toBeCloseTo(799 / 12_300, 12);
  });

  test('needs two readings a week apart, in the period', () => {
    expect(
      growth([
        [
          [6, count(500)],
          [0, count(510)],
        ],
      ]),
    ).toMatchObject({ value: null, reason: 'short-window' });
    expect(
      growth([
        [
          [6, hidden()],
          [0, hidden()],
        ],
      ]),
    ).toMatchObject({ value: null, reason: 'followers-unknown' });
    const long = account([
      [60, count(500)],
      [8, count(800)],
      [0, count(800)],
    ]);
    expect(growthWeekly([long], NOW - 30 * DAY, NOW).value).toBe(0);
    expect(growthWeekly([], null, NOW)).toMatchObject({ value: null, reason: 'followers-unknown' });
  });

  test('accounts weigh as much as their followers, and an unknown one makes the brand unknown', () => {
    const small: Parameters<typeof account> = [
      [
        [7, count(100)],
        [0, count(200)],
      ],
      'x:a',
    ];
    const large: Parameters<typeof account> = [
      [
        [7, count(900)],
        [0, count(900)],
      ],
      'x:b',
    ];
    expect(growth(small, large).value).toBeCloseTo(0.1, 12);
    expect(growth(small, [[[0, count(900)]], 'x:b'])).toMatchObject({ value: null, reason: 'short-window' });
  });
});
