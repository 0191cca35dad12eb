import { onMessage, sendMessage } from '../messages';
import { pageSide } from './install';
import { followSession } from './session';

/** Adds follow mode to a page whose reader is set up; once. */
export function installFollow(): void {
  const { jauge } = pageSide;
  if (!jauge || jauge.follows) return;
  jauge.follows = true;
  const { network, courier } = jauge;
  // A page of the extension that is not open does not hear this, and a count that nobody shows is no loss.
  const session = followSession(
    courier,
    (state) => void sendMessage('followed', { state }).catch(() => undefined),
    async () => (await jauge.bodies?.()) ?? [],
  );
  onMessage('follow', async ({ data: { precise } }) => session.start(network, precise));
  onMessage('followState', async () => session.state());
  onMessage('stopFollow', async () => (await session.stop()) ?? null);
}
