import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { refitAgeCurves } from '../lib/age-curves';
import { auditTab, justCaptured, showPicture } from '../lib/audit-capture';
import { clearOutcome, showFollowing, showOutcome } from '../lib/badge';
import { captureTab, followTab, reportTab } from '../lib/capture-tab';
import { forgetFollowing, noteFollowing, tellCutOff } from '../lib/cut-off';
import { hideOverlay } from '../lib/hide-overlay';
import { t } from '../lib/i18n';
import { ingest } from '../lib/ingest';
import { languageOf } from '../lib/language';
import { type CaptureOutcome, onMessage } from '../lib/messages';
import { mayRead } from '../lib/networks/lookup';
import { forgetOutcome, keepOutcome } from '../lib/outcomes';
import { followOverlay, overlayFor, showOverlay, tagFromPage } from '../lib/overlay-control';
import { registerPrecise } from '../lib/precise-mode';
import { type Sender, type SenderKind, senderKind } from '../lib/senders';
import { chosenStudy, pageReport, pictureMonths, retentionMonths } from '../lib/settings';
import { assignAccount, standingOf } from '../lib/standing';
import { eraseSnapshot } from '../lib/store/erase';
import { followErasures } from '../lib/store/erase-later';
import { opened } from '../lib/store/open';
import { retirePictures } from '../lib/store/pictures';
import { storageFault } from '../lib/store/storage-fault';
import { tendStore } from '../lib/store/tend';

/** Wiring only. The worker is stopped at will, so nothing is kept here; listeners are registered at once. */
export default defineBackground(() => {
  /** On the toolbar button, for the side panel, and on the page where the user wishes it. */
  const tell = async (tabId: number, outcome: CaptureOutcome) => {
    await Promise.all([showOutcome(tabId, outcome), keepOutcome(tabId, outcome)]);
    void showOverlay(tabId, outcome);
  };
  const captureAndShow = async (tab: { id?: number; url?: string } | undefined, audit: boolean) => {
    if (tab?.id === undefined) return;
    const outcome = await (audit ? auditTab(tab) : captureTab(tab));
    await tell(tab.id, outcome);
    // No popup is open that would show it.
    if (outcome.ok && outcome.picture === 'waiting') await showPicture(outcome.snapshotId);
  };

  browser.runtime.onInstalled.addListener(() => {
    const onPages: ['page', 'link', 'image', 'video', 'selection'] = ['page', 'link', 'image', 'video', 'selection'];
    browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({ id: 'capture', title: t('menu_capture'), contexts: onPages });
      browser.contextMenus.create({ id: 'audit', title: t('menu_audit'), contexts: onPages });
      browser.contextMenus.create({ id: 'workspace', title: t('menu_workspace'), contexts: ['action'] });
    });
  });
  const untended = (error: unknown) => console.error('The store could not be looked after:', error);
  // Permissions come and go in the browser's own pages too; a browser update may drop registered scripts.
  const register = () => void registerPrecise().catch((error) => console.error('Precise mode could not be set up:', error));
  browser.runtime.onStartup.addListener(register);
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onStartup.addListener(() => void forgetFollowing());
  browser.runtime.onInstalled.addListener(() => void tellCutOff().catch(untended));
  // At every start of the worker: the browser ends it at will, also in the middle of this.
  followErasures(untended);
  followOverlay();
  retentionMonths
    .getValue()
    // Without the setting nothing is old, and everything else is looked after all the same.
    .catch(() => null)
    .then((months) => tendStore(Date.now(), months))
    .then(() => refitAgeCurves(Date.now()))
    .catch(untended);
  pictureMonths
    .getValue()
    .then((months) => retirePictures(Date.now(), months))
    .catch(untended);
  browser.permissions.onAdded.addListener(register);
  browser.permissions.onRemoved.addListener(register);
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === 'workspace') void browser.runtime.openOptionsPage();
    else void captureAndShow(tab, info.menuItemId === 'audit');
  });
  browser.commands.onCommand.addListener((command, tab) => void captureAndShow(tab, command === 'audit'));

  onMessage('captured', async ({ data, sender }) => {
    only('page', sender);
    const { capture } = data;
    const page = sender.url ?? sender.tab?.url ?? '';
    if (!mayRead(capture?.network, new URL(page))) return { saved: false, reason: 'the capture does not belong to the page that sent it' };
    try {
      return await ingest(capture, { languageOf });
    } catch (error) {
      // The store has tried again by itself: waiting would not help, and the user can do something about it.
      return { saved: false, reason: error instanceof Error ? error.message.slice(0, 200) : String(error), fault: storageFault(error) };
    }
  });
  onMessage('captureTab', async ({ data, sender }) => {
    only('extension', sender);
    const tab = await browser.tabs.get(data.tabId);
    const outcome = await (data.audit ? auditTab(tab, await justCaptured(tab, data.of ?? null, Date.now())) : captureTab(tab));
    await tell(data.tabId, outcome);
    return outcome;
  });
  onMessage('followTab', async ({ data, sender }) => {
    only('extension', sender);
    const begun = await followTab(await browser.tabs.get(data.tabId));
    if ('ok' in begun) await tell(data.tabId, begun);
    else await Promise.all([showFollowing(data.tabId, begun.posts), noteFollowing(data.tabId, true)]);
    return begun;
  });
  onMessage('followed', async ({ data: { state }, sender }) => {
    only('page', sender);
    const tabId = sender.tab?.id;
    if (tabId === undefined) return;
    if (state.ended) await Promise.all([tell(tabId, state.ended.outcome), noteFollowing(tabId, false)]);
    else await showFollowing(tabId, state.posts);
  });
  onMessage('overlayRows', async ({ sender }) => {
    only('page', sender);
    await opened();
    return overlayFor(sender);
  });
  onMessage('tagPost', async ({ data, sender }) => {
    only('page', sender);
    await opened();
    return tagFromPage(sender, data, Date.now());
  });
  onMessage('reportTab', async ({ data, sender }) => {
    only('extension', sender);
    const report = await reportTab(await browser.tabs.get(data.tabId));
    if (report) await pageReport.setValue(report);
    return report !== null;
  });
  onMessage('standing', async ({ data, sender }) => {
    only('extension', sender);
    await opened();
    return standingOf(data.accountKey, Date.now(), await chosenStudy.getValue());
  });
  onMessage('assign', async ({ data, sender }) => {
    only('extension', sender);
    await opened();
    await assignAccount(data.accountKey, data.name, data.role, t('study_first_name'), Date.now(), await chosenStudy.getValue());
  });
  onMessage('undo', async ({ data, sender }) => {
    only('extension', sender);
    await opened();
    await eraseSnapshot(data.snapshotId);
    await Promise.all([clearOutcome(data.tabId), forgetOutcome(data.tabId), hideOverlay(data.tabId)]);
  });
});

/** Refuses a message from anybody who may not send it: a page's script may hand in captures, and ask for badges and tags of what it handed in. */
function only(kind: SenderKind, sender: Sender): void {
  const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').slice(0, -1) };
  if (senderKind(sender, own) !== kind) throw new Error('this message is not for you to send');
}
