// @vitest-environment happy-dom
import '../components/browser';

import { beforeEach, describe, expect, test } from 'vitest';
import { criterionKey } from '../../lib/audits/words';
import { t } from '../../lib/i18n';
import { auditReport, logoFits, MOST_LOGO, type ReportInput, type ReportPost } from '../../lib/reports/audit-report';
import { verdictOf } from '../../lib/reports/verdict';
import { SAMPLED } from '../audits/sample';
import { example } from '../audits/worked-example';
import { speak } from '../components/browser';
import { graded, incomplete, sampled } from './runs';

const EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'&';
const PIXEL = 'data:image/png;base64,iVBORw0KGgo=';
const posts = new Map(
  [...example.records, ...sampled.records].map(({ postKey, text, url, published }): [string, ReportPost] => [
    postKey,
    { text, url, published: published?.value ?? null },
  ]),
);
const sender: ReportInput['sender'] = {
  agency: 'Atelier',
  colour: '#884400',
  logo: PIXEL,
  analyst: 'Ada',
  comments: 'One.\n\nTwo.',
  signed: true,
};
const input: ReportInput = { run: graded, sender, posts, norms: example.norms, axes: {}, sample: false, now: SAMPLED };
const opened = (page: string) => new DOMParser().parseFromString(page, 'text/html');
const words = (page: Document) => page.body.textContent?.replace(/\s+/g, ' ') ?? '';

beforeEach(() => speak('en-GB'));

describe('the report', () => {
  test('says on page one the grade, five sentences and what would move it, and the rest after it', () => {
    const page = opened(auditReport(input));
    const one = page.querySelector('.page-one');
    expect(one?.querySelector('.letter')?.textContent).toBe('C');
    expect([...(one?.querySelectorAll('.sentences li') ?? [])].map((item) => item.textContent)).toEqual(verdictOf(graded));
    expect(one?.querySelectorAll('tbody tr').length).toBe(4);
    const heads = [...page.querySelectorAll('h1, h2')].map((head) => head.textContent);
    expect(heads).toEqual([
      'Audit of @marque',
      ...['What would move the grade', 'Comments', 'Findings', 'SOCIALMEDIA in eleven keys', 'Profiles, item by item', 'Method', 'Signed'],
    ]);
  });

  test('holds every criterion once, with its score, and says why another has none', () => {
    const page = opened(auditReport({ ...input, run: incomplete }));
    const rows = [...page.querySelectorAll('.findings tr.criterion')];
    expect(rows.map((row) => row.querySelector('b')?.textContent)).toEqual(incomplete.criteria.map(({ id }) => t(criterionKey(id))));
    for (const [i, { score, state }] of incomplete.criteria.entries()) {
      const cell = rows[i]?.querySelector('td');
      expect(cell?.classList.contains('hatched')).toBe(score === null && state !== 'not-applicable');
      if (score !== null) expect(Number(cell?.querySelector('strong')?.textContent)).toBe(Math.round(score));
    }
    expect(words(page)).not.toMatch(/NaN|undefined|null|\[object|audit_|criterion_/);
  });

  test('names norms with their passports, weights and versions', () => {
    const said = words(opened(auditReport(input)));
    expect(graded.inputs.norms.length).toBeGreaterThan(0);
    for (const id of graded.inputs.norms) expect(said).toContain(example.norms.sources.find((source) => source.id === id)?.title);
    expect(said).toContain('Method 1, seed of the draws 1');
    expect(said).toContain('median by Rival IQ, 2025 0.40%');
  });

  test('is written in the interface’s language and says so', () => {
    speak('fr-FR');
    const page = opened(auditReport(input));
    expect(page.documentElement.lang).toBe('fr-FR');
    expect(words(page)).toContain('Ce qui ferait bouger la note');
    expect(words(page)).not.toMatch(/What would|Findings|Score of/);
  });

  test('links to evidence, and not to what would run code', () => {
    const [first, second] = graded.findings.flatMap(({ evidence }) => evidence);
    const own: [string, ReportPost][] = [
      [first ?? '', { text: 'fair', url: 'https://instagram.com/p/1', published: 1 }],
      [second ?? '', { text: 'foul', url: 'javascript:alert(1)', published: 2 }],
    ];
    const page = opened(auditReport({ ...input, posts: new Map(own) }));
    const links = [...page.querySelectorAll('.posts a')].map((link) => link.getAttribute('href'));
    expect(new Set(links)).toEqual(new Set(['https://instagram.com/p/1']));
    expect(words(page)).toContain('foul');
  });

  test('of the sample says that it is invented', () => {
    expect(words(opened(auditReport({ ...input, sample: true })))).toContain('All figures of this report are invented');
    expect(words(opened(auditReport(input)))).not.toContain('invented');
  });
});

describe('what a user types', () => {
  const typed: ReportInput = {
    ...input,
    run: { ...graded, brandName: EVIL, studyName: EVIL, inputs: { ...graded.inputs } },
    sender: {
      agency: EVIL,
      colour: `red}</style>${EVIL}`,
      logo: `data:image/svg+xml;base64,${btoa(EVIL)}`,
      analyst: EVIL,
      comments: EVIL,
      signed: true,
    },
    posts: new Map([...posts].map(([key, post]) => [key, { ...post, text: EVIL, url: `https://x.com/${EVIL}` }])),
    axes: { strategy: EVIL },
  };
  const page = auditReport(typed);

  test('is shown as text and runs nowhere', () => {
    expect(page).not.toMatch(/<script|<img/i);
    const dom = opened(page);
    expect(dom.querySelectorAll('script, img, iframe, object, embed, form').length).toBe(0);
    expect([...dom.querySelectorAll('*')].flatMap((each) => [...each.attributes]).filter(({ name }) => /^on/i.test(name))).toEqual([]);
    expect(dom.querySelector('.agency')?.textContent).toBe(EVIL);
    expect(dom.querySelector('.typed')?.textContent).toBe(EVIL);
    expect(dom.querySelector('.radar tbody th')?.textContent).toContain(EVIL);
    expect(dom.querySelector('.signature p')?.textContent).toContain(EVIL);
  });

  test('leaves the page without anything that it would fetch', () => {
    for (const each of [page, auditReport(input)]) {
      const dom = opened(each);
      const fetched = [...dom.querySelectorAll('[src], link, [srcset], [data], use')].map((one) => one.getAttribute('src') ?? one.tagName);
      expect(fetched.filter((address) => !address.startsWith('data:image/png;'))).toEqual([]);
      expect(dom.querySelector('style')?.textContent).not.toMatch(/@import|url\((?!#)/);
    }
    expect(opened(page).querySelector('style')?.textContent).toContain('--agency:#005a96');
  });
});

test('a logo is a picture of points, and bounded', () => {
  expect(logoFits(PIXEL)).toBe(true);
  for (const logo of ['data:image/svg+xml;base64,PHN2Zz4=', 'https://a.example/logo.png', `${PIXEL}" onload="x`, null, 7])
    expect(logoFits(logo)).toBe(false);
  expect(logoFits(`data:image/png;base64,${'A'.repeat(MOST_LOGO)}`)).toBe(false);
});
