import { PRIOR } from '../benchmark/age';
import type { NetworkId } from '../model/vocabulary';
import { CRITERION_IDS, type Criterion, type CriterionResult, type Grade } from './audit';
import { evaluate, rescored } from './evaluate';
import { type AuditData, type Facts, factsOf, type Ground, groundOf, networksOf, type Scope } from './facts';
import { findingsOf } from './findings';
import { givenOf } from './frozen';
import { criteria } from './index';
import { isKnownToBeNew } from './newness';
import { perBrand } from './per-brand';
import { keepPictures, withPictures } from './pictures';
import { normalised, type PresetId, type Weights, weightsOf } from './presets';
import { radarOf } from './radar';
import type { AuditInputs, AuditRun } from './report';
import { scoreOf } from './score';

/** Raised whenever scores are put together otherwise. */
const METHOD = 1;
const FEWEST_POSTS = 5;

/** Whom to audit, and by which weights; `weights` are the user's own, and then no preset is named. */
export interface AuditSettings extends Scope {
  preset: PresetId;
  weights?: Partial<Weights>;
  seed?: number;
}

/** Audits one brand of a study: a pure function of what was captured and given. Throws only where the study has no such brand. */
export function audit(data: AuditData, settings: AuditSettings, asked: readonly Criterion[] = criteria): AuditRun {
  return auditOn(grounds(data, settings.now), data, settings, asked);
}

/** Audits every brand of a study that has an account (on the network, where one is named), measuring the study once for all of them. */
export function auditAll(data: AuditData, settings: Omit<AuditSettings, 'brandId'>): AuditRun[] {
  const ground = grounds(data, settings.now);
  const there = data.study.brands.filter((brand) =>
    settings.network ? networksOf(brand).includes(settings.network) : brand.accounts.length,
  );
  return there.map(({ id }) => auditOn(ground, data, { ...settings, brandId: id }, criteria));
}

type Grounds = (network: NetworkId | null) => Ground;

/** The study on each network, measured when it is first asked for. */
function grounds(data: AuditData, now: number): Grounds {
  const made = new Map<NetworkId | null, Ground>();
  const networks = new Set(data.study.brands.flatMap(networksOf));
  return (network) => {
    // On one network the whole study is the study on it.
    const [whole] = networks.size === 1 ? made.values() : [];
    const ground = made.get(network) ?? (whole ? { ...whole, network } : groundOf(data, network, now));
    made.set(network, ground);
    return ground;
  };
}

function auditOn(ground: Grounds, data: AuditData, settings: AuditSettings, asked: readonly Criterion[]): AuditRun {
  const { brandId, network, industry, now, preset, seed = 1 } = settings;
  const weights = settings.weights ? normalised(settings.weights) : weightsOf(preset);
  const whole = factsOf(ground(network), data, settings);
  const networks = network ? [network] : networksOf(whole.brand);
  const apart = new Map(networks.map((each) => [each, each === network ? whole : factsOf(ground(each), data, settings)]));
  const results = asked.map((criterion) => evaluate(criterion, whole, apart, weights[criterion.id]));
  const { findings, ...rest } = concluded(results, seed, outsideOf(data, whole));
  const { id: studyId, name: studyName } = data.study;
  const { name: brandName, role } = whole.brand;
  return {
    ...{ format: 'jauge-audit', version: 1, studyId, studyName, brandId, brandName, role, network, industry },
    ...{ from: whole.from, madeAt: now, seed, preset: settings.weights ? 'own' : preset, weights, method: METHOD },
    inputs: { ...inputsOf(whole, results), given: givenOf(whole), ...(data.curves && { curves: data.curves }) },
    criteria: results,
    ...{ ...rest, findings: data.pictures ? withPictures(findings, data.pictures, now) : findings },
  };
}

/** All that follows from the results of the criteria. */
function concluded(results: CriterionResult[], seed: number, outside: Grade | null): Pick<AuditRun, 'score' | 'findings' | 'radar'> {
  return { score: scoreOf(results, seed, outside), findings: findingsOf(results), radar: radarOf(results) };
}

const OUTSIDE: readonly (Grade | null)[] = ['U', 'P', 'N', 'X'];
const outsideIn = ({ score: { grade } }: AuditRun): Grade | null => (OUTSIDE.includes(grade) ? grade : null);

/** The same audit by other weights: measures, curves and scores of criteria stay, only what is made of them changes. */
export function reweighted(run: AuditRun, weights: Partial<Weights>, preset: PresetId | 'own' = 'own'): AuditRun {
  const own = normalised(weights);
  const results = run.criteria.map((result) => ({ ...result, weight: own[result.id] }));
  const { findings, ...rest } = concluded(results, run.seed, outsideIn(run));
  return { ...run, preset, weights: own, criteria: results, ...rest, findings: keepPictures(findings, run.findings) };
}

