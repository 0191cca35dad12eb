import { useEffect, useState } from 'preact/hooks';
import { RETENTIONS, type Retention } from '../../components/RetentionChoice';
import { retentionMonths } from '../../lib/settings';
import { retentionFrom } from '../../lib/store/retention';
import { attempt } from './toast';

/** How long captures are kept, from when on, and the way to change it. Undefined until it is known. */
export function useRetention(): [Retention | undefined, number | null, (months: Retention) => void] {
  const [months, setMonths] = useState<Retention | undefined>(undefined);
  useEffect(() => {
    const take = (value: number | null) => setMonths(RETENTIONS.find((known) => known === value));
    attempt(retentionMonths.getValue().then(take));
    return retentionMonths.watch(take);
  }, []);
  const from = months === undefined ? null : retentionFrom(Date.now(), months);
  return [months, from, (next) => attempt(retentionMonths.setValue(next))];
}
