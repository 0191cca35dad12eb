import type { AuditRun, Finding } from '../audits/report';

/** Fewer points are not worth a line: written to a tenth they read as none. */
export const LEAST_GAIN = 0.05;

/** Findings that would bring points, what brings most for its effort first. */
export const movesOf = ({ findings }: AuditRun): Finding[] => findings.filter(({ gain }) => gain >= LEAST_GAIN);
