import type { WeightChoice } from '../../components/AuditWeights';
import { CRITERION_IDS } from '../../lib/audits/audit';
import { PRESET_IDS } from '../../lib/audits/presets';
import { INDUSTRIES, type Industry } from '../../lib/model/norm';
import { useRemembered } from './remembered';

export interface AuditChoices {
  choice: WeightChoice;
  setChoice: (choice: WeightChoice) => void;
  industry: Industry;
  setIndustry: (industry: Industry) => void;
}

/** By which weights and norms this user audits; the same for every brand, or their audits would not compare. */
export function useAuditSettings(): AuditChoices {
  const [choice, setChoice] = useRemembered<WeightChoice>('audit-weights', { preset: 'awareness', own: null }, isChoice);
  const [industry, setIndustry] = useRemembered<Industry>('audit-industry', 'all', (value) => INDUSTRIES.some((known) => known === value));
  return { choice, setChoice, industry, setIndustry };
}

function isChoice(value: unknown): boolean {
  const { preset, own } = (value ?? {}) as Partial<WeightChoice>;
  const fits = (weight: unknown) => typeof weight === 'number' && weight >= 0;
  return (
    PRESET_IDS.some((id) => id === preset) && (own === null || (typeof own === 'object' && CRITERION_IDS.every((id) => fits(own[id]))))
  );
}
