import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/i18n';
import { attempt } from './toast';
import type { StudyData } from './workspace-data';

/** The audit, fetched when it is first opened: criteria, curves and report are needed nowhere else. */
export function LazyAudit({ data }: { data: StudyData }) {
  const [View, setView] = useState<ComponentType<{ data: StudyData }> | null>(null);
  useEffect(() => attempt(import('./AuditView').then((module) => setView(() => module.AuditView))), []);
  return View ? <View data={data} /> : <p class="muted">{t('working')}</p>;
}
