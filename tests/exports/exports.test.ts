import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { benchmark } from '../../lib/benchmark/benchmark';
import type { Norm } from '../../lib/benchmark/norms';
import type { Percentile } from '../../lib/benchmark/percentile';
import { KPI_IDS } from '../../lib/benchmark/result';
import type { XFactor } from '../../lib/benchmark/x-factor';
import { benchmarkCsv } from '../../lib/exports/benchmark-csv';
import { csv, type Flavour, flavourFor, isoTime } from '../../lib/exports/csv';
import { postRows, postsCsv } from '../../lib/exports/posts-csv';
import type { PostRecord } from '../../lib/model/records';
import type { PostState } from '../../lib/model/rollup';
import { sampleStudy } from '../../lib/sample';
import { fold } from '../benchmark/fold';
import { about, account, ago, brand, count, hidden, NOW, post, study, unread } from '../benchmark/make';

const EN: Flavour = { delimiter: ',', decimal: '.' };
const FR: Flavour = { delimiter: ';', decimal: ',' };

/** The file as a table of texts, after checking what every file must be. */
function table(text: string, flavour: Flavour): Record<string, string>[] {
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    delimiter: flavour.delimiter,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}
const cell = (value: string | number | null, flavour = EN) =>
  csv(['c', 'd'], [[value, 1]], flavour)
    .split('\r\n')[1]
    ?.slice(0, -2);

describe('cells', () => {
  test('numbers have the decimal sign of the language, no grouping, no exponent', () => {
    expect(cell(0.0123456789, FR)).toBe('0,0123456789');
    expect(cell(0.1 + 0.2)).toBe('0.3');
    expect(cell(1e-9)).toBe('0.000000001');
    expect(cell(12_345_678_901_234)).toBe('12345678901234');
    expect(cell(-5.5, FR)).toBe('-5,5');
    expect(cell(2.5, { delimiter: ',', decimal: ',' })).toBe('"2,5"');
    expect(cell(999_999_931_979.5)).toBe('999999931980');
    expect(cell(0)).toBe('0');
  });

  test('nothing known is an empty cell', () => {
    expect(cell(null)).toBe('');
    expect(cell(Number.NaN)).toBe('');
    expect(cell(Number.POSITIVE_INFINITY)).toBe('');
  });

  test.each(['=1+1', '+33 6', '-5', '@brand', '\t=1', '\r=1', ' =1', '\ufeff=1', '\u202e=1', '＝1'])(
    '%j cannot become a formula',
    (text) => {
      expect(Papa.parse<string[]>(csv(['c'], [[text]], EN).slice(1)).data[1]?.[0]).toMatch(/^'/);
    },
  );

  test.each(['1985', '007', '1e5', '12 345', '1,5', '12345678901234567890'])('%j stays the text that it is', (text) => {
    expect(Papa.parse<string[]>(csv(['c'], [[text]], EN).slice(1)).data[1]?.[0]).toBe(`'${text}`);
  });

  test('ordinary text is left alone', () => {
    for (const text of ['x:1985', 'Merci à tous !', '3 cafés', 'a-b', '« Été »', 'a=b', "l'eau"]) expect(cell(text)).toBe(text);
  });

  test('hidden marks are taken out and line ends become those of a cell', () => {
    expect(cell('a\u202eb\u200fc\u0000d\ufeff')).toBe('abcd');
    expect(csv(['c'], [['a\r\nb\rc']], EN)).toBe('\ufeffc\r\n"a\nb\nc"\r\n');
  });

  test('times are UTC to the second', () => {
    expect(isoTime(Date.UTC(2026, 10, 15, 8, 5, 9, 999))).toBe('2026-11-15T08:05:09Z');
    expect(isoTime(null)).toBeNull();
  });
});

test.each([
  ['fr', FR],
  ['fr-CA', FR],
  ['fr_FR', FR],
  ['de', FR],
  ['en', EN],
  ['en-GB', EN],
  ['ja', EN],
  ['not a language', EN],
  ['', EN],
] as const)('the flavour of %j', (language, flavour) => {
  expect(flavourFor(language)).toEqual(flavour);
});

test('what was written is what is read, whatever the text', () => {
  const flavours = fc.constantFrom<Flavour>(EN, FR, { delimiter: '\t', decimal: ',' });
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ';', ',', '\t', '\n', '\r', '=', "'", ' ', 'é', '1') }));
  const cells = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, cells, cells), { minLength: 1 }), flavours, (rows, flavour) => {
      const parsed = Papa.parse<string[]>(csv(['a', 'b', 'c'], rows, flavour).slice(1, -2), {
        delimiter: flavour.delimiter,
        newline: '\r\n',
      });
      expect(parsed.errors).toEqual([]);
      expect(parsed.data).toHaveLength(rows.length + 1);
      for (const [i, row] of rows.entries()) {
        for (const [j, written] of row.entries()) {
          const read = parsed.data[i + 1]?.[j];
          if (written === null) expect(read).toBe('');
          else if (typeof written === 'number') {
            expect(read).not.toMatch(/[eE']/);
            const back = Number(read?.replace(',', '.'));
            expect(Math.abs(back - written)).toBeLessThanOrEqual(Math.abs(written) * 1e-11 + 1e-95);
          } else {
            expect(read).not.toMatch(/^\s*[=+\-@]/);
            const plain = written.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
            expect([plain, `'${plain}`]).toContain(read);
          }
        }
      }
    }),
    { numRuns: 150 },
  );
});

