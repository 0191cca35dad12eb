// @vitest-environment happy-dom
import './browser';

import { describe, expect, it, vi } from 'vitest';
import { CompareTable } from '../../components/CompareTable';
import { ContentTable } from '../../components/ContentTable';
import { groundWords, verdictWords } from '../../components/compare-words';
import type { Compared, Comparison } from '../../lib/benchmark/compare';
import type { Content } from '../../lib/benchmark/content';
import { compareCsv } from '../../lib/exports/compare-csv';
import { brand, study } from '../benchmark/make';
import { speak } from './browser';
import { host, show } from './host';
import { brandRow, figure } from './make';

const names = { a: 'Lumen', b: 'Orvane' };
const measure = (rest: Partial<Compared>): Compared => ({
  kpi: 'erFollowers',
  a: figure(0.004, 0.003, 0.005, { n: 12 }),
  b: figure(0.008, 0.006, 0.01, { n: 20 }),
  ratio: { value: 0.5, low: 0.25, high: 0.8 },
  delta: -0.41,
  size: 'medium',
  chance: 0.02,
  p: 0.0004,
  answer: 'b-more',
  needed: null,
  ...rest,
});
const ground: Comparison['ground'] = {
  networks: ['x'],
  alone: [{ network: 'youtube', who: 'b' }],
  shown: {},
  counted: { x: ['comments', 'shares'] },
  leftOut: [{ network: 'x', metric: 'likes', by: 'a' }],
};

describe('what is said of two brands', () => {
  it('names the one that does better, and turns the ratio its way', () => {
    expect(verdictWords(measure({}), names)).toBe(
      'A typical post of Lumen engages 0.40% of followers, one of Orvane engages 0.80%. Orvane does better: 2.00 times as much as Lumen (between 1.25 and 4.00 times).',
    );
  });

  it('says that nothing can be shown, and how many posts would', () => {
    const none = { answer: 'no-difference', p: 0.3 } as const;
    expect(verdictWords(measure({ ...none, needed: 34 }), names)).toContain(
      'No difference can be shown with these 12 and 20 posts. About 34 of each would show one as large as it looks here.',
    );
    expect(verdictWords(measure({ ...none, needed: 18 }), names)).toContain('A few more posts of each');
    expect(verdictWords(measure(none), names)).toContain('so alike');
    expect(verdictWords(measure({ answer: 'too-few', p: null }), names)).toContain('five of each');
  });

  it('never gives a number for what is missing', () => {
    const missing = figure(null, null, null, { n: 0, reason: 'hidden', evidence: [] });
    expect(verdictWords(measure({ a: missing, answer: null }), names)).toBe(
      'Engagement by followers cannot be compared. Not measurable for Lumen.',
    );
  });

  it('says on what ground, in French as well', () => {
    expect(groundWords(ground, names)).toEqual([
      'On X both are counted by comments and shares.',
      'On X, likes are left out on both sides, since Lumen does not show them.',
      'YouTube is left out: only Orvane has posts there.',
    ]);
    speak('fr-FR');
    expect(groundWords(ground, names)[1]).toBe('Sur X, hors calcul pour les deux\u202f: mentions J’aime, que Lumen n’affiche pas.');
  });
});

const content: Content = {
  tags: [{ tag: 'atelier', times: figure(1.4, 1.1, 1.8, { n: 7 }) }],
  topicVariety: figure(0.8, 0.7, 0.9, { n: 14 }),
  times: { n: 40, p: 0.01, blocks: [{ weekday: 1, hour: 12, n: 9, value: 1.5, low: 1.2, high: 2, evidence: [] }] },
};

describe('what goes with more engagement', () => {
  const [a, b] = [brandRow('a', 'own', {}), brandRow('b', 'direct', {})];

  it('names hashtags with their lift and leads to their posts, and times only where there are any', () => {
    const onTag = vi.fn();
    const none: Content = { tags: [], topicVariety: figure(null, null, null, { n: 0 }), times: { n: 25, p: 0.4, blocks: [] } };
    const text = show(
      <ContentTable
        sides={[
          { row: a, content },
          { row: b, content: none },
        ]}
        onTag={onTag}
      />,
    );
    expect(text).toContain('#atelier ×1.40 (1.10–1.80), n 7');
    expect(text).toContain('Tuesday, 12–18 h: ×1.50 (1.20–2.00), n 9');
    expect(text).toContain('No detectable best time in 25 posts.');
    expect(text).toContain('Fewer than 12 posts with hashtags');
    host.querySelector('button')?.click();
    expect(onTag).toHaveBeenCalledWith(a, 'atelier');
  });
});

describe('the table of two brands', () => {
  const followers = { followers: figure(100, 100, 100, { as: 'exact' }) };
  const [a, b] = [brandRow('a', 'own', followers), brandRow('b', 'direct', { followers: figure(90, 90, 90, { as: 'exact' }) })];

  it('says what can be said beside the figures, with the test, and leads to the posts', () => {
    const onEvidence = vi.fn();
    const text = show(<CompareTable a={a} b={b} comparison={{ ground, measures: [measure({})] }} onEvidence={onEvidence} />);
    expect(text).toContain('B does better: 2.00 times as much as A');
    expect(text).toContain('chance that B has more: 98% · Cliff’s δ -0.41, medium · p <0.001');
    expect(text).toContain('A is ahead, with a chance of >99%');
    host.querySelectorAll('button')[1]?.click();
    expect(onEvidence).toHaveBeenCalledWith(b, 'erFollowers', true);
  });

  it('is exported with the same figures', () => {
    const brands = [brand({ name: 'A' }), brand({ id: 'b', name: 'B' })];
    const [first, second] = brands.map((each) => ({ brand: each, content }));
    if (!first || !second) throw new Error('two brands are made above');
    const file = compareCsv({ ground, measures: [measure({})] }, first, second, study(brands), { delimiter: ',', decimal: '.' });
    const [head, line] = file
      .slice(1)
      .split('\r\n')
      .map((row) => row.split(','));
    const cell = (name: string) => line?.[head?.indexOf(name) ?? -1];
    expect([cell('metric'), cell('a'), cell('b_n'), cell('ratio_high')]).toEqual(['er_followers', '0.004', '20', '0.8']);
    expect([cell('p_holm'), cell('answer'), cell('interactions_counted')]).toEqual(['0.0004', 'b-more', 'x: comments + shares']);
    expect(file).toContain('S,A,B,topic_variety,0_to_1,0.8,0.7,0.9,14,,0.8,0.7,0.9,14,,'.replace('S', 'Study'));
    expect(file).toContain('hashtag_lift:atelier,times,1.4,1.1,1.8,7,,');
    expect(file).toContain('best_time:tue_12-18h,times,1.5,1.2,2,9,,');
  });
});
