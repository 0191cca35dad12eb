// @vitest-environment happy-dom
import './browser';

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ChangeLog } from '../../components/ChangeLog';
import { FormatGridTable } from '../../components/FormatGridTable';
import { HourTable } from '../../components/HourTable';
import { mapSentence } from '../../components/PositionMap';
import { PositionTable, Unplaced } from '../../components/PositionTable';
import { labelBoxes } from '../../components/position-plugins';
import { positionScale } from '../../components/position-scale';
import { coverWords, TopicTable } from '../../components/TopicTable';
import { tintOf } from '../../components/tint';
import { WeekStrip, weekText, weekWords } from '../../components/WeekStrip';
import type { Week } from '../../lib/benchmark/calendar';
import type { ProfileChange } from '../../lib/benchmark/changes';
import type { FormatGrid } from '../../lib/benchmark/format-grid';
import { positionsOf } from '../../lib/benchmark/positions';
import type { Topic } from '../../lib/benchmark/topics';
import { about, brand, count, DAY, NOW } from '../benchmark/make';
import { speak } from './browser';
import { host, show } from './host';
import { benchmarkOf, brandRow, figure } from './make';

const lumen = brandRow('a', 'own', {
  followers: figure(100, 100, 100, { as: 'exact', n: 1, evidence: [] }),
  erFollowers: figure(0.01, 0.008, 0.013),
});
const orvane = brandRow('b', 'direct', { erFollowers: figure(null, null, null, { reason: 'hidden' }) });
const positions = positionsOf(benchmarkOf([lumen, orvane]), [lumen, orvane], 'followers', 'erFollowers');

describe('the map', () => {
  it('is said in a sentence, and its figures lead to their posts', () => {
    const onEvidence = vi.fn();
    const text = show(<PositionTable positions={positions} onEvidence={onEvidence} />);
    expect(text).toContain('1.00%');
    expect(text).toContain('0.80% – 1.30%');
    host.querySelector('button')?.click();
    expect(onEvidence).toHaveBeenCalledWith(lumen, 'erFollowers');
    expect(mapSentence(positions)).toBe('Followers and Engagement by followers of each brand: A (100; 1.00%).');
  });

  it('names the brands without a place, with the reasons and what to do', () => {
    const text = show(<Unplaced positions={positions} />);
    expect(text).toContain('BFollowers: No posts captured.');
    expect(text).toContain('Engagement by followers: Hidden by the network.');
  });

  it('has axes that hold every value, from zero where nothing is negative', () => {
    expect(positionScale([figure(0.012, 0.01, 0.02), figure(0.03)], false)).toMatchObject({ min: 0, max: 0.03, step: 0.01 });
    expect(positionScale([figure(-0.02, -0.03, -0.01), figure(0.01)], false).min).toBeLessThanOrEqual(-0.03);
    expect(positionScale([figure(18_000, 17_900, 18_100), figure(738_000)], true)).toMatchObject({
      min: 10_000,
      max: 1_000_000,
      ticks: [10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000],
    });
    const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1, maxLength: 12 }), fc.boolean(), (values, logarithmic) => {
        const { min, max, ticks } = positionScale(
          values.map((value) => figure(value, value / 100, value * 100)),
          logarithmic,
        );
        expect(min).toBeLessThanOrEqual(Math.min(...values) * (1 + 1e-9));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values) * (1 - 1e-9));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(16);
      }),
    );
  });

  it('puts names where they touch neither each other nor a kept box', () => {
    const area = { left: 0, right: 400, top: 0, bottom: 300 };
    const points = [
      { x: 100, y: 100 },
      { x: 130, y: 100 },
      { x: 390, y: 200 },
    ];
    const kept = { left: 300, right: 400, top: 184, bottom: 200 };
    const boxes = labelBoxes(points, [80, 80, 80], 15, area, [kept]);
    const apart = (one: typeof area, two: typeof area) =>
      one.right <= two.left || two.right <= one.left || one.bottom <= two.top || two.bottom <= one.top;
    for (const [i, box] of boxes.entries()) {
      expect(apart(box, kept)).toBe(true);
      for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
    }
    expect(boxes[2]?.right).toBeLessThanOrEqual(400);
  });
});