describe('benchmark.csv', () => {
  const { study: sample, captures } = sampleStudy(NOW);
  const { rollups, accounts } = fold(captures);
  const result = benchmark({ ...sample, days: 30 }, rollups, accounts, NOW);

  test.each([EN, FR])('holds every figure of every brand and of the peers (%o)', (flavour) => {
    const lines = table(benchmarkCsv(result, sample, flavour), flavour);
    const number = (text: string | undefined) => Number(text?.replace(',', '.'));
    for (const row of result.rows) {
      const own = lines.filter((line) => line.brand === row.name);
      expect(own).toHaveLength(KPI_IDS.length + row.formatMix.length);
      const rank = result.ranks.erFollowers[row.brandId];
      expect(own.find((line) => line.metric === 'er_followers')).toMatchObject({
        ...{ rank_best: String(rank?.best), rank_worst: String(rank?.worst), rank_of: '5' },
        tied_with: (rank?.tied ?? []).map((id) => sample.brands.find((each) => each.id === id)?.name).join(', '),
      });
      const er = own.find((line) => line.metric === 'er_followers');
      expect(number(er?.value)).toBeCloseTo(row.kpis.erFollowers.value ?? Number.NaN, 11);
      expect(er).toMatchObject({ role: row.role, unit: 'fraction_of_followers', as: 'estimated', posts_used: String(row.posts.used) });
      expect(er?.captured_at).toMatch(/^2026-11-22T11:5\d:\d\dZ$/);
      expect(er?.period_from).toBe('2026-10-23T12:00:00Z');
      const shares = own.filter((line) => line.metric?.startsWith('format_share:'));
      expect(shares.reduce((sum, line) => sum + number(line.value), 0)).toBeCloseTo(1, 9);
    }
    const peers = lines.filter((line) => line.role === 'peers');
    expect(peers).toHaveLength(KPI_IDS.length);
    for (const line of peers) expect(line).toMatchObject({ out_of_period: '', period_from: '2026-10-23T12:00:00Z', tied_with: '' });
  });

  test('holds the norms that stood beside the figures, with their publisher and what they measured', () => {
    const measured = { from: '2023-01-01', to: '2023-12-31' };
    const source = { id: 'r', publisher: 'Revue', title: 'Report', year: 2024, url: 'https://x.test', ...measured };
    const norm: Norm = {
      ...({ kpi: 'erFollowers', network: 'x', industry: 'all', statistic: 'median' } as const),
      ...{ value: 0.0003, stale: true, source: { ...source, read: 'first-hand', companies: 9, industries: 1, followers: {} } },
    };
    const lines = table(benchmarkCsv(result, sample, EN, [norm]), EN).filter((line) => line.role === 'norm');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      ...{ brand: 'Revue 2024', metric: 'er_followers', unit: 'fraction_of_followers', value: '0.0003', low: '', as: 'median', n: '' },
      ...{ reason: 'stale', posts_used: '', period_from: '2023-01-01T00:00:00Z', period_to: '2023-12-31T23:59:59Z', tied_with: '' },
    });
  });

  test('an unknown figure is empty with its reason, never 0', () => {
    const followers = table(benchmarkCsv(result, sample, EN), EN).find(
      (line) => line.role === 'inspiration' && line.metric === 'followers',
    );
    expect(followers).toMatchObject({ value: '', low: '', high: '', as: '', n: '0', reason: 'hidden' });
  });
});

