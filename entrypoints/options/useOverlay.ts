import { useEffect, useState } from 'preact/hooks';
import type { OverlayLine } from '../../components/OverlayChoice';
import { t } from '../../lib/i18n';
import type { NetworkId } from '../../lib/model/vocabulary';
import { networkFacts } from '../../lib/networks/facts';
import { turnOverlay } from '../../lib/overlay-control';
import { overlayNetworks } from '../../lib/settings';
import { attempt, say } from './toast';

/** All networks with whether badges are on, and the switch. */
export function useOverlay(): [OverlayLine[] | null, (id: NetworkId, on: boolean) => void] {
  const [on, setOn] = useState<NetworkId[] | null>(null);
  useEffect(() => {
    attempt(overlayNetworks.getValue().then(setOn));
    return overlayNetworks.watch(setOn);
  }, []);
  const turn = (id: NetworkId, wanted: boolean) =>
    attempt(turnOverlay(id, wanted).then(() => say(t(wanted ? 'overlay_is_on' : 'overlay_is_off'))));
  return [on && networkFacts.map(({ id }) => ({ id, on: on.includes(id) })), turn];
}
