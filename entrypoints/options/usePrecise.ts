import { useEffect, useState } from 'preact/hooks';
import type { PreciseLine } from '../../components/PreciseChoice';
import { t } from '../../lib/i18n';
import type { NetworkId } from '../../lib/model/vocabulary';
import { preciseList, turnPreciseOff, turnPreciseOn, withPreciseMode } from '../../lib/precise-mode';
import { preciseNetworks } from '../../lib/settings';
import { attempt, say } from './toast';

/** Networks with a precise mode and whether it is on, and the switch. The permission may also be taken away in the browser's own pages. */
export function usePrecise(): [PreciseLine[] | null, (id: NetworkId, on: boolean) => void] {
  const [on, setOn] = useState<NetworkId[] | null>(null);
  const look = () => attempt(preciseList().then(setOn));
  useEffect(() => {
    look();
    const unwatch = preciseNetworks.watch(look);
    addEventListener('focus', look);
    return () => {
      unwatch();
      removeEventListener('focus', look);
    };
  }, []);
  const turn = (id: NetworkId, wanted: boolean) => {
    // The request for permission must be the first thing that the click does.
    const done = wanted ? turnPreciseOn(id) : turnPreciseOff(id).then(() => true);
    attempt(
      done.then((granted) => {
        if (granted) say(t(wanted ? 'precise_is_on' : 'precise_is_off'));
        else say(t('precise_declined'));
        look();
      }),
    );
  };
  return [on && withPreciseMode.map(({ id, hosts }) => ({ id, hosts, on: on.includes(id) })), turn];
}
