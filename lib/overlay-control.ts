import { browser } from 'wxt/browser';
import { curvesInUse } from './age-curves';
import { hideOverlay } from './hide-overlay';
import type { CaptureOutcome, OverlayRows } from './messages';
import { FIXED_TAGS, type NetworkId } from './model/vocabulary';
import { mayRead } from './networks/lookup';
import { outcomeIn } from './outcomes';
import { overlayRows } from './overlay-rows';
import type { Sender } from './senders';
import { overlayNetworks } from './settings';
import { postRecords, rollupsOf } from './store/queries';
import { setTag, tagsOf } from './store/tags';

const isOn = async (id: NetworkId) => (await overlayNetworks.getValue()).includes(id);

/** Shows badges in a tab whose page was just captured, where they are turned on for its network. Never throws: the capture stands without them. */
export async function showOverlay(tabId: number, outcome: CaptureOutcome): Promise<void> {
  try {
    if (!outcome.ok || !(await isOn(outcome.network))) return;
    await browser.scripting.executeScript({ target: { tabId }, files: ['/overlay.js'] });
  } catch {
    // The page is gone, or has become one that the click did not open to us.
  }
}

/** Turns badges on or off for a network. */
export async function turnOverlay(id: NetworkId, on: boolean): Promise<void> {
  const others = (await overlayNetworks.getValue()).filter((other) => other !== id);
  await overlayNetworks.setValue(on ? [...others, id] : others);
}

/** Takes badges away from open pages as soon as they are turned off for their network, whoever does it; tabs that have none do not hear of it. */
export function followOverlay(): void {
  overlayNetworks.watch(async (now, before) => {
    const off = (before ?? []).filter((id) => !(now ?? []).includes(id));
    if (!off.length) return;
    for (const { id } of await browser.tabs.query({})) {
      const outcome = id === undefined ? undefined : (await outcomeIn(id))?.outcome;
      if (id !== undefined && outcome?.ok && off.includes(outcome.network)) await hideOverlay(id);
    }
  });
}

/** Key of the account that was just captured in the sender's tab; null where there is none, or where badges are off for its network. */
async function accountOf({ tab, url }: Sender): Promise<string | null> {
  const outcome = tab?.id === undefined ? undefined : (await outcomeIn(tab.id))?.outcome;
  const page = url ?? tab?.url ?? '';
  if (!outcome?.ok || !URL.canParse(page) || !mayRead(outcome.network, new URL(page))) return null;
  return (await isOn(outcome.network)) ? outcome.accountKey : null;
}

/** What badges show in the sender's page: only posts of the account that was just captured there. */
export async function overlayFor(sender: Sender): Promise<OverlayRows | null> {
  const accountKey = await accountOf(sender);
  if (accountKey === null) return null;
  const keys = [accountKey];
  const [rollups, records, curves, tags] = await Promise.all([rollupsOf(keys), postRecords(keys), curvesInUse(), tagsOf(keys)]);
  return overlayRows(rollups, records, curves, tags);
}

/** Tags one of these posts as a page's script asks: only they, and only with a fixed tag. Null where it is none of them. */
export async function tagFromPage(sender: Sender, asked: unknown, at: number): Promise<string[] | null> {
  const { postKey, tag, on } = (asked ?? {}) as { postKey?: unknown; tag?: unknown; on?: unknown };
  const fixed = FIXED_TAGS.find((one) => one === tag);
  const accountKey = await accountOf(sender);
  if (accountKey === null || fixed === undefined || typeof on !== 'boolean') return null;
  const post = (await rollupsOf([accountKey])).flatMap(({ posts }) => posts).find((one) => one.postKey === postKey);
  return post ? [...(await setTag({ accountKey, postKey: post.postKey }, fixed, on, at))] : null;
}
