import { signal } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/popup.css';
import { CapturePanel, type CaptureState } from '../../components/CapturePanel';
import { language } from '../../lib/i18n';
import { sendMessage } from '../../lib/messages';
import type { Role } from '../../lib/model/vocabulary';
import { captureOnClick } from '../../lib/settings';

/** After this long the popup says that the page is a large one. */
const LONG_READING_MS = 1500;

const state = signal<CaptureState>({ phase: 'reading', long: false, outcome: null, standing: null, failed: null });
const patch = (change: Partial<CaptureState>) => {
  state.value = { ...state.value, ...change };
};
const activeTab = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0];

async function capture(): Promise<void> {
  patch({ phase: 'reading', long: false, outcome: null, standing: null, failed: null });
  const slow = setTimeout(() => patch({ long: true }), LONG_READING_MS);
  try {
    const tab = await activeTab();
    const outcome = await sendMessage('captureTab', { tabId: tab?.id ?? -1 });
    patch({ phase: outcome.ok ? 'saved' : 'refused', outcome });
    if (outcome.ok) await measure(outcome.accountKey);
  } catch {
    patch({ phase: 'refused', outcome: { ok: false, refusal: 'failed', network: null, surface: null } });
  } finally {
    clearTimeout(slow);
  }
}

async function measure(accountKey: string): Promise<void> {
  await sendMessage('standing', { accountKey }).then(
    (standing) => patch({ standing }),
    () => patch({ failed: 'standing' }),
  );
}

async function assign(role: Role): Promise<void> {
  const { outcome } = state.value;
  if (!outcome?.ok) return;
  const { accountKey, account } = outcome;
  await sendMessage('assign', { accountKey, name: account.name ?? account.handle ?? accountKey, role }).then(
    () => measure(accountKey),
    () => patch({ failed: 'assign' }),
  );
}

async function undo(): Promise<void> {
  const { outcome } = state.value;
  if (!outcome?.ok) return;
  const tab = await activeTab();
  await sendMessage('undo', { snapshotId: outcome.snapshotId, tabId: tab?.id ?? -1 }).then(
    () => patch({ phase: 'undone' }),
    () => patch({ failed: 'undo' }),
  );
}

async function openWorkspace(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}

const Popup = () => <CapturePanel state={state.value} onCapture={capture} onUndo={undo} onAssign={assign} onOpen={openWorkspace} />;

document.documentElement.lang = language();
const root = document.getElementById('app');
if (root) render(<Popup />, root);
if (await captureOnClick.getValue()) await capture();
else patch({ phase: 'asking' });