describe('posts.csv', () => {
  const record = (state: PostState, text: string): PostRecord => ({
    ...{ postKey: state.postKey, accountKey: state.accountKey, network: state.network, published: state.published, format: state.format },
    ...{ id: '1', aliases: [], url: 'https://x.com/lumen/status/1', author: 'lumen', text, firstSeenAt: 0, lastSeenAt: 0 },
  });
  const first = post({
    postKey: 'x:1985123456789012345',
    metrics: { likes: about(1200, 1150, 1249), comments: hidden(), shares: unread(), views: count(0) },
    flags: ['pinned', 'quote'],
  });
  const second = post({ published: ago(3, 1), followers: null });
  const X: XFactor = {
    ...{ by: 'interactions', value: 2.5, low: 1.5, high: 4 },
    ...{ expected: 5.5, n: 12, suspected: true },
  };
  const place = (value: number, n: number): Percentile => ({ value, n, of: 'x-factor' });
  const rows = postRows(
    study([brand(), brand({ id: 'b2', name: 'Été; "Noir"', role: 'direct' })]),
    [second, first],
    [record(first, '=HYPERLINK("x")\nsuite ; fin')],
    [account([[0, count(1000)]])],
    (state) => (state === first ? 'hidden' : X),
    (state) => (state === first ? { account: 'hidden', study: 'hidden' } : { account: place(0.75, 12), study: place(0.625, 40) }),
    (state) => (state === first ? ['promote', 'coulisses'] : []),
  );

  test.each([EN, FR])('each metric has bounds and a status; unknown is empty (%o)', (flavour) => {
    const [line, other] = table(postsCsv(rows, flavour), flavour);
    expect(line).toMatchObject({
      ...{ brand: 'Lumen', role: 'own', network: 'x', handle: 'lumen', post_key: 'x:1985123456789012345', format: 'image' },
      ...{ pinned: '1', repost: '0', promoted: '0', quote: '1', reply: '0', text: '\'=HYPERLINK("x")\nsuite ; fin' },
      ...{ likes: '1200', likes_low: '1150', likes_high: '1249', likes_as: 'rounded' },
      ...{ comments: '', comments_low: '', comments_high: '', comments_as: 'hidden' },
      ...{ shares: '', shares_as: 'unread', saves: '', saves_as: 'absent', views: '0', views_as: 'exact' },
      ...{ followers_used: '1000', followers_as: 'exact', er_followers: '', er_views: '', snapshot_id: 's1', adapter: '3' },
      ...{ published_at: '2026-11-21T12:00:00Z', published_from: 'id', captured_at: '2026-11-22T12:00:00Z' },
    });
    // The followers of the nearest reading, since its own page showed none.
    expect(other).toMatchObject({ url: '', text: '', followers_used: '1000', er_followers: flavour.decimal === ',' ? '0,015' : '0.015' });
    expect(other).toMatchObject({
      ...{ published_low: '2026-11-18T12:00:00Z', published_high: '2026-11-20T12:00:00Z', published_from: 'relative' },
    });
  });

  test.each([EN, FR])('what a post did against what was expected, or why that is not known (%o)', (flavour) => {
    const [line, other] = table(postsCsv(rows, flavour), flavour);
    const written = (value: string) => value.replace('.', flavour.decimal);
    expect(other).toMatchObject({
      ...{ x_factor: written('2.5'), x_low: written('1.5'), x_high: '4', x_of: 'interactions', x_expected: written('5.5') },
      ...{ x_posts: '12', x_percentile: written('0.75'), x_reason: '', suspected_boost: '1' },
      ...{ percentile_of: 'x-factor', percentile_posts: '12', percentile_study: written('0.625'), percentile_study_posts: '40', tags: '' },
    });
    expect(line).toMatchObject({
      ...{ x_factor: '', x_low: '', x_high: '', x_of: '', x_expected: '', x_posts: '', x_percentile: '' },
      ...{ x_reason: 'hidden', suspected_boost: '', percentile_of: '', percentile_posts: '', percentile_study: '' },
      ...{ percentile_study_posts: '', percentile_reason: 'hidden', tags: 'promote coulisses' },
    });
  });

  test('a post of an account that two brands share stands in both, newest first', () => {
    expect(rows.map((row) => [row.brand, row.state.postKey])).toEqual([
      ['Lumen', first.postKey],
      ['Lumen', second.postKey],
      ['Été; "Noir"', first.postKey],
      ['Été; "Noir"', second.postKey],
    ]);
  });
});
