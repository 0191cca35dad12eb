import { sendToTab } from './messages';

/** Takes badges away from a tab that has any; resolves once they are gone from the screen. Never throws: most tabs have none and do not hear of it. */
export const hideOverlay = (tabId: number): Promise<void> => sendToTab(tabId, 'hideOverlay', {}).catch(() => undefined);
