import { useEffect, useState } from 'preact/hooks';
import { type AuditChoice, auditChoice } from '../../lib/settings';
import { attempt } from './toast';

/** By which weights and norms this user audits; null until it is read. */
export function useAuditChoice(): [AuditChoice | null, (change: Partial<AuditChoice>) => void] {
  const [choice, setChoice] = useState<AuditChoice | null>(null);
  useEffect(() => {
    attempt(auditChoice.getValue().then(setChoice));
    return auditChoice.watch(setChoice);
  }, []);
  const change = (part: Partial<AuditChoice>) =>
    attempt(auditChoice.getValue().then((stored) => auditChoice.setValue({ ...stored, ...part })));
  return [choice, change];
}
