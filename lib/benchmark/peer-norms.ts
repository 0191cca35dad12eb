import { median } from 'simple-statistics';
import { groupedBy } from '../model/grouped';
import type { NormFile, NormSource } from '../model/norm';
import type { AccountRecord, Rollup } from '../model/rollup';
import type { Study } from '../model/study';
import type { NetworkId } from '../model/vocabulary';
import type { AgeCurves } from './age';
import { benchmark } from './benchmark';
import type { BrandRow } from './result';

/** From so many accounts on peers are a norm. */
export const FEWEST_ACCOUNTS = 5;
const SECTOR = ['direct', 'indirect', 'leader'];
/** Figures that norms are about, and what each is divided by. */
const KPIS = [
  { kpi: 'erFollowers', denominator: 'followers' },
  { kpi: 'erViews', denominator: 'views' },
  { kpi: 'postsPerWeek', denominator: 'none' },
] as const;

/**
 * The accounts of a study's competitors and leaders as a norm: for each network with five of them or more, the median of their typical
 * values. The study's own brand and inspiration are not among them. Accounts whose figure has no interval are left out. Its passport names
 * the study, its period, how many accounts it is made of, and their size.
 */
export function peerNorms(study: Study, rollups: Rollup[], accounts: AccountRecord[], now: number, curves?: AgeCurves): NormFile {
  const keys = study.brands.flatMap((brand) => (SECTOR.includes(brand.role) ? brand.accounts : []));
  const alone = [...new Set(keys)].map((key) => ({ id: key, name: key, role: 'direct' as const, accounts: [key] }));
  const { rows, from } = benchmark({ ...study, brands: alone }, rollups, accounts, now, curves);
  const file: NormFile = { sources: [], norms: [] };
  for (const [network, own] of groupedBy(rows, ({ brandId }) => brandId.split(':')[0] as NetworkId)) {
    const source = sourceOf(study, network, own, from, now);
    for (const { kpi, denominator } of KPIS) {
      const known = own.filter((row) => row.kpis[kpi].value !== null && row.kpis[kpi].low !== null);
      if (known.length < FEWEST_ACCOUNTS) continue;
      const value = median(known.flatMap((row) => row.kpis[kpi].value ?? []));
      // A norm of nothing holds nobody to anything.
      if (value <= 0) continue;
      const of = known.length === own.length ? source : { ...sourceOf(study, network, known, from, now), id: `${source.id}:${kpi}` };
      if (!file.sources.some(({ id }) => id === of.id)) file.sources.push(of);
      file.norms.push({ source: of.id, network, kpi, denominator, statistic: 'median', values: { [study.industry ?? 'all']: value } });
    }
  }
  return file;
}

const day = (time: number) => new Date(time).toISOString().slice(0, 10);

function sourceOf(study: Study, network: NetworkId, rows: BrandRow[], from: number | null, now: number): NormSource {
  const oldest = rows.flatMap((row) => row.oldest ?? []).reduce((a, b) => Math.min(a, b), now);
  const sizes = rows.flatMap(({ kpis: { followers } }) => followers.value ?? []).sort((a, b) => a - b);
  const [fewest, most] = [sizes[0], sizes.at(-1)];
  return {
    id: `peers:${study.id}:${network}:${day(now)}`,
    publisher: study.name,
    title: study.client ?? study.name,
    year: new Date(now).getUTCFullYear(),
    ...{ from: day(Math.max(from ?? oldest, oldest)), to: day(now), read: 'own' },
    ...{ companies: rows.length, industries: study.industry ? 1 : null },
    followers: fewest === undefined || most === undefined ? {} : { [network]: [fewest, most] },
  };
}

/** Two files of norms as one; a source that both have is taken from the second. */
export function mergedNorms(first: NormFile, second: NormFile): NormFile {
  const again = new Set(second.sources.map(({ id }) => id));
  return {
    sources: [...first.sources.filter(({ id }) => !again.has(id)), ...second.sources],
    norms: [...first.norms.filter(({ source }) => !again.has(source)), ...second.norms],
  };
}
