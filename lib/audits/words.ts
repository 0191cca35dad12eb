import type { MessageKey } from '../i18n';
import type { AuditScore, Basis, Cap, CategoryId, CriterionId, CriterionState, Grade, Need, SocialMediaKey, Why } from './audit';
import type { RunChange } from './compare-runs';
import type { PresetId } from './presets';
import type { Finding } from './report';

// Keys of messages for everything that an audit says: the type MessageKey holds them to the English ones, tests/audits/words.test.ts to every language.

type Underscored<T extends string> = T extends `${infer A}-${infer B}` ? `${A}_${Underscored<B>}` : T;
const underscored = <T extends string>(id: T) => id.replaceAll('-', '_') as Underscored<T>;

/** Name of a category. */
export const categoryKey = (id: CategoryId): MessageKey => `category_${id}`;
/** Name of a criterion. */
export const criterionKey = (id: CriterionId): MessageKey => `criterion_${id}`;
/** The question that a criterion asks. */
export const questionKey = (id: CriterionId): MessageKey => `criterion_${id}_question`;
/** What to do about it. */
export const actionKey = (id: CriterionId): MessageKey => `criterion_${id}_do`;
/** A state in two or three words. */
export const stateKey = (id: CriterionState): MessageKey => `state_${underscored(id)}`;
/** What to do so that a criterion can be scored. */
export const needKey = (id: Need): MessageKey => `need_${id}`;
/** Name of an axis of the radar. */
export const axisKey = (id: SocialMediaKey): MessageKey => `axis_${id}`;
/** What keeps the grade down; its placeholder values are `Cap.values`. */
export const capKey = (id: Cap['id']): MessageKey => `cap_${id}`;
/** Name of a set of weights. */
export const presetKey = (id: PresetId | 'own'): MessageKey => `preset_${id}`;
/** What a finding says: $1 the value with its interval, $2 the comparison, $3 the basis in words; of `checks`: $1 passed, $2 of how many. */
export const findingKey = (kind: Finding['kind']): MessageKey => `finding_${kind}`;
/** A grade in words. */
export const gradeKey = (grade: Grade): MessageKey => (grade === 'A+' ? 'grade_A_plus' : `grade_${grade}`);
/** How sure the overall score is. */
export const confidenceKey = (id: NonNullable<AuditScore['confidence']>): MessageKey => `confidence_${id}`;
/** Whether enough is scored for a grade. */
export const completenessKey = (id: AuditScore['completeness']): MessageKey => `completeness_${id}`;
/** How long an action takes. */
export const effortKey = (id: Finding['effort']): MessageKey => `effort_${id}`;
/** What else changed between two audits. */
export const becauseKey = (id: RunChange['because'][number]): MessageKey => `because_${id}`;
/** An item of a list of checks, whose ids are open, since criteria bring their own. */
export const itemKey = (id: string): MessageKey => `item_${id}` as MessageKey;

/** Why there is no score, in the benchmark's words or the audit's own. */
export const whyKey = (why: Why): MessageKey =>
  why.from === 'benchmark' ? `reason_${underscored(why.reason)}` : `why_${underscored(why.reason)}`;

/** What something is held against. $1, $2: the number of peers, publisher and year, or the title. */
export function basisKey(basis: Basis): { key: MessageKey; values: (string | number)[] } {
  switch (basis.kind) {
    case 'peers':
      return { key: `basis_peers_${underscored(basis.fit)}`, values: [basis.n] };
    case 'norm':
      return { key: 'basis_norm', values: [basis.publisher, basis.year] };
    case 'published':
      return { key: 'basis_published', values: [basis.title] };
    default:
      return { key: `basis_${basis.kind}`, values: [] };
  }
}
