import { render } from 'preact';
import { browser } from 'wxt/browser';
import '../../components/theme.css';
import '../../components/popup.css';
import { CapturePanel } from '../../components/CapturePanel';
import { captureControl } from '../../lib/capture-control';
import { language } from '../../lib/i18n';
import { openAudit } from '../../lib/open-audit';
import { openPanel } from '../../lib/open-panel';
import { captureOnClick } from '../../lib/settings';

const activeTab = async () => (await browser.tabs.query({ active: true, currentWindow: true }))[0];
const control = captureControl({ activeTab, stays: false });
const windowId = (await browser.windows.getCurrent()).id;
const open = openPanel(windowId);

async function openWorkspace(): Promise<void> {
  await browser.runtime.openOptionsPage();
  window.close();
}

const Popup = () => (
  <CapturePanel
    state={control.state.value}
    onCapture={control.capture}
    onAudit={control.audit}
    onPicture={control.picture}
    onUndo={control.undo}
    onAssign={control.assign}
    onFollow={control.follow}
    onStop={control.stop}
    onReport={control.report}
    onOpen={openWorkspace}
    onOpenAudit={(brand) => void openAudit(brand).then(() => window.close())}
    onKeepOpen={open && (() => void open().then(() => window.close()))}
  />
);

document.documentElement.lang = language();
const root = document.getElementById('app');
if (root) render(<Popup />, root);
await control.look(async () => ((await captureOnClick.getValue()) ? control.capture() : control.ask()));
