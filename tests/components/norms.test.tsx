// @vitest-environment happy-dom
import './browser';

import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { BenchmarkTable } from '../../components/BenchmarkTable';
import { IndustryChoice } from '../../components/IndustryChoice';
import { Methods } from '../../components/Methods';
import { normFor } from '../../lib/benchmark/norms';
import { type Industry, normFileSchema } from '../../lib/model/norm';
import type { NetworkId } from '../../lib/model/vocabulary';
import { speak } from './browser';
import { host, show } from './host';
import { benchmarkOf, brandRow, figure } from './make';

const file = normFileSchema.parse(JSON.parse(readFileSync('public/norms.json', 'utf8')));
const rows = [
  brandRow('small', 'own', { followers: figure(900), erFollowers: figure(0.002, 0.001, 0.0025) }),
  brandRow('large', 'direct', { followers: figure(90_000), erFollowers: figure(0.003, 0.002, 0.004) }),
];
const draw = (network: NetworkId, industry: Industry, columns: ('followers' | 'erFollowers' | 'erViews')[]) => {
  show(
    <BenchmarkTable
      benchmark={benchmarkOf(rows)}
      rows={rows}
      columns={columns}
      standing={() => ({ own: figure(null), peers: figure(null), brands: 0, difference: null, posts: 0 })}
      sort={{ by: 'name', down: false }}
      onSort={vi.fn()}
      onEvidence={vi.fn()}
      norms={{ industry, of: (kpi) => normFor(file, network, industry, kpi, Date.UTC(2026, 10, 22)) }}
    />,
  );
  return [...(host.querySelector('tfoot tr:last-child')?.querySelectorAll('th, td') ?? [])].map((cell) => cell.textContent ?? '');
};

describe('norms beside the peers', () => {
  it('stand under the figure that they are about, with their passport, and say for whom they were not made', () => {
    const [head, followers, er] = draw('instagram', 'food_beverage', ['followers', 'erFollowers']);
    expect(head).toBe('Normfood and beverage');
    expect(followers).toBe('no norm');
    expect(er).toContain('0.40%');
    expect(er).toContain('Rival IQ 2025, median of 2024');
    expect(er).toContain('another size than SMALL');
    expect(er).not.toContain('two years ago');
  });

  it('say that they are old, in French too', () => {
    speak('fr');
    const [, views] = draw('tiktok', 'all', ['erViews']);
    expect(views).toContain('3,40\u202f%');
    expect(views).toContain('Mesurée il y a plus de deux ans');
  });

  it('are of the industry that is chosen', () => {
    const onChange = vi.fn();
    show(<IndustryChoice all={['all', 'retail']} chosen="all" onChange={onChange} />);
    const select = host.querySelector('select');
    if (!select) throw new Error('no choice');
    select.value = 'retail';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onChange).toHaveBeenCalledWith('retail');
  });

  it('are listed with their passports on the Methods page', () => {
    const text = show(<Methods networks={[]} norms={file} fits={[]} />);
    expect(text).toContain('2,100 companies in 14 industries');
    expect(text).toContain('25,000 to 1,000,000 followers');
    expect(text).toContain('second-hand');
    for (const { url } of file.sources) expect(text).toContain(url);
  });
});
