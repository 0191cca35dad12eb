import type { AgeCurves } from '../benchmark/age';
import { benchmark, studyOn } from '../benchmark/benchmark';
import { type Norm, normFor } from '../benchmark/norms';
import type { BrandRow, KpiId } from '../benchmark/result';
import { postsByAccount, selectPosts } from '../benchmark/selection';
import type { Industry, NormFile } from '../model/norm';
import type { PicturedCapture } from '../model/picture';
import type { PostRecord } from '../model/records';
import type { AccountRecord, PostState, Rollup } from '../model/rollup';
import type { Brand, Study } from '../model/study';
import { NETWORK_IDS, type NetworkId } from '../model/vocabulary';
import type { Confirmed, Given, OwnerData, PostComments, Register, Strategy } from './given';

/** All that an audit is made from. */
export interface AuditData {
  study: Study;
  /** Of all brands of the study. */
  rollups: Rollup[];
  accounts: AccountRecord[];
  records: PostRecord[];
  comments: PostComments[];
  norms: NormFile;
  /** How posts grow, where own captures tell; else what is published. */
  curves?: AgeCurves;
  /** Accounts whose page our reader saw posts on without being able to read one. */
  unreadable?: string[];
  given?: Given;
  /** Pictures that are kept of the study's accounts: findings name those of what they rest on. */
  pictures?: readonly PicturedCapture[];
}

/** Whom and how to audit. `network` null: all of the brand's. */
export interface Scope {
  brandId: string;
  network: NetworkId | null;
  industry: Industry | null;
  /** Epoch ms. */
  now: number;
}

/** A brand with what is known of it. */
export interface BrandFacts {
  brand: Brand;
  row: BrandRow;
  accounts: AccountRecord[];
  /** All that are known, from before the period too, each as last observed; pinned ones, reposts and the like among them. */
  posts: PostState[];
  /** Those of the period that typical values are made from. */
  used: PostState[];
  comments: PostComments[];
}

/** What is gathered once for all criteria, of one network or of all. */
export interface Facts extends BrandFacts {
  own: boolean;
  network: NetworkId | null;
  now: number;
  from: number | null;
  /** The other brands of the study that are there, but inspiration, which comes from other sectors. */
  peers: BrandFacts[];
  /** Every account of the study on these networks: shows what the pages of a network print at all. */
  known: AccountRecord[];
  records: ReadonlyMap<string, PostRecord>;
  given: Given;
  /** Of the audited brand; null where nobody has said. */
  strategy: Strategy | null;
  owner: OwnerData | null;
  register: Register | null;
  confirmed: Confirmed;
  norm(kpi: KpiId): Norm | null;
}

/** Networks that a brand has accounts on, in the order of the vocabulary. */
export function networksOf(brand: Brand): NetworkId[] {
  const there = new Set(brand.accounts.map((key) => key.split(':')[0]));
  return NETWORK_IDS.filter((network) => there.has(network));
}

/** What all audits of a study share: every brand of it, on one network or on all. */
export interface Ground {
  network: NetworkId | null;
  from: number | null;
  brands: BrandFacts[];
  known: AccountRecord[];
  records: ReadonlyMap<string, PostRecord>;
}

/** Measures every brand of a study, on one network or on all. */
export function groundOf(data: AuditData, network: NetworkId | null, now: number): Ground {
  const study = network ? studyOn(data.study, network) : data.study;
  const { rows, from } = benchmark(study, data.rollups, data.accounts, now, data.curves);
  const posts = postsByAccount(data.rollups);
  const accounts = new Map(data.accounts.map((account) => [account.accountKey, account]));
  const brands = study.brands.flatMap((brand, i): BrandFacts[] => {
    const row = rows[i];
    if (!row) return [];
    const own = row.accounts.flatMap((key) => posts.get(key) ?? []);
    return [
      {
        brand,
        row,
        accounts: row.accounts.flatMap((key) => accounts.get(key) ?? []),
        posts: own,
        used: selectPosts(own, from, data.curves).used,
        comments: data.comments.filter(({ accountKey }) => row.accounts.includes(accountKey)),
      },
    ];
  });
  const keys = new Set(study.brands.flatMap((brand) => brand.accounts));
  return {
    network,
    from,
    brands,
    known: data.accounts.filter(({ accountKey }) => keys.has(accountKey)),
    records: new Map(data.records.map((record) => [record.postKey, record])),
  };
}

/** The facts about one brand; throws where the study has no such brand. */
export function factsOf(
  ground: Ground,
  { given = {}, norms }: Pick<AuditData, 'given' | 'norms'>,
  { brandId, industry, now }: Scope,
): Facts {
  const { network, from, brands, known, records } = ground;
  const audited = brands.find(({ brand }) => brand.id === brandId);
  if (!audited) throw new Error(`No brand ${brandId} in this study`);
  const peers = brands.filter(({ brand: { id, role, accounts } }) => id !== brandId && role !== 'inspiration' && accounts.length > 0);
  return {
    ...audited,
    ...{ own: audited.brand.role === 'own', network, now, from, peers, known, records, given },
    strategy: given.strategy?.[brandId] ?? null,
    owner: given.owner?.[brandId] ?? null,
    register: given.register?.[brandId] ?? null,
    confirmed: given.confirmed?.[brandId] ?? {},
    norm: (kpi) => (network ? normFor(norms, network, industry ?? 'all', kpi, now) : null),
  };
}
