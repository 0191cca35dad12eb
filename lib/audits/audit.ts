import type { Reason } from '../benchmark/result';
import type { Industry } from '../model/norm';
import type { NetworkId } from '../model/vocabulary';
import type { Facts } from './facts';

/** One scored question each, in the order that an audit is read. Message keys: `criterion_<id>`, `_question`, `_do`. */
export const CRITERION_IDS = [
  ...(['identity', 'profile', 'link', 'pinned', 'alive'] as const),
  ...(['frequency', 'activeWeeks', 'silences'] as const),
  ...(['mix', 'variety', 'formats', 'callToAction', 'usefulness', 'mission'] as const),
  ...(['engagement', 'conversation', 'amplification', 'consistency', 'viewRate'] as const),
  ...(['replyRate', 'replyTime', 'questions', 'acknowledgement', 'mentions', 'openness'] as const),
  ...(['growth', 'returning', 'associations'] as const),
  ...(['objectives', 'measurement', 'thresholds'] as const),
  ...(['disclosure', 'charter', 'dependency'] as const),
] as const;
export type CriterionId = (typeof CRITERION_IDS)[number];

/** Message key: `category_<id>`. */
export const CATEGORY_IDS = ['presence', 'activity', 'content', 'engagement', 'community', 'growth', 'business', 'governance'] as const;
export type CategoryId = (typeof CATEGORY_IDS)[number];

/** The eleven keys S-O-C-I-A-L-M-E-D-I-A, in that order. Message key: `axis_<id>`; the words are inferred, and the user may rename them. */
export const SOCIALMEDIA_KEYS = [
  ...(['strategy', 'objective', 'commerce', 'realLife', 'content', 'law'] as const),
  ...(['measure', 'listening', 'dialogue', 'involvement', 'affinity'] as const),
] as const;
export type SocialMediaKey = (typeof SOCIALMEDIA_KEYS)[number];

/** What a criterion rests on; where it is missing, `need_<id>` says what to do to have it. */
export type Need =
  | 'posts'
  | 'texts'
  | 'profiles'
  | 'followers'
  | 'reference'
  | 'comments'
  | 'commenters'
  | 'tags'
  | 'mentions'
  | 'strategy'
  | 'ownerData'
  | 'register'
  | 'channels'
  | 'human';

/** Never collapsed to 0. Message key: `state_<id>` with underscores. `manual` waits for a person; `unscored` is measured, with nothing to hold it against; `failed` is a bug of ours. */
export type CriterionState =
  | 'scored'
  | 'hidden'
  | 'owner-only'
  | 'not-captured'
  | 'too-few'
  | 'too-young'
  | 'not-applicable'
  | 'manual'
  | 'unscored'
  | 'failed';

/** Why there is no score: what the benchmark says (`reason_<name>`), or of the audit's own (`why_<name>`), with underscores. */
export type AuditWhy =
  | 'no-peers-or-norm'
  | 'outside-norm'
  | 'no-tags'
  | 'no-comments'
  | 'too-few-comments'
  | 'no-commenters'
  | 'no-mentions'
  | 'no-strategy'
  | 'no-owner-data'
  | 'no-register'
  | 'no-texts'
  | 'no-profile'
  | 'one-channel'
  | 'competitor'
  | 'no-pinned'
  | 'no-video'
  | 'one-format'
  | 'likes-not-marked'
  | 'to-confirm'
  | 'nothing-commercial'
  | 'threads-not-shown'
  | 'failed';
export type Why = { from: 'benchmark'; reason: Reason } | { from: 'audit'; reason: AuditWhy };

/** How a value is written: fractions are shown as percentages, `times` as a factor, `score` has no unit. */
export type Unit = 'fraction' | 'per-week' | 'per-1000' | 'days' | 'hours' | 'times' | 'score' | 'count';

/** One item of a list that is passed or not; null where it could not be looked at. Message key: `item_<id>`. `where` is an account key or post key. */
export interface Check {
  id: string;
  passed: boolean | null;
  where: string | null;
  /** What was read, as evidence. */
  saw: string | null;
}

/** What was measured, with its 95 % interval; a missing end is open. Of checks the value is the part that passed. */
export interface Measure {
  value: number;
  low: number | null;
  high: number | null;
  n: number;
  unit: Unit;
  /** Post keys, or account keys where no post is concerned. */
  evidence: string[];
  /** Of a share: what it was counted from. */
  share?: { hits: number; of: number };
  /** Of a mix: how many of each kind, in the order of the curve's target. */
  counts?: number[];
  checks?: Check[];
}

