import type { Grade } from './audit';
import type { AuditRun, Finding } from './report';
import { GRADES, partsOf } from './score';

/** The shortest way to a better grade. */
export interface NextGrade {
  grade: Grade;
  /** Points that it takes. */
  missing: number;
  /** Findings to act on, in the order of what they bring for their effort. */
  by: Finding[];
}

/** What would move the grade: the best-paying findings that together bring the points to the next one; null where there is none, a cap stands above it, or they do not suffice. */
export function nextGrade({ score, findings, criteria }: AuditRun): NextGrade | null {
  const { overall, uncapped, caps } = score;
  if (overall === null || uncapped === null) return null;
  const [grade, from] = [...GRADES].reverse().find(([, points]) => points > overall) ?? [null, 0];
  if (grade === null || caps.some(({ most }) => grade < most)) return null;
  const counting = partsOf(criteria);
  const by: Finding[] = [];
  let points = overall;
  for (const finding of findings) {
    if (points >= from || finding.gain <= 0) break;
    if (!counting.has(finding.criterion)) continue;
    by.push(finding);
    points += finding.gain;
  }
  return points >= from ? { grade, missing: from - overall, by } : null;
}
