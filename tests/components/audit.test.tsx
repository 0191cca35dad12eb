// @vitest-environment happy-dom
import './browser';

import { describe, expect, it, vi } from 'vitest';
import { AuditChange } from '../../components/AuditChange';
import { AuditConfirm } from '../../components/AuditConfirm';
import { AuditGrade } from '../../components/AuditGrade';
import { AuditMissing, AuditMoves } from '../../components/AuditMoves';
import { AuditPlaces } from '../../components/AuditPlaces';
import { AuditRadar } from '../../components/AuditRadar';
import { AuditReportForm } from '../../components/AuditReportForm';
import { AuditRuns } from '../../components/AuditRuns';
import { AuditTree } from '../../components/AuditTree';
import { AuditWeights } from '../../components/AuditWeights';
import type { CriterionState } from '../../lib/audits/audit';
import { compareRuns } from '../../lib/audits/compare-runs';
import { weightsOf } from '../../lib/audits/presets';
import type { AuditRun } from '../../lib/audits/report';
import { graded, incomplete } from '../reports/runs';
import { speak } from './browser';
import { host, show } from './host';

const none = () => undefined;
/** An audit in which one criterion came to nothing. */
function without(state: Exclude<CriterionState, 'scored'>): AuditRun {
  const why = { from: 'audit' as const, reason: state === 'failed' ? ('failed' as const) : ('to-confirm' as const) };
  const nothing = { state, why, need: state === 'failed' ? null : ('human' as const), score: null, low: null, high: null };
  const criteria = graded.criteria.map((result) =>
    result.id === 'engagement'
      ? { ...result, ...nothing, parts: [{ ...nothing, network: 'instagram' as const, measure: null, curve: null }] }
      : result,
  );
  return { ...graded, criteria, findings: graded.findings.filter(({ criterion }) => criterion !== 'engagement') };
}
const tree = (run: AuditRun, onPosts = none) =>
  show(<AuditTree run={run} posts={new Map()} onPosts={onPosts} onPost={none} onAnswer={null} />);
const engagement = () => [...host.querySelectorAll('.audit-criterion')].find((each) => each.textContent?.includes('E1'));

describe('the grade', () => {
  it('is said with points, interval, coverage, bounds and confidence', () => {
    expect(show(<AuditGrade run={graded} />)).toContain(
      'CC: fair56 points of 100 (80% interval 49 – 63)84% of the weight scored · 47 – 64 points, whatever the rest is · sure within 10 points',
    );
    expect(host.querySelectorAll('.audit-sentences li').length).toBe(5);
  });

  it('is hatched where there is none, and out of scope says why', () => {
    expect(show(<AuditGrade run={incomplete} />)).toContain('Audit incomplete: less than 60% of its weight could be scored.');
    expect(host.querySelector('.audit-letter')?.className).toContain('hatched');
    const outside = { ...graded, score: { ...graded.score, grade: 'U' as const } };
    expect(show(<AuditGrade run={outside} />)).toContain('U: not confirmed to be the official account');
  });

  it('that is kept down says by what', () => {
    const caps: AuditRun['score']['caps'] = [{ id: 'silent', most: 'D', values: [120], evidence: [] }];
    const run = { ...graded, score: { ...graded.score, grade: 'D' as const, caps } };
    expect(show(<AuditGrade run={run} />)).toContain('No post for 120 days: D at most.');
  });
});

describe('what would move the grade', () => {
  it('lists findings by what they bring for their effort, each with the way to its posts', () => {
    const onPosts = vi.fn();
    show(<AuditMoves run={graded} onPosts={onPosts} />);
    const rows = [...host.querySelectorAll('tbody tr')].map((row) => [
      row.querySelector('th span')?.textContent,
      row.querySelector('td:last-child')?.textContent,
    ]);
    expect(rows.slice(0, 3)).toEqual([
      ['Reply rate', '+2.3'],
      ['Questions answered', '+1.4'],
      ['Objectives', '+1.1'],
    ]);
    host.querySelector<HTMLButtonElement>('tbody tr button')?.click();
    expect(onPosts).toHaveBeenCalledWith(graded.findings[0]);
  });

  it('names what to capture next with the weight that waits for it', () => {
    expect(show(<AuditMissing run={incomplete} onAnswer={null} />)).toMatch(
      /^What to capture or to say nextOpen the pages of some posts with comments, .* 14 points of weight wait for it\. Reply rate, Time to reply, Questions answered and Acknowledgement/,
    );
  });
});

