import { browser } from 'wxt/browser';

/** Firefox's name for its side panel; no browser has both. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

/**
 * The way to open the side panel of a window, or undefined where the browser has none. It must be called within a click, before anything
 * is awaited: browsers open panels for the user alone.
 */
export function openPanel(windowId: number | undefined): (() => Promise<void>) | undefined {
  const { sidePanel, sidebarAction } = browser as typeof browser & Sidebar;
  if (sidebarAction) return () => sidebarAction.open();
  return sidePanel && windowId !== undefined ? () => sidePanel.open({ windowId }) : undefined;
}
