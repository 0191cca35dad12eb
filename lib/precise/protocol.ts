/** How the two worlds of a page talk: the isolated one asks with a port and a nonce, the page's one answers on that port alone. */
export const ASK = 'jauge:bodies';

/** Asks for what was kept, or to stop and forget (`off`). */
export interface Ask {
  type: typeof ASK;
  nonce: string;
  off?: boolean;
}

/** One body, or the end. Whoever answers may be the page itself: this is what is hoped for, and every field is checked. */
export interface Told {
  nonce: string;
  text?: string;
  page?: string;
  done?: true;
}

/** Whether a message in a page is a question of ours. */
export function isAsk(data: unknown): data is Ask {
  const ask = data as Partial<Ask> | null;
  return typeof ask === 'object' && ask !== null && ask.type === ASK && typeof ask.nonce === 'string' && ask.nonce.length <= 64;
}
