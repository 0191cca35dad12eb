import type { Capture } from './capture';
import type { NetworkId } from './vocabulary';

/** Handle or id that names the account of a page, without @; null where the page says neither. */
export function accountNameOf({ account, surface }: Pick<Capture, 'account' | 'surface'>): string | null {
  return account.handle ?? surface.handle ?? account.nativeId;
}

/** `network:handle` in lower case. @example accountKey('x', 'Lumen') → 'x:lumen' */
export function accountKey(network: NetworkId, handle: string): string {
  return `${network}:${handle.replace(/^@/, '').toLowerCase()}`;
}

/** `network:id`. It never looks like a number, so no spreadsheet shortens it. @example postKey('x', '1985') → 'x:1985' */
export function postKey(network: NetworkId, id: string): string {
  return `${network}:${id}`;
}
