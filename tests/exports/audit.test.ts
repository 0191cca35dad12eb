import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { AuditRun } from '../../lib/audits/report';
import { audit, recompute } from '../../lib/audits/run';
import { auditCsv } from '../../lib/exports/audit-csv';
import { auditJson } from '../../lib/exports/audit-json';
import type { Flavour } from '../../lib/exports/csv';
import { SAMPLED, sampleData } from '../audits/sample';
import { CAPTURED, example } from '../audits/worked-example';

const EN: Flavour = { delimiter: ',', decimal: '.' };
const FR: Flavour = { delimiter: ';', decimal: ',' };
const run = audit(example, { brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' });
const ofSample = { brandId: 'sample-orvane_sample', network: null, industry: null, now: SAMPLED, preset: 'awareness' } as const;
const sample = audit(sampleData(), ofSample);

function table(of: AuditRun, flavour = EN): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(auditCsv(of, flavour).slice(1), {
    header: true,
    delimiter: flavour.delimiter,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

describe('audit.csv', () => {
  test('has a line for every criterion of a brand on one network', () => {
    const rows = table(run);
    expect(rows.map(({ criterion }) => criterion)).toEqual(run.criteria.map(({ id }) => id));
    expect(rows.find(({ code }) => code === 'E1')).toMatchObject({
      ...{ brand: "'@marque", role: 'own', network: 'instagram', category: 'engagement', state: 'scored', reason: '', weight: '10' },
      ...{
        unit: 'fraction',
        n: '22',
        curve: 'higher',
        compared_with: 'norm',
        norm: 'rivaliq_2025 food_beverage',
        norm_value: '0.004',
        grade: 'C',
        caps: '',
      },
    });
    const rate = rows.find(({ code }) => code === 'E1');
    expect(Number(rate?.score)).toBeCloseTo(36, 0);
    expect(Number(rate?.value)).toBeCloseTo(0.0029, 6);
    expect(rate?.evidence?.split(' ')).toHaveLength(22);
  });

  test('leaves unknown cells empty, with state and reason, and never writes 0 there', () => {
    for (const row of table(run).filter(({ state }) => state !== 'scored')) {
      expect([row.score, row.score_low, row.score_high, row.gain], row.criterion).toEqual(['', '', '', '']);
      expect(row.reason, row.criterion).toBeTruthy();
    }
    const hidden = table(run).find(({ code }) => code === 'E3');
    expect(hidden).toMatchObject({ state: 'hidden', reason: 'not-shown', coverage: '0', value: '', n: '' });
  });

  test('has a line for each network below a criterion that is asked of each apart', () => {
    const rows = table(sample).filter(({ code }) => code === 'E3');
    expect(rows.map(({ network, state }) => [network, state])).toEqual([
      ['', 'scored'],
      ['x', 'scored'],
      ['youtube', 'hidden'],
      ['bluesky', 'scored'],
    ]);
    const [whole, ...parts] = rows;
    expect(whole).toMatchObject({ value: '', n: '' });
    expect(Number(whole?.coverage)).toBeCloseTo(2 / 3, 6);
    expect(parts.map(({ coverage }) => coverage)).toEqual(['', '', '']);
    const gains = parts.reduce((sum, { gain }) => sum + Number(gain), 0);
    expect(Number(whole?.gain)).toBeCloseTo(gains, 6);
  });

  test('names the checks that passed, failed and could not be looked at', () => {
    const data = sampleData();
    const silent = {
      ...data,
      accounts: data.accounts.map((each) => (each.accountKey === 'bluesky:orvane_sample' ? { ...each, bio: '' } : each)),
    };
    const profile = table(audit(silent, ofSample)).filter(({ code, network }) => code === 'P2' && network === 'bluesky')[0];
    expect(profile).toMatchObject({ checks_passed: 'handle name link', checks_failed: 'bio', checks_open: 'category' });
  });

  test('is read alike in French spreadsheets', () => {
    const rates = [table(run), table(run, FR)].map((rows) => rows.find(({ code }) => code === 'E1')?.score ?? '');
    expect(rates[1]).toBe(rates[0]?.replace('.', ','));
    expect(rates[1]).toContain(',');
  });

  test('says what keeps the grade down', () => {
    const capped = { ...run, score: { ...run.score, caps: [{ id: 'silent' as const, most: 'D' as const, values: [95], evidence: [] }] } };
    expect(table(capped)[0]?.caps).toBe('silent:D');
  });
});

describe('audit.json', () => {
  test('is the run, from which the audit is made again', () => {
    const back = JSON.parse(auditJson(run)) as AuditRun;
    expect(back).toEqual(run);
    expect(recompute(back, example)).toMatchObject({ same: true, missing: [] });
  });

  test('names its method, weights, versions, readers, norms and snapshots', () => {
    const { format, method, weights, criteria, inputs } = JSON.parse(auditJson(run)) as AuditRun;
    expect([format, method, Object.keys(weights).length]).toEqual(['jauge-audit', 1, 34]);
    expect(criteria.every(({ version }) => version >= 1)).toBe(true);
    expect(inputs).toMatchObject({ adapters: { instagram: [3] }, norms: ['rivaliq_2025'], peers: ['r1', 'r2', 'r3'] });
    expect(inputs.snapshots).toContain('instagram:marque-18-nov');
  });
});
