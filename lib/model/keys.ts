import type { NetworkId } from './vocabulary';

/** `network:handle` in lower case. @example accountKey('x', 'Lumen') → 'x:lumen' */
export function accountKey(network: NetworkId, handle: string): string {
  return `${network}:${handle.replace(/^@/, '').toLowerCase()}`;
}

/** `network:id`. It never looks like a number, so no spreadsheet shortens it. @example postKey('x', '1985') → 'x:1985' */
export function postKey(network: NetworkId, id: string): string {
  return `${network}:${id}`;
}
