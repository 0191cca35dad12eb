// @vitest-environment happy-dom
import './browser';

import { describe, expect, it, vi } from 'vitest';
import { FigureCell } from '../../components/FigureCell';
import { ReadingText, readingText } from '../../components/ReadingText';
import type { Reason } from '../../lib/benchmark/result';
import { formatCountRange, formatPercent, formatPercentRange, formatPercentTick, formatRate, language, plural } from '../../lib/i18n';
import { speak } from './browser';
import { host, show } from './host';
import { figure, reading } from './make';

describe('a figure', () => {
  it('shows value, interval, n and unit', () => {
    const text = show(<FigureCell kpi="erFollowers" figure={figure(0.0029, 0.002, 0.0042, { n: 22 })} name="Lumen" max={0.01} />);
    expect(text).toContain('0.29%');
    expect(text).toContain('% of followers');
    expect(text).toContain('0.20%');
    expect(text).toContain('0.42%');
    expect(text).toContain('n 22');
    expect(host.querySelector('.interval-range')?.getAttribute('x')).toBe('20');
  });

  it('marks a count that the network abbreviated and keeps its bounds', () => {
    const text = show(<FigureCell kpi="followers" figure={figure(12_300, 12_250, 12_349, { as: 'rounded', n: 1 })} name="Lumen" />);
    expect(text).toMatch(/≈12\.3[kK]/);
    expect(text).toContain('12,250');
    expect(text).toContain('12,349');
    expect(text).not.toContain('12,300');
  });

  it('writes an exact count with every digit and no bounds', () => {
    const text = show(<FigureCell kpi="followers" figure={figure(12_345, 12_345, 12_345, { as: 'exact', n: 1 })} name="Lumen" />);
    expect(text).toContain('12,345');
    expect(text).not.toContain('≈');
    expect(host.querySelector('.figure-interval')).toBeNull();
  });

  it('writes a zero that was measured', () => {
    expect(show(<FigureCell kpi="shares1000" figure={figure(0, 0, 0.4)} name="Lumen" max={1} />)).toContain('0.00');
  });

  const reasons: Reason[] = [
    'no-posts',
    'too-few-posts',
    'followers-unknown',
    'not-shown',
    'unread',
    'hidden',
    'undated',
    'short-window',
    'few-weeks',
    'below-step',
  ];
  it.each(reasons)('never shows a number for what is missing: %s', (reason) => {
    const text = show(<FigureCell kpi="erViews" figure={figure(null, null, null, { n: 0, reason, evidence: [] })} name="Lumen" max={1} />);
    expect(text).not.toMatch(/\d/);
    expect(text).not.toContain('reason_');
    expect(text.length).toBeGreaterThan(10);
    expect(host.querySelector('svg')).toBeNull();
  });

  it('says that posts are too few for an interval instead of drawing one', () => {
    const text = show(
      <FigureCell kpi="erViews" figure={figure(0.03, null, null, { n: 3, reason: 'too-few-posts' })} name="Lumen" max={1} />,
    );
    expect(text).toContain('3.00%');
    expect(text).toContain('Too few posts');
    expect(host.querySelector('.interval')).toBeNull();
  });

  it('says how it stands against its peers in words', () => {
    const own = figure(0.009, 0.008, 0.01);
    const peers = figure(0.004, 0.003, 0.005);
    const standing = { own, peers, brands: 3, posts: 8 };
    const cell = (difference: 'above' | 'cannot-tell' | null) => (
      <FigureCell kpi="erFollowers" figure={own} name="Lumen" max={0.01} standing={{ ...standing, difference }} />
    );
    expect(show(cell('above'))).toContain('above its peers');
    expect(show(cell('cannot-tell'))).toContain('no clear difference');
    expect(show(cell(null))).not.toContain('peers');
  });

  it('opens its evidence, and offers none where there is none', () => {
    const open = vi.fn();
    show(<FigureCell kpi="erFollowers" figure={figure(0.01, null, null)} name="Lumen" onEvidence={open} />);
    host.querySelector('button')?.click();
    expect(open).toHaveBeenCalledOnce();
    show(<FigureCell kpi="erFollowers" figure={figure(0.01, null, null, { evidence: [] })} name="Lumen" onEvidence={open} />);
    expect(host.querySelector('button')).toBeNull();
  });
});

describe('a reading', () => {
  it('is never 0 when it is not known', () => {
    expect(readingText(reading(null, 'hidden'))).toBe('hidden');
    expect(readingText(reading(null, 'absent'))).toBe('—');
    expect(readingText(reading(null, 'unread'))).toBe('?');
    expect(readingText(undefined)).toBe('—');
    expect(readingText(reading(0, 'exact'))).toBe('0');
  });

  it('tells bounds in words for a rounded count', () => {
    const text = show(<ReadingText reading={reading(1500, 'rounded', 1450, 1549)} />);
    expect(text).toMatch(/^≈ 1\.5[kK] \(between 1,450 and 1,549\)$/);
  });
});

describe('figures in a language', () => {
  it('writes French with narrow no-break spaces and a comma', () => {
    speak('fr-FR');
    expect(formatPercent(0.0029)).toBe('0,29\u202f%');
    expect(formatPercentRange(0.002, 0.0042)).toMatch(/^0,20.0,42\u202f%$/);
    expect(plural('n_posts', 0)).toBe('0 publication');
    expect(plural('n_posts', 2)).toBe('2 publications');
  });

  it('writes in the language of the messages where it does not speak the browser’s', () => {
    speak('de-DE');
    expect(language()).toBe('en');
    expect(plural('n_posts', 1234)).toBe('1,234 posts');
    speak('fr-CA');
    expect(language()).toBe('fr-CA');
  });

  it('keeps enough digits of small rates and none too many of large ones', () => {
    expect(formatPercent(0.00042)).toBe('0.042%');
    expect(formatPercent(0.123)).toBe('12.3%');
    expect(formatRate(2.374)).toBe('2.37');
    expect(formatRate(118.4)).toBe('118');
  });

  it('writes an interval once where both ends read alike', () => {
    expect(formatPercentRange(0.01, 0.010001)).toBe('1.00%');
    expect(formatCountRange(47_050, 47_260)).toMatch(/^47,050.47,260$/);
  });

  it('gives every mark of an axis the same decimals', () => {
    expect([0, 0.005, 0.01].map((mark) => formatPercentTick(mark, 0.005))).toEqual(['0.0%', '0.5%', '1.0%']);
    expect(formatPercentTick(0.02, 0.02)).toBe('2%');
  });
});