describe('category, criterion, finding, posts', () => {
  it('holds every criterion in its category', () => {
    tree(graded);
    const names = [...host.querySelectorAll('.audit-category')].map((each) => each.querySelectorAll('.audit-criterion').length);
    expect(names).toEqual([5, 3, 6, 5, 6, 3, 3, 3]);
  });

  it('shows a scored one with interval, n, reference and the way to its posts', () => {
    const onPosts = vi.fn();
    tree(graded, onPosts);
    expect(engagement()?.textContent).toContain('0.29% (0.20% – 0.42%): below 0.40%, which is the middle (median by Rival IQ, 2025).');
    expect(engagement()?.textContent).toContain('Score 36 (95% interval 22 – 52) · n 22');
    engagement()?.querySelector('button')?.click();
    expect(onPosts).toHaveBeenCalledWith(graded.findings.find(({ criterion }) => criterion === 'engagement'));
  });

  it.each(['hidden', 'owner-only', 'not-captured', 'too-few', 'too-young', 'manual', 'unscored', 'failed'] as const)(
    'hatches one that is %s, says why and what to do, and never a number',
    (state) => {
      tree(without(state));
      const score = engagement()?.querySelector('.audit-score');
      expect(score?.className).toContain('hatched');
      expect(score?.textContent).not.toMatch(/\d/);
      expect(engagement()?.querySelector('.audit-part')?.className).toContain('hatched');
      expect(engagement()?.textContent).toContain(state === 'failed' ? 'This is a fault of Jauge' : 'Look at the items listed');
    },
  );

  it('does not hatch what does not apply', () => {
    tree(without('not-applicable'));
    expect(engagement()?.textContent).toContain('Does not apply');
    expect(engagement()?.querySelector('.hatched')).toBeNull();
  });
});

describe('the radar', () => {
  it('says in words what it draws, and lets its words be changed', () => {
    const onWords = vi.fn();
    show(<AuditRadar radar={incomplete.radar} words={{ strategy: 'Statut' }} onWords={onWords} />);
    const hatched = incomplete.radar.filter((axis) => axis.hatched || axis.score === null).length;
    expect(host.querySelector('svg')?.getAttribute('aria-label')).toMatch(
      new RegExp(`^Statut \\(\\d+\\).*\\. ${hatched} of 11 keys are measured by less than half\\.$`),
    );
    expect(host.querySelectorAll('.radar-hatched, .radar-none').length).toBe(hatched);
    const [, input] = host.querySelectorAll('input');
    if (!input) throw new Error('no input');
    input.value = ' But ';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onWords).toHaveBeenCalledWith({ strategy: 'Statut', objective: 'But' });
  });
});

describe('weights', () => {
  it('change one by one from the preset, and go back to it', () => {
    const onChoice = vi.fn();
    show(<AuditWeights choice={{ preset: 'service', own: null }} onChoice={onChoice} />);
    const input = host.querySelector('input');
    if (!input) throw new Error('no input');
    input.value = '7';
    input.dispatchEvent(new Event('change', { bubbles: true }));
    const own = { ...weightsOf('service'), identity: 7 };
    expect(onChoice).toHaveBeenCalledWith({ preset: 'service', own });
    expect(host.querySelector('button')?.disabled).toBe(true);
    show(<AuditWeights choice={{ preset: 'service', own }} onChoice={onChoice} />);
    host.querySelector('button')?.click();
    expect(onChoice).toHaveBeenLastCalledWith({ preset: 'service', own: null });
  });
});

