import type { CriterionId } from './audit';

/** Presets move weights, never formulas. Message key: `preset_<id>`. */
export const PRESET_IDS = ['awareness', 'acquisition', 'leads', 'service', 'employer', 'beginner'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Points of 100 of each criterion, where a preset differs from the weights beside the criteria (`awareness`). */
export const PRESETS: Record<PresetId, Partial<Record<CriterionId, number>>> = {
  awareness: {},
  acquisition: {},
  leads: {},
  service: {},
  employer: {},
  beginner: {},
};
