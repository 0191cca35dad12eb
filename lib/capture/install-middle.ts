import { sendMessage } from '../messages';
import { pageSide } from './install';
import { watchMiddle } from './middle';

/** What stays in the page's isolated world between two injections. */
const side = pageSide as typeof pageSide & { jaugeMiddle?: AbortController };

/** Tells the side panel which post is in the middle of the page, from now on and until nobody listens; once. */
export function installMiddle(): void {
  const { jauge } = side;
  if (!jauge) return;
  side.jaugeMiddle?.abort();
  const stop = new AbortController();
  side.jaugeMiddle = stop;
  const { network, courier } = jauge;
  const tell = async (ids: string[]) => {
    // A panel that was closed does not answer, nor does an extension that was reloaded.
    const heard = courier.alive() && (await sendMessage('middle', { network: network.id, ids }).catch(() => false));
    if (!heard) stop.abort();
  };
  watchMiddle(network, (ids) => void tell(ids), stop);
}
