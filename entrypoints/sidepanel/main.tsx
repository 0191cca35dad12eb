import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/table.css';
import '../../components/popup.css';
import '../../components/panel.css';
import { CapturePanel } from '../../components/CapturePanel';
import { PanelAudit } from '../../components/PanelAudit';
import { PanelPosts } from '../../components/PanelPosts';
import type { AuditRun } from '../../lib/audits/report';
import { captureControl } from '../../lib/capture-control';
import { language, t } from '../../lib/i18n';
import { onMessage } from '../../lib/messages';
import { postKey } from '../../lib/model/keys';
import { openAudit } from '../../lib/open-audit';
import { onOutcome } from '../../lib/outcomes';
import { noteAudit } from '../../lib/store/last-audit';
import { live } from '../../lib/store/live';
import { type AccountPosts, accountPosts } from './posts';

/** The window that the panel is part of; its tab in front is the page that is shown. */
const { id: windowId } = await browser.windows.getCurrent();
const activeTab = async () => (await browser.tabs.query({ active: true, windowId }))[0];
const control = captureControl({ activeTab, stays: true });
const { state } = control;

/** Address of the page in front; null where the browser conceals it from us, and where it is no web page. */
const address = signal<string | null>(null);
/** Undefined until they are known, null where the account was never captured. */
const posts = signal<AccountPosts | null | undefined>(undefined);
const captured = computed(() => (state.value.outcome?.ok ? state.value.outcome.accountKey : null));

effect(() => {
  const [accountKey, url] = [captured.value, address.value];
  return live(
    () => accountPosts(accountKey, url),
    (value) => {
      posts.value = value;
    },
    (error) => {
      posts.value = undefined;
      console.error('The posts could not be listed:', error);
    },
  );
});

/** Keys of the post in the middle of the page in front. */
const middle = signal<readonly string[]>([]);
onMessage('middle', async ({ data: { network, ids }, sender }) => {
  const tab = await activeTab();
  if (tab?.id === undefined || sender.tab?.id !== tab.id) return false;
  middle.value = ids.map((id) => postKey(network, id));
  return true;
});
/** Asks the page that was captured to say which of its posts is in its middle; it is asked anew after each capture. */
const snapshot = computed(() => (state.value.outcome?.ok ? state.value.outcome.snapshotId : null));
effect(() => {
  if (snapshot.value === null) return;
  middle.value = [];
  void activeTab().then((tab) =>
    // A page that the click did not open to us has no such script, and its list stands as it is.
    browser.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, files: ['/middle.js'] }).catch(() => undefined),
  );
});

/** The audit of the brand whose account is listed; worked out after the posts stand, by code that is fetched for it. */
const audited = signal<AuditRun | null>(null);
const listed = computed(() => posts.value?.accountKey ?? null);
effect(() => {
  const accountKey = listed.value;
  if (accountKey === null) return;
  const failed = (error: unknown) => console.error('The audit could not be made:', error);
  let stop: () => void = () => undefined;
  let over = false;
  import('../../lib/audit-line').then(({ auditOf }) => {
    if (over) return;
    stop = live(
      () => auditOf(accountKey, Date.now()),
      (run) => {
        audited.value = run;
        if (run) noteAudit(run).catch((error: unknown) => console.warn('What the audit came to was not noted:', error));
      },
      failed,
    );
  }, failed);
  return () => {
    over = true;
    stop();
    audited.value = null;
  };
});

// One after the other: the last look is the one that counts, and it must not be overtaken by an earlier one.
let last = Promise.resolve();
function look(): void {
  last = last.then(async () => {
    const url = (await activeTab())?.url ?? null;
    address.value = url && /^https?:/.test(url) ? url : null;
    await control.look();
  });
  last = last.catch(() => undefined);
}

browser.tabs.onActivated.addListener((info) => info.windowId === windowId && look());
browser.tabs.onUpdated.addListener((_id, { status, url }, tab) => tab.active && tab.windowId === windowId && (status || url) && look());
onOutcome(look);
// A page that begins to be followed at the popup's wish says so to every part of the extension.
onMessage('followed', async () => look());
// A click on the toolbar button opens the page to us without any event; the next thing the user does here will find it open.
document.documentElement.addEventListener('pointerenter', look);
window.addEventListener('focus', look);

const Panel = () => {
  const { phase } = state.value;
  const list = posts.value;
  // Whose posts they are is not known on a page that is closed to us or is nobody's.
  const known = list || (list === null && address.value !== null && phase !== 'ungranted' && phase !== 'refused');
  return (
    <CapturePanel
      stays
      state={state.value}
      onCapture={control.capture}
      onAudit={control.audit}
      onPicture={control.picture}
      onUndo={control.undo}
      onAssign={control.assign}
      onFollow={control.follow}
      onStop={control.stop}
      onReport={control.report}
      onOpen={() => void browser.runtime.openOptionsPage()}
    >
      {audited.value && <PanelAudit run={audited.value} onOpen={() => audited.value && void openAudit(audited.value)} />}
      {known && (
        <PanelPosts
          list={list?.list ?? null}
          takenAt={list?.takenAt ?? 0}
          texts={list?.texts ?? new Map()}
          now={Date.now()}
          middle={middle.value}
        />
      )}
    </CapturePanel>
  );
};

document.documentElement.lang = language();
document.title = t('panel_title');
const root = document.getElementById('app');
if (root) render(<Panel />, root);
look();
