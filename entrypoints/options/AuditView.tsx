import { useEffect, useMemo } from 'preact/hooks';
import type { OnAnswer } from '../../components/AnswerButton';
import { AuditProfiles } from '../../components/AuditChecks';
import { AuditGrade } from '../../components/AuditGrade';
import { AuditMissing, AuditMoves } from '../../components/AuditMoves';
import { AuditRadar, type AxisWords } from '../../components/AuditRadar';
import { AuditTree } from '../../components/AuditTree';
import { AuditWeights } from '../../components/AuditWeights';
import { EmptyState } from '../../components/EmptyState';
import { Notice } from '../../components/Notice';
import { networksOf } from '../../lib/audits/facts';
import type { AuditRun, Finding } from '../../lib/audits/report';
import { audit } from '../../lib/audits/run';
import { formatMoment, t } from '../../lib/i18n';
import type { PictureFacts } from '../../lib/model/picture';
import type { PostRecord } from '../../lib/model/records';
import type { ReportPost } from '../../lib/reports/audit-report';
import { profilesIn } from '../../lib/reports/profiles';
import { auditSettings } from '../../lib/settings';
import { noteAudit } from '../../lib/store/last-audit';
import { AuditGiven, answerAt } from './AuditGiven';
import { AuditRanking } from './AuditRanking';
import { AuditReport } from './AuditReport';
import { AuditSaved } from './AuditSaved';
import { AuditTools } from './AuditTools';
import { useAuditData } from './audit-data';
import { useAuditChoice } from './audit-settings';
import { useRemembered } from './remembered';
import { adjust, go, route } from './route';
import { useSavedRuns } from './saved-runs';
import { useSight } from './useSight';
import type { StudyData } from './workspace-data';

/** How good a brand's presence is, by thirty-four criteria, and what would make it better. */
export function AuditView({ data }: { data: StudyData }) {
  const { params } = route.value;
  const { study, now } = data;
  const brands = study.brands.filter(({ accounts }) => accounts.length);
  const brand = brands.find(({ id }) => id === params.get('brand')) ?? brands.find(({ role }) => role === 'own') ?? brands[0] ?? null;
  const network = (brand && networksOf(brand).find((id) => id === params.get('network'))) ?? null;
  const [choice, setChoice] = useAuditChoice();
  const { value: whole, failed } = useAuditData(data);
  const saved = useSavedRuns(study.id);
  const today = useMemo(() => {
    if (!whole || !brand || !choice) return null;
    return audit(whole, { brandId: brand.id, network, now, ...auditSettings(choice, study) });
  }, [whole, brand?.id, network, choice, now]);
  useEffect(() => {
    // Nobody asked for it: where it cannot be written, the popup has the one before.
    if (today) noteAudit(today).catch((error: unknown) => console.warn('What the audit came to was not noted:', error));
  }, [today]);
  const posts = useMemo(() => postsOf(whole?.records ?? []), [whole]);
  const { sight, dialog } = useSight(whole?.pictures ?? NONE);
  const [words, setWords] = useRemembered<AxisWords>('audit-axes', {}, isWords);
  if (!brand) return <EmptyState title={t('empty_audit')} why={t('empty_audit_why')} steps={[]} />;
  if (failed !== null) return <Notice kind="failed">{t('audit_data_failed')}</Notice>;
  const opened = saved.runs?.find(({ id }) => id === params.get('run')) ?? null;
  const run = opened?.run ?? today;
  const onAnswer: OnAnswer = opened ? null : (id, place, on) => answerAt(brand, id, place, on ?? network);
  if (!run || !whole || !today || !choice) return <p class="muted">{t('working')}</p>;
  return (
    <>
      <AuditTools
        data={data}
        brands={brands}
        brand={brand}
        network={network}
        choice={choice}
        onChoice={setChoice}
        norms={whole.norms}
        run={run}
        onSave={() => saved.onSave(today)}
      />
      <AuditWeights choice={choice} onChoice={setChoice} />
      {opened && (
        <Notice kind="stale" action={{ label: t('audit_run_close'), run: () => adjust({ run: null }) }}>
          {t('audit_run_frozen', formatMoment(opened.run.madeAt), opened.run.brandName)}
        </Notice>
      )}
      <AuditGrade run={run} />
      <AuditMoves run={run} onPosts={(finding) => showPosts(run, finding, opened?.id ?? null)} />
      {run.score.completeness !== 'complete' && <AuditMissing run={run} onAnswer={onAnswer} />}
      {!opened && <AuditGiven brand={brand} />}
      {!opened && study.brands.length > 1 && <AuditRanking run={run} data={whole} choice={choice} />}
      <AuditTree
        run={run}
        posts={posts}
        onPosts={(finding) => showPosts(run, finding, opened?.id ?? null)}
        onPost={(post) => go('posts', { brand: run.brandId, post })}
        onAnswer={onAnswer}
        sight={sight}
      />
      <AuditRadar radar={run.radar} words={words} onWords={setWords} />
      <AuditProfiles profiles={profilesIn(run)} />
      <AuditReport
        key={`${study.id} ${run.brandId}`}
        run={run}
        data={data}
        posts={posts}
        norms={whole.norms}
        words={words}
        kept={sight.kept}
      />
      <AuditSaved saved={saved} today={today} data={whole} />
      {dialog}
    </>
  );
}

/** The posts behind a finding, in the list of posts; the address says which. */
function showPosts({ brandId }: AuditRun, { criterion, network }: Finding, run: string | null): void {
  go('posts', { brand: brandId, audit: criterion, ...(network ? { on: network } : {}), ...(run ? { run } : {}) });
}

const postsOf = (records: readonly PostRecord[]): Map<string, ReportPost> =>
  new Map(records.map(({ postKey, text, url, published }) => [postKey, { text, url, published: published?.value ?? null }]));

const NONE: PictureFacts[] = [];

const isWords = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every((word) => typeof word === 'string');
