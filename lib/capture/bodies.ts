import { LONGEST_BODY } from '../precise/kept';
import { ASK, type Ask, type Told } from '../precise/protocol';

const PATIENCE_MS = 1000;
const MOST_BODIES = 200;
const MOST_CHARACTERS = 20_000_000;

/**
 * Asks the page's own world for the bodies that precise mode kept, oldest first; [] when nobody answers in time. What comes is
 * untrusted text: only strings of a sane length and number are taken, and only with the nonce of this question. `wanted` tells by the
 * address that the page was at when it asked for a body.
 */
export function bodiesOf(page: Window, patience = PATIENCE_MS, wanted: (address: string) => boolean = () => true): Promise<string[]> {
  const { port1, port2 } = new MessageChannel();
  const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  const bodies: string[] = [];
  let characters = 0;
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      port1.close();
      resolve(bodies);
    };
    const timer = setTimeout(finish, patience);
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const told = data as Partial<Told> | null;
      if (typeof told !== 'object' || told === null || told.nonce !== nonce) return;
      if (told.done === true || bodies.length >= MOST_BODIES) finish();
      else if (typeof told.text === 'string' && told.text.length <= LONGEST_BODY && characters + told.text.length <= MOST_CHARACTERS) {
        if (!wanted(typeof told.page === 'string' ? told.page : '')) return;
        characters += told.text.length;
        bodies.push(told.text);
      }
    };
    page.postMessage({ type: ASK, nonce } satisfies Ask, page.location.origin, [port2]);
  });
}