describe('cells', () => {
  it('are tinted by their place among the values, and not for one value or for none', () => {
    const tint = tintOf([0.01, 0.1, 1, null, 0]);
    expect([0.01, 0.1, 1, null, 0].map(tint)).toEqual([0, 0.5, 1, 0, 0]);
    expect(tintOf([5, null])(5)).toBe(0);
  });

  it('of few posts say n only; the others value, interval, share and n', () => {
    const cell = { format: 'image', network: 'x', evidence: ['x:1'] } as const;
    const grid = (rest: Partial<FormatGrid['cells'][number]>): FormatGrid => ({
      networks: [{ network: 'x', n: 20 }],
      formats: ['image'],
      cells: [{ ...cell, evidence: ['x:1'], n: 3, share: null, typical: null, ...rest }],
    });
    const onEvidence = vi.fn();
    const text = (shown: FormatGrid) => show(<FormatGridTable grid={shown} by="x" networkName={() => 'X'} onEvidence={onEvidence} />);
    expect(text(grid({}))).toMatch(/Imagen 3$/);
    host.querySelector('td button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onEvidence).toHaveBeenCalledWith(expect.objectContaining({ format: 'image', network: 'x' }));
    const whole = text(grid({ n: 8, share: { value: 0.4, low: 0.2, high: 0.6 }, typical: figure(1.4, 1.1, 1.9, { n: 7 }) }));
    expect(whole).toContain('×1.40n 81.10–1.90measured on 7 of them40% of posts (20%–60%)');
  });
});

describe('weeks', () => {
  const week = (rest: Partial<Week>): Week => ({
    start: NOW,
    end: NOW + 7 * DAY,
    observed: 'whole',
    low: 0,
    high: 0,
    evidence: [],
    ...rest,
  });

  it('that were not observed are no zero', () => {
    expect([weekText(week({})), weekWords(week({}))]).toEqual(['0', '0 posts']);
    const none = week({ observed: 'none', high: null });
    expect([weekText(none), weekWords(none)]).toEqual(['—', 'not observed']);
    const part = week({ observed: 'part', low: 2, high: null });
    expect([weekText(part), weekWords(part)]).toEqual(['≥ 2', 'observed in part, at least 2 posts']);
    expect([weekText(week({ low: 1, high: 3 })), weekWords(week({ low: 1, high: 3 }))]).toEqual(['1–3', 'between 1 and 3 posts']);
  });

  it('are hatched where not whole, and lead to their posts', () => {
    const onEvidence = vi.fn();
    const seen = week({ low: 2, high: 2, evidence: ['x:1', 'x:2'] });
    show(<WeekStrip weeks={[week({ observed: 'none', high: null }), seen]} onEvidence={onEvidence} />);
    expect([...host.querySelectorAll('li')].map((each) => each.className)).toEqual(['week tinted week-none', 'week tinted week-whole']);
    host.querySelector('button')?.click();
    expect(onEvidence).toHaveBeenCalledWith(seen);
  });

  it('by weekday and hour say how many, with the day’s share', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => ({ n: hour === 18 ? 3 : 0, evidence: [] }));
    const onEvidence = vi.fn();
    const weekdays = [{ weekday: 1, n: 3, share: { value: 0.5, low: 0.2, high: 0.8 }, hours }];
    expect(show(<HourTable weekdays={weekdays} onEvidence={onEvidence} />)).toContain('Tuesday3 50% (20%–80%)');
    host.querySelector('button')?.click();
    expect(onEvidence).toHaveBeenCalledWith(1, 18);
    expect(host.querySelector('button')?.getAttribute('aria-label')).toBe('Posts on Tuesday between 18 and 19 h: 3');
  });
});

describe('topics', () => {
  const brands = [brand({ id: 'a', name: 'Lumen' }), brand({ id: 'b', name: 'Orvane', role: 'leader' })];
  const topic = (rest: Partial<Topic>): Topic => ({
    ...{ topic: '#vrac', kind: 'tag', also: [], n: 6, cover: 'nobody', alone: null, elsewhere: [] },
    ...{ brands: [{ brandId: 'b', evidence: ['x:1', 'x:2'] }], demand: figure(1.5, 1.1, 2, { n: 6 }) },
    ...rest,
  });

  it('say who speaks of them', () => {
    expect(coverWords(topic({ elsewhere: ['x:9'] }), brands)).toBe('nobody in the sector; only Orvane and other studies');
    expect(coverWords(topic({ cover: 'alone', alone: 'a' }), brands)).toBe('Lumen alone in the sector');
    expect(coverWords(topic({ cover: 'yours-missing' }), brands)).toBe('rivals, not your brand');
    speak('fr-FR');
    expect(coverWords(topic({ cover: 'shared' }), brands)).toBe('1 marque');
  });

  it('lead to the posts of a brand, and to those that the demand rests on', () => {
    const onEvidence = vi.fn();
    const one = topic({ also: ['en vrac', 'sans sachet', 'bocal', 'consigne'] });
    const text = show(<TopicTable topics={[one]} brands={brands} max={3} elsewhere={false} onEvidence={onEvidence} />);
    expect(text).toContain('also: en vrac, sans sachet, bocal and 1 more');
    expect(text).toContain('n 6×1.501.10–2.00602');
    for (const button of host.querySelectorAll('button')) button.click();
    expect(onEvidence.mock.calls).toEqual([
      [one, null],
      [one, 'b'],
    ]);
  });
});

describe('the log of changes', () => {
  const between = { accountKey: 'x:lumen', after: NOW - 8 * DAY, by: NOW - DAY, url: 'https://x.com/lumen' };
  const changes: ProfileChange[] = [
    { ...between, kind: 'followers', before: about(12_300, 12_300, 12_399), now: count(12_100), low: -299, high: -200, unusual: true },
    { ...between, kind: 'bio', before: 'Cafés', now: 'Cafés et thés', otherReader: true },
  ];

  it('says between which captures, what before and now, and what is doubtful', () => {
    const text = show(<ChangeLog changes={changes} brandOf={() => brand()} accountName={() => 'lumen on X'} />);
    expect(text).toMatch(/^14.–.21 Nov 2026/);
    expect(text).toContain('200–299 lost: from ≈ 12.3k to 12,100. Unusual for this account.');
    expect(text).toContain('Before CafésNow Cafés et thésRead by another version of Jauge');
    expect(host.querySelector('a')?.getAttribute('href')).toBe('https://x.com/lumen');
  });
});
