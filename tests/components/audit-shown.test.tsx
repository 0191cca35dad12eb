// @vitest-environment happy-dom
import './browser';

import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AuditReportForm } from '../../components/AuditReportForm';
import { AuditTree } from '../../components/AuditTree';
import type { PictureSight } from '../../components/FindingPictures';
import { LastAudit } from '../../components/LastAudit';
import type { BrandAudit } from '../../lib/messages';
import type { PictureFacts } from '../../lib/model/picture';
import { graded } from '../reports/runs';
import { speak } from './browser';
import { host, show } from './host';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);

describe('the audit in the popup', () => {
  const last: BrandAudit['last'] = {
    ...{ grade: 'C', overall: 55.6, low: 51, high: 60.2, coverage: 0.84, madeAt: NOW - 3 * DAY, accounts: ['x:lumen'] },
  };
  const line = (change: Partial<NonNullable<BrandAudit['last']>> | null, onOpen = () => undefined) =>
    show(<LastAudit audit={{ studyId: 's', brandId: 'b', last: change && { ...last, ...change } }} now={NOW} onOpen={onOpen} />);

  it('is the grade with score, interval, coverage and age, and leads to the audit', () => {
    const onOpen = vi.fn();
    expect(line({}, onOpen)).toBe('Last audit · C: fair · 56 (51 – 60) 84% of the weight scored · 3 days ago');
    host.querySelector('button')?.click();
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('without a grade says so, and is never a zero', () => {
    expect(line({ grade: null, overall: null, low: null, high: null, coverage: 0.31, madeAt: NOW })).toBe(
      'Last audit · no grade, 31% scored now',
    );
    expect(line({ grade: 'U', overall: null, low: null, high: null })).toContain('U: not confirmed to be the official account');
  });

  it('is one quiet link where there was none', () => {
    expect(line(null)).toBe('Audit this brand');
    expect(host.querySelectorAll('button')).toHaveLength(1);
  });

  it('speaks French', () => {
    speak('fr-FR');
    expect(line({})).toBe('Dernier audit · C\u202f: moyen · 56 (51 – 60) 84\u202f% du poids noté · il y a 3\u00a0j');
  });
});

describe('pictures of a finding', () => {
  const facts = (sha256: string): PictureFacts => ({
    ...{ snapshotId: sha256, accountKey: 'instagram:marque', network: 'instagram', url: 'https://www.instagram.com/marque/' },
    ...{ takenAt: NOW, adapter: 1, type: 'image/webp', width: 1600, height: 800, size: 9, sha256, edited: null },
  });
  const withMarks = (hashes: string[]) => ({
    ...graded,
    findings: graded.findings.map((finding, i) =>
      i === 0 ? { ...finding, pictures: hashes.map((sha256) => ({ sha256, snapshotId: sha256, takenAt: NOW })) } : finding,
    ),
  });
  const draw = (hashes: string[], kept: string[], change: Partial<PictureSight> = {}) => {
    const sight = { kept: new Map(kept.map((hash) => [hash, facts(hash)])), load: async () => null, onShow: () => undefined, ...change };
    const none = () => undefined;
    show(<AuditTree run={withMarks(hashes)} posts={new Map()} onPosts={none} onPost={none} onAnswer={null} sight={sight} />);
    return [...host.querySelectorAll('.audit-pictures')].map((each) => each.textContent);
  };
  afterEach(() => vi.unstubAllGlobals());

  it('stand with it alone, four at most, each the way to the whole of it', () => {
    const onShow = vi.fn();
    const hashes = ['a', 'b', 'c', 'd', 'e'];
    expect(draw(hashes, hashes, { onShow })).toEqual([expect.stringMatching(/^5 pictures taken when this was captured/)]);
    const buttons = [...host.querySelectorAll<HTMLButtonElement>('.thumbnail')];
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(
      Array(4).fill(expect.stringMatching(/^Show the picture of 22 Nov 2026/)),
    );
    buttons[1]?.click();
    expect(onShow).toHaveBeenCalledWith(facts('b'));
  });

  it('that are no longer kept are counted, and nothing else is shown of them', () => {
    expect(draw(['a', 'b'], ['b'])).toEqual([expect.stringContaining('1 picture behind this is no longer kept.')]);
    expect(host.querySelectorAll('.thumbnail')).toHaveLength(1);
    expect(draw(['a', 'b'], [])).toEqual(['2 pictures behind this are no longer kept.']);
  });

  it('are read when they come into sight, and not before', async () => {
    const load = vi.fn(async () => null);
    let seen: (entries: { isIntersecting: boolean }[]) => void = () => undefined;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(told: typeof seen) {
          seen = told;
        }
        observe = () => undefined;
        disconnect = () => undefined;
      },
    );
    draw(['a'], ['a'], { load });
    await act(async () => seen([{ isIntersecting: false }]));
    expect(load).not.toHaveBeenCalled();
    await act(async () => seen([{ isIntersecting: true }]));
    expect(load).toHaveBeenCalledWith(facts('a'));
  });
});

describe('the form of the report', () => {
  const sender = { agency: '', colour: '#005a96', logo: null, analyst: '', comments: '', signed: false };
  const onChoices = vi.fn();
  const none = () => undefined;
  const form = (pictures: number) => {
    const choices = { language: 'en' as const, pictures: false };
    const others = { onSender: none, onRefused: none, onOpen: none, onSave: none, onPrint: none };
    return show(<AuditReportForm {...{ sender, choices, onChoices, pictures, ...others }} />);
  };

  it('lets each report have a language of its own', () => {
    form(0);
    const select = host.querySelector<HTMLSelectElement>('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual(['English', 'French']);
    if (select) select.value = 'fr';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onChoices).toHaveBeenLastCalledWith({ language: 'fr', pictures: false });
  });

  it('offers pictures where there are any, and takes none unasked', () => {
    expect(form(0)).not.toContain('picture');
    expect(form(3)).toContain('With the pictures behind the findings (3)');
    const tick = host.querySelector<HTMLInputElement>('[data-report=pictures]');
    expect(tick?.checked).toBe(false);
    tick?.click();
    expect(onChoices).toHaveBeenLastCalledWith({ language: 'en', pictures: true });
  });
});
