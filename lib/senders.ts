/** Who sent a message, as far as the browser vouches for it. */
export type SenderKind = 'extension' | 'page' | 'stranger';

export interface Sender {
  id?: string;
  url?: string;
  origin?: string;
  frameId?: number;
  tab?: { id?: number; url?: string };
}

/**
 * `extension` is one of our own pages; `page` is our script in the top frame of a tab; all else is a stranger. A page of ours that is
 * open in a tab has `sender.tab` too, and a script in a page reports the page's origin: so the address decides, not the tab.
 */
export function senderKind(sender: Sender, own: { id: string; origin: string }): SenderKind {
  if (sender.id !== own.id) return 'stranger';
  const url = sender.url ?? sender.tab?.url ?? '';
  if (url.startsWith(`${own.origin}/`)) return 'extension';
  return sender.tab && sender.frameId === 0 && /^https?:\/\//.test(url) ? 'page' : 'stranger';
}