it('what a person saw may be yes, no or nothing at all', () => {
  const onConfirmed = vi.fn();
  show(<AuditConfirm confirmed={{ official: false, closed: { 'x:1': true } }} onConfirmed={onConfirmed} />);
  const [official, , link] = host.querySelectorAll('select');
  expect([official?.value, link?.value]).toEqual(['no', '']);
  const choose = (select: HTMLSelectElement | undefined, value: string) => {
    if (!select) throw new Error('no select');
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  choose(link, 'yes');
  expect(onConfirmed).toHaveBeenLastCalledWith({ official: false, closed: { 'x:1': true }, linkAlive: true });
  choose(official, '');
  expect(onConfirmed).toHaveBeenLastCalledWith({ closed: { 'x:1': true } });
});

describe('saved audits', () => {
  it('are listed with their grade, and lead to what can be done with them', () => {
    const [onOpen, onCompare, onRemove] = [vi.fn(), vi.fn(), vi.fn()];
    const saved = { id: 'a', run: graded };
    const text = show(
      <AuditRuns runs={[saved]} open={null} onOpen={onOpen} onCompare={onCompare} onRecompute={none} onRemove={onRemove} />,
    );
    expect(text).toContain('18 Nov 2026, 12:00@marque InstagramC · 56 (49 – 63)');
    const [open, compare, , remove] = host.querySelectorAll('button');
    open?.click();
    compare?.click();
    remove?.click();
    expect([onOpen.mock.calls, onCompare.mock.calls, onRemove.mock.calls]).toEqual([[['a']], [['a']], [[saved]]]);
  });

  it('that say the same say so, and others which criteria changed beyond noise', () => {
    const close = none;
    const same = show(<AuditChange change={compareRuns(graded, graded)} before="A" after="B" onClose={close} />);
    expect(same).toContain('No change beyond noise: 56 points, then 56.');
    expect(host.querySelector('tbody')).toBeNull();
    const later = {
      ...graded,
      weights: { ...graded.weights, mix: 0 },
      criteria: graded.criteria.map((result) => (result.id === 'replyRate' ? { ...result, score: 99, low: 97, high: 100 } : result)),
    };
    speak('fr-FR');
    const changed = show(<AuditChange change={compareRuns(graded, later)} before="A" after="B" onClose={close} />);
    expect(changed).toContain('La marque n’est pas seule à avoir changé\u202f: autres pondérations.');
    expect(host.querySelectorAll('tbody tr.beyond').length).toBe(1);
    expect(host.querySelector('tbody tr')?.textContent).toMatch(/Taux de réponse\d+99oui, avec une probabilité de >99\u202f%/);
  });
});

describe('the form of the report', () => {
  const sender = { agency: '', colour: '#005a96', logo: null, analyst: '', comments: '', signed: false };
  const choices = { language: 'en' as const, pictures: false };
  const others = { choices, onChoices: none, pictures: 0, onOpen: none, onSave: none, onPrint: none };
  const form = (onSender: (next: typeof sender) => void, onRefused: (why: string) => void) =>
    show(<AuditReportForm {...{ sender, ...others }} onSender={onSender as never} onRefused={onRefused} />);

  it('takes no signature without a name', () => {
    form(none, none);
    expect(host.querySelector<HTMLInputElement>('input[type=checkbox]')?.disabled).toBe(true);
  });

  it('refuses a logo that is no picture, and one that is too large', async () => {
    const [onSender, onRefused] = [vi.fn(), vi.fn()];
    form(onSender, onRefused);
    const input = host.querySelector<HTMLInputElement>('input[type=file]');
    const give = async (file: File) => {
      Object.defineProperty(input, 'files', { value: [file], configurable: true });
      input?.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((done) => setTimeout(done, 30));
    };
    await give(new File(['<svg onload="alert(1)"/>'], 'a.svg', { type: 'image/svg+xml' }));
    await give(new File([new Uint8Array(300_000)], 'a.png', { type: 'image/png' }));
    expect(onRefused).toHaveBeenCalledTimes(2);
    expect(onSender).not.toHaveBeenCalled();
    await give(new File([new Uint8Array(300)], 'a.png', { type: 'image/png' }));
    expect(onSender.mock.calls[0]?.[0].logo).toMatch(/^data:image\/png;base64,/);
  });
});

it('places are ranges where brands cannot be told apart, and say whether other weights would turn them round', () => {
  const runs = ['a', 'b', 'c'].map((brandId) => ({ ...graded, brandId, brandName: brandId.toUpperCase() }));
  const places = [
    { brandId: 'a', overall: 60, best: 1, worst: 2, tied: ['b'] },
    { brandId: 'b', overall: 63.7, best: 1, worst: 2, tied: ['a'] },
    { brandId: 'c', overall: null, best: null, worst: null, tied: [] },
  ];
  const duels = [{ first: 'a', second: 'b', chance: 0.3, robustness: 0.02 }];
  show(<AuditPlaces runs={runs} places={places} duels={duels} brandId="a" />);
  const rows = [...host.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent?.trim()));
  expect(rows.map(([place, name, score, , duel]) => [place, name, score, duel])).toEqual([
    ['1 – 2Tied with A: no difference is sure enough.', 'B', '64', 'ahead, with a chance of 70% and in 98% of plausible weightings'],
    ['1 – 2Tied with B: no difference is sure enough.', 'A', '60', ''],
    ['—', 'C', 'not measurable', 'too little is scored of both'],
  ]);
  expect(host.querySelector('[aria-selected="true"] th')?.textContent).toContain('A');
});
