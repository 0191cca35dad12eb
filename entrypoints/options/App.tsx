import { useEffect, useRef, useState } from 'preact/hooks';
import { Nav, type View } from '../../components/Nav';
import { Notice } from '../../components/Notice';
import { StudyBar } from '../../components/StudyBar';
import { Toast } from '../../components/Toast';
import { t } from '../../lib/i18n';
import { chosenStudy } from '../../lib/settings';
import { storageFault } from '../../lib/store/storage-fault';
import { BenchmarkView } from './BenchmarkView';
import { CapturesView } from './CapturesView';
import { CompareView } from './CompareView';
import { EvidenceView } from './EvidenceView';
import { HealthView } from './HealthView';
import { LandscapeView } from './LandscapeView';
import { LazyAudit } from './LazyAudit';
import { MethodsView, SettingsView } from './OtherViews';
import { PostsView } from './PostsView';
import { useRemembered } from './remembered';
import { go, href, route } from './route';
import { StartView } from './StartView';
import { StoreNotices } from './StoreNotices';
import { StoreView } from './StoreView';
import { actionsOn, createStudy, removeSample } from './study-actions';
import { attempt, dismiss, toast } from './toast';
import { useWorkspace, type Workspace } from './workspace-data';

/** The workspace: navigation at the left, study and period at the top, one question per view. */
export function App() {
  const [chosen, remember] = useRemembered<string>('study', '', (value) => typeof value === 'string');
  const choose = (id: string) => {
    remember(id);
    // The popup compares with it too, and this page's memory is closed to the worker that answers it.
    attempt(chosenStudy.setValue(id));
  };
  const workspace = useWorkspace(chosen);
  const { view } = route.value;
  const heading = useFocusOnView(view);
  const study = workspace.data?.study ?? null;
  const aboutStudy = ['benchmark', 'compare', 'landscape', 'posts', 'audit'].includes(view);
  return (
    <>
      <button type="button" class="skip" onClick={() => heading.current?.focus()}>
        {t('skip')}
      </button>
      <Nav view={view} href={href} />
      <main>
        <header class="view-head">
          <h1 ref={heading} tabIndex={-1}>
            {t(`view_${view}`)}
          </h1>
          {study && aboutStudy && (
            <StudyBar
              studies={workspace.studies}
              study={study}
              onChoose={choose}
              onPeriod={actionsOn(study).onPeriod}
              onNew={() => {
                choose(createStudy(t('study_new_name'), workspace.studies));
                go('benchmark');
              }}
            />
          )}
        </header>
        {workspace.failed !== null && (
          <Notice kind="failed" action={{ label: t('reload'), run: () => location.reload() }}>
            {t(storageFault(workspace.failed) === 'blocked' ? 'store_blocked' : 'store_failed')}
          </Notice>
        )}
        <StoreNotices accounts={workspace.accounts} view={view} />
        {study?.sample && aboutStudy && (
          <Notice kind="sample" action={{ label: t('remove_sample'), run: () => attempt(removeSample(study, workspace.accounts)) }}>
            {t('sample_notice')}
          </Notice>
        )}
        <ViewBody view={view} workspace={workspace} onStudy={choose} />
      </main>
      <Toast message={toast.value} onClose={dismiss} />
    </>
  );
}

function ViewBody({ view, workspace, onStudy }: { view: View; workspace: Workspace; onStudy: (id: string) => void }) {
  if (view === 'methods') return <MethodsView />;
  if (view === 'settings') return <SettingsView accounts={workspace.accounts} />;
  // Also when nothing can be read: a backup is made from the copies.
  if (view === 'store') return <StoreView accounts={workspace.accounts} studies={workspace.studies} />;
  if (workspace.loading) return workspace.failed === null ? <p class="muted">{t('working')}</p> : null;
  if (view === 'data') return <CapturesView accounts={workspace.accounts} data={workspace.data} />;
  if (view === 'evidence') return <EvidenceView accounts={workspace.accounts} studies={workspace.studies} />;
  if (view === 'health') return <HealthView accounts={workspace.accounts} />;
  if (!workspace.data) return <StartView accounts={workspace.accounts} onStudy={onStudy} />;
  if (view === 'landscape') return <LandscapeView data={workspace.data} studies={workspace.studies} />;
  if (view === 'audit') return <LazyAudit data={workspace.data} />;
  if (view === 'compare') return <CompareView data={workspace.data} />;
  if (view === 'posts') return <PostsView data={workspace.data} />;
  return <BenchmarkView data={workspace.data} studies={workspace.studies} onStudy={onStudy} />;
}

/** A new view is announced by its heading; the first one leaves the focus where it is. */
function useFocusOnView(view: View) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [first] = useState(view);
  const before = useRef(first);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    heading.current?.focus();
    scrollTo(0, 0);
  }, [view]);
  return heading;
}
