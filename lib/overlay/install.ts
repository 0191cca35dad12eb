import { pageSide } from '../capture/install';
import { onMessage, sendMessage } from '../messages';
import { showBadges } from './session';

/** What stays in the page's isolated world between two injections. */
const side = pageSide as typeof pageSide & { jaugeOverlay?: { runtime: unknown; show: () => void; hide: () => void } };

/**
 * Shows badges on the posts that were just captured. Injected after the network's reader whenever a page was captured on a network that badges are
 * turned on for; each time it asks what to show anew. What an extension that was reloaded since has left here is taken away.
 */
export function installOverlay(): void {
  const { jauge } = side;
  if (!jauge) return;
  const { network, courier, runtime } = jauge;
  if (side.jaugeOverlay?.runtime !== runtime) {
    side.jaugeOverlay?.hide();
    let aborter: AbortController | null = null;
    let turn = 0;
    const hide = () => {
      turn += 1;
      aborter?.abort();
    };
    const show = async () => {
      hide();
      const mine = turn;
      const rows = await sendMessage('overlayRows', {});
      if (!rows || mine !== turn) return;
      aborter = new AbortController();
      const tag = (postKey: string, name: string, on: boolean) => sendMessage('tagPost', { postKey, tag: name, on });
      showBadges({ network, rows, alive: courier.alive, tag }, aborter);
    };
    side.jaugeOverlay = { runtime, hide, show: () => void show().catch(hide) };
    // Answered once the page is painted without them: a picture may be about to be taken. A page that nobody sees is not painted.
    onMessage('hideOverlay', async () => {
      hide();
      if (!document.hidden) await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    });
  }
  side.jaugeOverlay.show();
}
