import type { WebWorker } from 'puppeteer-core';

interface Event {
  dispatch(...values: unknown[]): void;
}
interface Extension {
  chrome: {
    tabs: { query(query: { active: boolean; lastFocusedWindow: boolean }): Promise<{ id: number; url?: string }[]> };
    contextMenus: { onClicked: Event };
    commands: { onCommand: Event };
  };
}

/**
 * No protocol presses a browser's own shortcut or opens its context menu; the worker's events are raised as the browser raises them. The id of the
 * tab in front.
 */
export const raise = (worker: WebWorker, by: 'menu' | 'command', what: 'capture' | 'audit'): Promise<number> =>
  worker.evaluate(
    async (way, name) => {
      const { chrome } = globalThis as unknown as Extension;
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      if (way === 'menu') chrome.contextMenus.onClicked.dispatch({ menuItemId: name, pageUrl: tab?.url, editable: false }, tab);
      else chrome.commands.onCommand.dispatch(name, tab);
      return tab?.id ?? -1;
    },
    by,
    what,
  );
