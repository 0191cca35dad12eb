import { type CategoryId, CRITERION_IDS, type CriterionId } from './audit';
import { criteria } from './index';

/** Presets move weights, never formulas. Message key: `preset_<id>`. */
export const PRESET_IDS = ['awareness', 'acquisition', 'leads', 'service', 'employer', 'beginner'] as const;
export type PresetId = (typeof PRESET_IDS)[number];

/** Points of some categories, the others sharing the rest as they did, and how much more some criteria weigh within theirs. */
interface Preset {
  categories: Partial<Record<CategoryId, number>>;
  times: Partial<Record<CriterionId, number>>;
}

const PRESETS: Record<PresetId, Preset> = {
  awareness: { categories: {}, times: {} },
  acquisition: { categories: { business: 20, engagement: 18 }, times: { callToAction: 2.5, link: 2.5 } },
  leads: { categories: { community: 10, business: 18 }, times: { usefulness: 2 } },
  service: { categories: { community: 34 }, times: {} },
  employer: { categories: { growth: 16 }, times: { associations: 3, mentions: 3, charter: 2 } },
  beginner: { categories: { presence: 22, activity: 22, content: 24, engagement: 12 }, times: {} },
};

export type Weights = Record<CriterionId, number>;

/** The weights of a preset: 100 points in all. */
export function weightsOf(preset: PresetId): Weights {
  const { categories, times } = PRESETS[preset];
  const raw = criteria.map(({ id, category, weight }) => ({ id, category, base: weight, weight: weight * (times[id] ?? 1) }));
  const total = (of: 'base' | 'weight', category: CategoryId) =>
    sum(raw.filter((each) => each.category === category).map((each) => each[of]));
  const set = sum(Object.values(categories));
  const free = sum(raw.filter(({ category }) => categories[category] === undefined).map(({ base }) => base));
  const points = (category: CategoryId) => categories[category] ?? ((100 - set) * total('base', category)) / free;
  return weightsFrom(raw.map(({ id, category, weight }) => [id, (weight / total('weight', category)) * points(category)]));
}

/** Weights as the user changed them, brought to 100 points again; what is not given is 0, and nothing at all is the first preset. */
export function normalised(weights: Partial<Weights>): Weights {
  const all = sum(CRITERION_IDS.map((id) => Math.max(0, weights[id] ?? 0)));
  if (all <= 0) return weightsOf('awareness');
  return weightsFrom(CRITERION_IDS.map((id) => [id, (100 * Math.max(0, weights[id] ?? 0)) / all]));
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const weightsFrom = (entries: [CriterionId, number][]) => Object.fromEntries(entries) as Weights;
