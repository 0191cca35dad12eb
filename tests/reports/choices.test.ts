// @vitest-environment happy-dom
import '../components/browser';

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { catalogueOf, formatPercent, inWordsOf, language, plural, t } from '../../lib/i18n';
import { auditReport, type ReportInput } from '../../lib/reports/audit-report';
import type { ReportPictures } from '../../lib/reports/pictures';
import { SAMPLED } from '../audits/sample';
import { example } from '../audits/worked-example';
import { messagesOf, speak } from '../components/browser';
import { graded } from './runs';

const sender = { agency: 'Atelier', colour: '#884400', logo: null, analyst: '', comments: '', signed: false };
const input: ReportInput = { run: graded, sender, posts: new Map(), norms: example.norms, axes: {}, sample: false, now: SAMPLED };
const opened = (page: string) => new DOMParser().parseFromString(page, 'text/html');
const fr = messagesOf('fr');

beforeEach(() => speak('en-GB'));

describe('another language than the interface’s', () => {
  test('gives the page that an interface in that language would write', () => {
    const borrowed = auditReport({ ...input, words: fr });
    speak('fr');
    expect(borrowed).toBe(auditReport(input));
    expect(opened(borrowed).documentElement.lang).toBe('fr');
    const english = auditReport({ ...input, words: messagesOf('en') });
    speak('en');
    expect(english).toBe(auditReport(input));
  });

  test('is spoken while it is asked for and no longer, also where something fails', () => {
    const said = () => [t('audit_findings'), plural('audit_posts', 2), formatPercent(0.123), language()];
    const before = said();
    expect(inWordsOf(fr, said)).toEqual(['Constats', '2 publications', '12,3\u202f%', 'fr']);
    expect(said()).toEqual(before);
    expect(() =>
      inWordsOf(fr, () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(said()).toEqual(before);
  });

  test('is fetched from the extension itself, and the interface’s own is not', async () => {
    const fetched = vi.fn(async (_address: string) => new Response(JSON.stringify(fr)));
    vi.stubGlobal('fetch', fetched);
    Object.assign((globalThis as unknown as { chrome: { runtime: object } }).chrome.runtime, {
      getURL: (path: string) => `moz-extension://here${path}`,
    });
    expect(await catalogueOf('en')).toBeNull();
    expect(fetched).not.toHaveBeenCalled();
    expect((await catalogueOf('fr'))?.audit_findings?.message).toBe('Constats');
    expect(fetched).toHaveBeenCalledWith('moz-extension://here/_locales/fr/messages.json');
  });
});

describe('pictures in a report', () => {
  const DATA = 'data:image/webp;base64,UklGRg==';
  const facts = (sha256: string): ReportPictures['shown'][number]['facts'] => ({
    ...{ snapshotId: `s${sha256}`, accountKey: 'instagram:marque', network: 'instagram', url: 'https://www.instagram.com/marque/' },
    ...{ takenAt: SAMPLED, adapter: 1, type: 'image/webp', width: 8, height: 4, size: 9, sha256, edited: null },
  });
  const findings = graded.findings.map((finding, i) => {
    const pictures = (i === 0 ? ['aa', 'bb'] : i === 1 ? ['bb'] : []).map((sha256) => ({
      sha256,
      snapshotId: `s${sha256}`,
      takenAt: SAMPLED,
    }));
    return pictures.length ? { ...finding, pictures } : finding;
  });
  const shown = [
    { facts: facts('aa'), data: DATA },
    { facts: { ...facts('bb'), edited: [{ kind: 'hide' as const, box: { x: 0, y: 0, width: 1, height: 1 } }] }, data: DATA },
  ];
  const page = (pictures: ReportPictures | null) => opened(auditReport({ ...input, run: { ...graded, findings }, pictures }));

  test('stand in it once each, with their hash, and findings lead to them', () => {
    const dom = page({ shown, more: 0, gone: 0 });
    expect([...dom.querySelectorAll('.picture img')].map((img) => img.getAttribute('src'))).toEqual([DATA, DATA]);
    expect([...dom.querySelectorAll('.picture code')].map((code) => code.textContent)).toEqual(['aa', 'bb']);
    const links = [...dom.querySelectorAll('.findings a[href^="#"]')].map((link) => link.getAttribute('href'));
    expect(links.sort()).toEqual(['#picture-1', '#picture-2', '#picture-2']);
    for (const link of new Set(links)) expect(dom.querySelector(link ?? '')?.tagName).toBe('FIGURE');
    expect(dom.querySelector('#picture-1')?.textContent).not.toContain('covered');
    expect(dom.querySelector('#picture-2')?.textContent).toContain('cropped or covered in part');
    expect(dom.querySelectorAll('script, iframe, object, [src^="http"]').length).toBe(0);
  });

  test('are left out where they are not asked for', () => {
    const dom = page(null);
    expect(dom.querySelectorAll('img, .pictures, a[href^="#"]').length).toBe(0);
  });

  test('that are missing are said to be, and none is loaded from elsewhere', () => {
    const dom = page({ shown: [{ facts: facts('aa'), data: 'https://a.example/p.webp' }, ...shown.slice(1)], more: 3, gone: 1 });
    expect([...dom.querySelectorAll('img')].map((img) => img.getAttribute('src'))).toEqual([DATA]);
    expect(dom.querySelector('.pictures')?.textContent).toContain('3 older pictures are in the evidence pack.');
    expect(dom.querySelector('.pictures')?.textContent).toContain('1 picture behind this is no longer kept.');
  });
});
