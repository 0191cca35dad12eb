import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import type { Chromium } from '../browser/chromium';
import { until } from './stage';

/** A badge as it is in a page's closed shadow root, which only the browser's own tools can look into. */
export interface SeenBadge {
  text: string;
  title: string;
  visible: boolean;
  x: number;
  y: number;
  /** Labels of its chips, those that are on with a `+`; none where it is not open. */
  chips: string[];
}

/** Turns badges on or off for a network in Settings, as a user would. */
export async function turnBadges(chromium: Chromium, network: string): Promise<void> {
  const settings = await chromium.extensionPage('options.html#settings');
  const box = await settings.waitForSelector(`::-p-xpath(//fieldset//label[normalize-space(.)="${network}"]/input)`);
  await box?.click();
  await until(
    () => settings.evaluate(() => document.body.textContent ?? ''),
    (text) => /Badges are (?:on|off)\./.test(text),
  );
  await settings.close();
}

type Node = Protocol.DOM.Node;

/** Shadow roots that are closed, with their hosts' parents. */
function closedIn(node: Node): Node[] {
  const own = (node.shadowRoots ?? []).filter(({ shadowRootType }) => shadowRootType === 'closed');
  return [...own, ...(node.children ?? []).flatMap(closedIn)];
}

/** The badges in a page, in the order in which they were made; null where there is no layer of them. */
export async function badgesIn(page: Page): Promise<SeenBadge[] | null> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const [shadow] = closedIn(root);
    return shadow ? await readBadges(session, shadow) : null;
  } finally {
    await session.detach();
  }
}

async function readBadges(session: CDPSession, { backendNodeId }: Node): Promise<SeenBadge[]> {
  // In a world of its own: the page may have patched what is used here.
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: String(function (this: ShadowRoot) {
      return [...this.children].map((badge) => {
        const { x, y } = badge.getBoundingClientRect();
        const { style, title } = badge as HTMLElement;
        const [line, chips] = badge.children as unknown as [HTMLElement, HTMLElement];
        const open = chips.style.display === 'none' ? [] : [...chips.children];
        const label = (chip: Element) => `${chip.getAttribute('aria-pressed') === 'true' ? '+' : ''}${chip.textContent}`;
        return { text: line.textContent, title, visible: style.visibility === 'visible', x, y, chips: open.map(label) };
      });
    }),
    returnByValue: true,
  });
  return result.value as SeenBadge[];
}
