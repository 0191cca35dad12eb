import { signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { BLANK, type CaptureState, isSame, type Tab } from './capture-state';
import { type CaptureOutcome, type FollowState, sendMessage, sendToTab } from './messages';
import type { Role } from './model/vocabulary';
import { outcomeIn } from './outcomes';
import { pictureControl } from './picture-control';

/** How often the count of follow mode is asked for. */
const COUNT_MS = 300;
/** After this long it is said that the page is a large one. */
const LONG_READING_MS = 1500;

interface Place {
  activeTab: () => Promise<Tab | undefined>;
  /** It stays open while the user browses: pages come by that no click has opened to us. */
  stays: boolean;
}

const FAILED: CaptureOutcome = { ok: false, refusal: 'failed', network: null, surface: null };

const stateIn = async (tab: Tab | undefined): Promise<FollowState | null> =>
  tab?.id === undefined ? null : sendToTab(tab.id, 'followState', {}).catch(() => null);

/** What can be done about the page in front, and what it came to: the logic of the popup and of the side panel. */
export function captureControl({ activeTab, stays }: Place) {
  const state = signal<CaptureState>(BLANK);
  /** Counts what was begun: an answer that comes after something else began is not shown. */
  let turn = 0;
  let place = '';

  const patch = (change: Partial<CaptureState>) => {
    state.value = { ...state.value, ...change };
  };
  const begin = (change: Partial<CaptureState>): number => {
    state.value = { ...BLANK, ...change };
    turn += 1;
    return turn;
  };
  const picture = pictureControl(state, () => stays || window.close());
  const ask = () => void begin({ phase: 'asking' });

  async function show(outcome: CaptureOutcome, tab?: Tab): Promise<void> {
    if (stays && tab && !tab.url && !outcome.ok) return void begin({ phase: 'ungranted' });
    patch({ phase: outcome.ok ? 'saved' : 'refused', outcome, following: null });
    if (!outcome.ok) return;
    if (outcome.picture === 'waiting') await picture.offer(outcome.snapshotId);
    await measure(outcome.accountKey);
  }

  const capture = () => take(false);
  const audit = () => take(true);

  async function take(audit: boolean): Promise<void> {
    // The popup closes when the page is touched: what it has just captured is what is still seen. The panel stays, and the page may have been scrolled.
    const of = !stays && state.value.outcome?.ok ? state.value.outcome.snapshotId : null;
    const mine = begin({ phase: 'reading' });
    const slow = setTimeout(() => mine === turn && patch({ long: true }), LONG_READING_MS);
    const tab = await activeTab().catch(() => undefined);
    const outcome = await sendMessage('captureTab', { tabId: tab?.id ?? -1, audit, of }).catch(() => FAILED);
    clearTimeout(slow);
    if (mine === turn) await show(outcome, tab ?? {});
  }

  /** Shows what goes on in the page in front. Where nothing is being followed, `otherwise` decides. */
  async function look(otherwise: (tab: Tab | undefined, moved: boolean) => unknown = recall): Promise<void> {
    const tab = await activeTab();
    const here = `${tab?.id} ${tab?.url}`;
    const moved = here !== place;
    place = here;
    const following = await stateIn(tab);
    if (following && !following.ended) {
      if (moved || state.value.phase !== 'following') void watch(tab, begin({ phase: 'following', following }));
    } else if (moved || state.value.phase !== 'reading') await otherwise(tab, moved);
  }

  /** What was last captured of this page, also by another hand; else the question whether to. */
  async function recall(tab: Tab | undefined, moved: boolean): Promise<void> {
    const kept = tab?.id === undefined ? null : await outcomeIn(tab.id);
    if (kept && tab?.url && kept.url === tab.url) {
      if (isSame(kept.outcome, state.value.outcome)) return;
      begin({});
      await show(kept.outcome);
    } else if (moved || state.value.phase === 'saved' || state.value.phase === 'following') {
      begin({ phase: stays && !tab?.url ? 'ungranted' : 'asking' });
    }
  }

  /** Shows the count as long as the page is followed, and what it came to once it no longer is. */
  async function watch(tab: Tab | undefined, mine: number): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, COUNT_MS));
      if (mine !== turn) return;
      const following = await stateIn(tab);
      if (mine !== turn) return;
      if (!following) return look();
      if (following.ended) return show(following.ended.outcome);
      patch({ following });
    }
  }

  async function follow(): Promise<void> {
    const mine = turn;
    const tab = await activeTab();
    const begun = await sendMessage('followTab', { tabId: tab?.id ?? -1 }).catch(() => null);
    if (mine !== turn) return;
    if (!begun) patch({ failed: 'follow' });
    else if ('ok' in begun) await show(begun, tab);
    else await look();
  }

  async function stop(): Promise<void> {
    const tab = await activeTab();
    const mine = begin({ phase: 'reading' });
    const outcome = await sendToTab(tab?.id ?? -1, 'stopFollow', {}).catch(() => null);
    if (mine === turn) await show(outcome ?? FAILED);
  }

  async function measure(accountKey: string): Promise<void> {
    const shown = () => state.value.outcome?.ok && state.value.outcome.accountKey === accountKey;
    await sendMessage('standing', { accountKey }).then(
      (standing) => shown() && patch({ standing }),
      () => shown() && patch({ failed: 'standing' }),
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
      () => begin({ phase: 'undone' }),
      () => patch({ failed: 'undo' }),
    );
  }

  /** Makes a report of the page and opens the workspace where it can be looked at. */
  async function report(): Promise<void> {
    const tab = await activeTab();
    const made = await sendMessage('reportTab', { tabId: tab?.id ?? -1 }).catch(() => false);
    if (!made) return patch({ failed: 'report' });
    await browser.tabs.create({ url: browser.runtime.getURL('/options.html#health' as '/options.html') });
    if (!stays) window.close();
  }

  return { state, look, ask, capture, audit, picture, follow, stop, undo, assign, report };
}
