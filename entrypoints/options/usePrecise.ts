import { useEffect, useState } from 'preact/hooks';
import type { PreciseLine } from '../../components/PreciseChoice';
import { t } from '../../lib/i18n';
import { preciseList, turnPreciseOff, turnPreciseOn } from '../../lib/precise-mode';
import { type PreciseSite, preciseSites } from '../../lib/precise-sites';
import { preciseNetworks, preciseServers } from '../../lib/settings';
import { attempt, say } from './toast';

/**
 * Networks with a precise mode and whether it is on, the servers that it is on for, and the switch. The permission may also be taken away in
 * the browser's own pages.
 */
export function usePrecise(): [PreciseLine[] | null, (site: PreciseSite, on: boolean) => void] {
  const [on, setOn] = useState<PreciseSite[] | null>(null);
  const look = () => attempt(preciseList().then(setOn));
  useEffect(() => {
    look();
    const unwatch = [preciseNetworks.watch(look), preciseServers.watch(look)];
    addEventListener('focus', look);
    return () => {
      for (const stop of unwatch) stop();
      removeEventListener('focus', look);
    };
  }, []);
  const turn = (site: PreciseSite, wanted: boolean) => {
    // The request for permission must be the first thing that the click does.
    const done = wanted ? turnPreciseOn(site) : turnPreciseOff(site).then(() => true);
    attempt(
      done.then((granted) => {
        if (granted) say(t(wanted ? 'precise_is_on' : 'precise_is_off'));
        else say(t('precise_declined'));
        look();
      }),
    );
  };
  const servers = on?.filter(({ id, network }) => id !== network) ?? [];
  return [on && [...preciseSites, ...servers].map((site) => ({ ...site, on: on.some(({ id }) => id === site.id) })), turn];
}