/** What a value is held against, said wherever its score is. */
export type Basis =
  | { kind: 'peers'; n: number; fit: 'rank' | 'curve' | 'house-spread' }
  | { kind: 'norm'; source: string; publisher: string; year: number; industry: Industry; network: NetworkId; value: number; stale: boolean }
  | { kind: 'published'; title: string; url: string }
  /** A value of ours, which no source gives. */
  | { kind: 'house' }
  /** What the user set as a target. */
  | { kind: 'own' };

/** From a value to 0–100; see curves.ts for what each means, its source and an example. */
export type Curve = { basis: Basis } & (
  | { kind: 'higher'; median: number; p90: number }
  | { kind: 'lower'; median: number; p10: number }
  | { kind: 'rank'; values: number[] }
  | { kind: 'band'; low: number; high: number }
  | { kind: 'share'; norm: number; target: number }
  | { kind: 'mix'; target: number[] }
  | { kind: 'checks' }
);

/** Nothing measured, and why. */
export interface Unmeasured {
  state: Exclude<CriterionState, 'scored'>;
  why: Why;
  need: Need | null;
  /** What a person has to look at, of a list of checks of which none could be. */
  open?: Check[];
}

/** One scored question, as data and two pure functions. */
export interface Criterion {
  id: CriterionId;
  /** As in the method's table: P1 … L3. */
  code: string;
  category: CategoryId;
  keys: readonly SocialMediaKey[];
  /** Points of 100 in the default preset. */
  weight: number;
  /** Raised whenever measure or curve change. */
  version: number;
  needs: readonly Need[];
  /** `network`: asked of each network apart, since networks count differently; the score is the mean of those that have one. */
  scope: 'brand' | 'network';
  /** What its action takes: a day, a month, a quarter. */
  effort: 'S' | 'M' | 'L';
  measure(facts: Facts): Measure | Unmeasured;
  curve(facts: Facts, measure: Measure): Curve | Unmeasured;
}

/** A criterion on one network, or on all (`network` null). */
export interface PartResult {
  network: NetworkId | null;
  state: CriterionState;
  why: Why | null;
  need: Need | null;
  score: number | null;
  low: number | null;
  high: number | null;
  measure: Measure | null;
  curve: Curve | null;
  /** Checks that wait for a person, where nothing is measured. */
  open?: Check[];
}

/** What came of a criterion. `score` with its 95 % interval; `coverage` is the part of its networks that have one, 0 to 1. */
export interface CriterionResult {
  id: CriterionId;
  code: string;
  category: CategoryId;
  keys: SocialMediaKey[];
  version: number;
  weight: number;
  state: CriterionState;
  why: Why | null;
  need: Need | null;
  score: number | null;
  low: number | null;
  high: number | null;
  coverage: number;
  parts: PartResult[];
}

export interface CategoryResult {
  id: CategoryId;
  weight: number;
  score: number | null;
  /** Scored weight by applicable weight, 0 to 1; null where nothing applies. */
  coverage: number | null;
  /** At least half of its weight is scored, so that it counts in the overall score. */
  counts: boolean;
}

/** `U` unverified identity, `P` private, `N` new, `X` our reader could not read the page. Message key: `grade_<grade>` (`A+` is `grade_A_plus`). */
export type Grade = 'A+' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'U' | 'P' | 'N' | 'X';
export type Confidence = 'high' | 'medium' | 'low' | 'indicative';

/** A rule that keeps the grade down, whatever the score. Message key: `cap_<id>`. */
export interface Cap {
  id: 'silent' | 'closed' | 'unanswering' | 'deadLink' | 'undisclosed' | 'noObjective';
  most: 'B' | 'C' | 'D';
  /** Numbers for its sentence. */
  values: number[];
  evidence: string[];
}

export interface AuditScore {
  overall: number | null;
  /** 80 % interval. */
  low: number | null;
  high: number | null;
  confidence: Confidence | null;
  /** Scored weight by applicable weight, 0 to 1. */
  coverage: number;
  /** Where the overall score lies whatever the missing criteria are. */
  bounds: { low: number; high: number };
  /** `incomplete` below 60 % coverage (no grade), `provisional` below 80 %. */
  completeness: 'incomplete' | 'provisional' | 'complete';
  grade: Grade | null;
  /** The grade by points alone; null where there is none. */
  uncapped: Grade | null;
  caps: Cap[];
  categories: CategoryResult[];
}
