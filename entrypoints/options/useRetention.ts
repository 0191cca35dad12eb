import { useEffect, useState } from 'preact/hooks';
import { PICTURE_RETENTIONS, RETENTIONS } from '../../components/RetentionChoice';
import { pictureMonths, retentionMonths } from '../../lib/settings';
import { retentionFrom } from '../../lib/store/retention';
import { attempt } from './toast';

const KINDS = {
  captures: { item: retentionMonths, options: RETENTIONS },
  pictures: { item: pictureMonths, options: PICTURE_RETENTIONS },
} as const;

interface Retention {
  options: readonly (number | null)[];
  /** Undefined until it is known. */
  months: number | null | undefined;
  /** From when on they are kept, epoch ms; null where all are. */
  from: number | null;
  onMonths: (months: number | null) => void;
}

/** How long captures or pictures are kept, and the way to change it. */
export function useRetention(kind: keyof typeof KINDS): Retention {
  const { item, options } = KINDS[kind];
  const [months, setMonths] = useState<number | null | undefined>(undefined);
  useEffect(() => {
    attempt(item.getValue().then(setMonths));
    return item.watch(setMonths);
  }, [item]);
  const from = months === undefined ? null : retentionFrom(Date.now(), months);
  return { options, months, from, onMonths: (next) => attempt(item.setValue(next)) };
}
