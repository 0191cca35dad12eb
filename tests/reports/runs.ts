import type { AuditRun } from '../../lib/audits/report';
import { audit } from '../../lib/audits/run';
import { SAMPLED, sampleData } from '../audits/sample';
import { CAPTURED, example } from '../audits/worked-example';

/** An audit with a grade: one brand on Instagram, with everything that only its owner knows. */
export const graded: AuditRun = audit(example, {
  ...{ brandId: 'own', network: 'instagram', industry: 'food_beverage', now: CAPTURED, preset: 'awareness' },
});

const { study, records, given: _, ...rest } = { given: {}, ...sampleData() };
/** What the sample study's captures alone say, of several networks: too little for a grade. */
export const sampled = { study, records, ...rest, comments: [] };
export const incomplete: AuditRun = audit(sampled, {
  ...{ brandId: study.brands[0]?.id ?? '', network: null, industry: 'all', now: SAMPLED, preset: 'awareness' },
});
