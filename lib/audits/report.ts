import type { AgeCurves } from '../benchmark/age';
import type { Industry } from '../model/norm';
import type { NetworkId, Role } from '../model/vocabulary';
import type { AuditScore, Basis, Criterion, CriterionId, CriterionResult, SocialMediaKey, Unit } from './audit';
import type { Given } from './given';
import type { PresetId } from './presets';

/** What one criterion says, with what it rests on and what to do. */
export interface Finding {
  criterion: CriterionId;
  network: NetworkId | null;
  /** Message key of its sentence; what `values` are: title, value with interval, reference. */
  sentence: `finding_${FindingKind}`;
  kind: FindingKind;
  value: number;
  low: number | null;
  high: number | null;
  unit: Unit;
  n: number;
  score: number;
  /** What it is held against: the middle of peers or norm, the target, the edge of the band; null for a list of checks. */
  comparison: number | null;
  basis: Basis;
  /** Items passed and looked at, of a list of checks. */
  passed: number | null;
  of: number | null;
  evidence: string[];
  /** Of captures that saw what it rests on, newest first; left out where there is none. */
  pictures?: FindingPicture[];
  /** Weight × points lost × how sure: orders what is wrong. */
  severity: number;
  /** Message key of what to do. */
  action: `criterion_${CriterionId}_do`;
  effort: Criterion['effort'];
  /** Score that the action aims at. */
  aim: number;
  /** Points of the overall score that reaching `aim` would bring; in a category of which too little is scored to count, those of a complete audit. */
  gain: number;
}
/** A picture by the SHA-256 of its file, in hexadecimal digits, and the capture that it was taken with (epoch ms). */
export interface FindingPicture {
  sha256: string;
  snapshotId: string;
  takenAt: number;
}
export type FindingKind = 'below' | 'near' | 'above' | 'outside_low' | 'outside_high' | 'inside' | 'checks' | 'mix';

/** One axis of the radar. With less than half of its weight scored it is drawn hatched, never as zero. */
export interface Axis {
  key: SocialMediaKey;
  score: number | null;
  coverage: number;
  hatched: boolean;
  criteria: CriterionId[];
}

/** What an audit was made from: enough to make it again. */
export interface AuditInputs {
  snapshots: string[];
  accounts: string[];
  /** Brands it was compared with. */
  peers: string[];
  posts: number;
  /** Reader versions that the posts were read by. */
  adapters: Partial<Record<NetworkId, number[]>>;
  norms: string[];
  /** Age curves that it was made with; without any, the published ones. */
  curves?: AgeCurves;
  /** What people had said of the brand and its posts by then; audits of a former version did not keep it. */
  given?: Given;
}

/** One audit, frozen: JSON, and enough to compute every score again. */
export interface AuditRun {
  format: 'jauge-audit';
  version: 1;
  studyId: string;
  studyName: string;
  brandId: string;
  brandName: string;
  role: Role;
  /** One network only; null for all of the brand's. */
  network: NetworkId | null;
  industry: Industry | null;
  from: number | null;
  /** When it was made, epoch ms. */
  madeAt: number;
  seed: number;
  preset: PresetId | 'own';
  weights: Record<CriterionId, number>;
  /** Version of how scores are put together. */
  method: number;
  inputs: AuditInputs;
  criteria: CriterionResult[];
  score: AuditScore;
  findings: Finding[];
  radar: Axis[];
}