/** Why there can be no grade at all: a person says that the account is not the brand's, or private; our reader failed; there is hardly a post, or none from before the last four weeks. */
function outsideOf({ unreadable = [] }: AuditData, facts: Facts): Grade | null {
  const { brand, posts, confirmed, now } = facts;
  if (confirmed.official === false) return 'U';
  if (confirmed.private) return 'P';
  if (!posts.length && brand.accounts.some((key) => unreadable.includes(key))) return 'X';
  if (!posts.length) return null;
  return posts.length < FEWEST_POSTS || isKnownToBeNew(facts, now) ? 'N' : null;
}

function inputsOf(whole: Facts, results: readonly CriterionResult[]): AuditInputs {
  const brands = [whole, ...whole.peers].map((brand) => sourcesOf(brand, whole.records));
  const adapters: Record<string, number[]> = {};
  for (const { readers } of brands)
    for (const [network, versions] of readers)
      adapters[network] = [...new Set([...(adapters[network] ?? []), ...versions])].sort((a, b) => a - b);
  const bases = results.flatMap(({ parts }) => parts.flatMap(({ curve }) => curve?.basis ?? []));
  return {
    snapshots: distinct(brands.flatMap(({ snapshots }) => snapshots)),
    accounts: whole.row.accounts,
    peers: whole.peers.map(({ brand }) => brand.id),
    posts: whole.posts.length,
    adapters,
    norms: distinct(bases.flatMap((basis) => (basis.kind === 'norm' ? [basis.source] : []))),
  };
}

/** Snapshots that a brand's posts and comments come from, and the versions of the readers, by network. */
const sourcesOf = perBrand(({ posts, comments }) => {
  const readers = new Map<NetworkId, Set<number>>();
  for (const { network, adapter } of posts) readers.set(network, (readers.get(network) ?? new Set()).add(adapter));
  return { snapshots: distinct([...posts.map(({ snapshotId }) => snapshotId), ...comments.map(({ id }) => id)]), readers };
});

const distinct = (ids: string[]) => [...new Set(ids)].sort();

/** What came of making an audit again. */
export interface Recomputed {
  run: AuditRun;
  /** Overall score, grade and the score of every criterion are what they were. */
  same: boolean;
  /** Snapshots that the audit was made from and that are no longer among the data. */
  missing: string[];
  /** Posts of the audited brand that are no longer there as they were captured then. */
  lost: number;
}

/**
 * Makes an audit again, from the same snapshots and answers, at the same time, by the same weights and seed. What was captured later is left out; but rollups know a post
 * as it was last captured, so that posts captured again since are `lost` unless the rollups are built of the audit's own snapshots.
 */
export function recompute(run: AuditRun, data: AuditData): Recomputed {
  const { brandId, network, industry, madeAt: now, seed, weights } = run;
  const { curves = PRIOR, given = data.given } = run.inputs;
  const used = new Set(run.inputs.snapshots);
  const then: AuditData = {
    ...data,
    ...{ curves, given },
    rollups: data.rollups.map((rollup) => ({ ...rollup, posts: rollup.posts.filter(({ snapshotId }) => used.has(snapshotId)) })),
    accounts: data.accounts.map((account) => {
      const followers = account.followers.filter(({ takenAt }) => takenAt <= now);
      return { ...account, followers, lastSeenAt: Math.min(account.lastSeenAt, now) };
    }),
    comments: data.comments.filter(({ id }) => used.has(id)),
  };
  const settings = { brandId, network, industry, now, seed };
  const again = audit(then, run.preset === 'own' ? { ...settings, preset: 'awareness', weights } : { ...settings, preset: run.preset });
  const there = new Set(again.inputs.snapshots);
  const missing = run.inputs.snapshots.filter((id) => !there.has(id));
  return { run: again, same: fingerprint(run) === fingerprint(again), missing, lost: run.inputs.posts - again.inputs.posts };
}

/** Whether the scores in an audit follow from the measures, curves, weights and seed in it: to be asked of a file, when the captures are not at hand. */
export function isSound(run: AuditRun): boolean {
  const results = run.criteria.map(rescored);
  return fingerprint(run) === fingerprint({ ...run, criteria: results, score: scoreOf(results, run.seed, outsideIn(run)) });
}

/** What must come out alike; nine digits are more than any browser's arithmetic differs by. */
function fingerprint({ criteria: results, score }: AuditRun): string {
  const rounded = (value: number | null) => value?.toFixed(9) ?? null;
  const byId = CRITERION_IDS.flatMap((id) => results.filter((result) => result.id === id));
  return JSON.stringify([rounded(score.overall), score.grade, byId.map(({ id, state, score: each }) => [id, state, rounded(each)])]);
}
