import type { AuditRun } from '../audits/report';

/** `audit.json`: the frozen run, as it was made; with the captures that it names anybody can make it again (lib/audits/run.ts). */
export function auditJson(run: AuditRun): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}
