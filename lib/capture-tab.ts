import { browser } from 'wxt/browser';
import type { skeletonOf } from './capture/skeleton';
import { type CaptureOutcome, type FollowState, sendToTab } from './messages';
import type { NetworkId } from './model/vocabulary';
import { networkFacts } from './networks/facts';
import { anyHost, firstMark, networkAt } from './networks/lookup';
import { preciseOn } from './precise-mode';
import { addressShape, type PageReport } from './report';

interface Tab {
  id?: number;
  url?: string;
}
/** The networks that a person would look for; "any page" is none of them. */
const readable = networkFacts.filter(({ id }) => id !== 'web').map(({ name }) => name);

type Refused = CaptureOutcome & { ok: false };

/** Captures the page of a tab that the user just acted on (that grants access to it, and nothing else does). Never throws. */
export const captureTab = (tab: Tab): Promise<CaptureOutcome> =>
  inPage(tab, async (tabId, precise) => {
    const outcome = await sendToTab(tabId, 'capture', { precise });
    return !outcome.ok && outcome.refusal === 'unknown-page' ? { ...outcome, reads: readable } : outcome;
  });

/** Begins to follow the page of such a tab while the user scrolls. Never throws. */
export const followTab = (tab: Tab): Promise<FollowState | CaptureOutcome> =>
  inPage(tab, async (tabId, precise, refused) => {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/follow.js'] });
    return (await sendToTab(tabId, 'follow', { precise })) ?? refused('no-account');
  });

/** Looks at how the page of such a tab is built, for a report that the user reads before anybody else does. Null where the browser allows no look. */
export async function reportTab(tab: Tab): Promise<PageReport | null> {
  const address = tab.url ?? '';
  const network = URL.canParse(address) ? networkAt(new URL(address)) : null;
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId: tab.id ?? -1 }, files: ['/skeleton.js'] });
    if (!answer?.result) return null;
    const { text, elements, cut } = answer.result as ReturnType<typeof skeletonOf>;
    const facts = { network: network?.id ?? null, adapter: network?.version ?? null, address: addressShape(address) };
    return { ...facts, madeAt: Date.now(), browser: navigator.userAgent, skeleton: text, elements, cut };
  } catch {
    return null;
  }
}

/** Injects the page script, also into tabs that were open before the extension was, and asks it something. */
async function inPage<T>(
  tab: Tab,
  ask: (tabId: number, precise: boolean, refused: (refusal: 'no-account') => Refused) => Promise<T>,
): Promise<T | Refused> {
  const page = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  let network: NetworkId | null = page && (networkAt(page)?.id ?? null);
  const refused = (refusal: Refused['refusal'], detail?: string): Refused => ({ ok: false, refusal, network, surface: null, detail });
  if (tab.id === undefined || !page || !/^https?:$/.test(page.protocol)) {
    return { ...refused('unknown-page'), reads: readable };
  }
  try {
    network ??= await networkIn(tab.id);
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [`/capture-${network}.js` as '/capture-x.js'] });
  } catch (error) {
    return refused('blocked', messageOf(error));
  }
  try {
    const precise = await preciseOn(network, page.hostname);
    if (precise) await browser.scripting.executeScript({ target: { tabId: tab.id }, files: ['/bodies.js'] });
    return await ask(tab.id, precise, refused);
  } catch (error) {
    return refused('failed', messageOf(error));
  }
}

/** The network of a page on a host that is no network's own, by the page's marks. */
async function networkIn(tabId: number): Promise<NetworkId> {
  const marks = anyHost.map((network) => network.marks ?? '');
  const [found] = await browser.scripting.executeScript({ target: { tabId }, func: firstMark, args: [marks] });
  return anyHost[Number(found?.result)]?.id ?? 'web';
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message.slice(0, 200) : undefined);
