import { entriesOf } from './journal';
import { type Ledger, readLedger } from './ledger';
import { exclusively } from './lock';
import { writeAll } from './write-all';

/**
 * Whether captures are in the journal and not in the database because whoever kept them was ended between the two, and not because the database lost
 * them: captures are kept one at a time, so each such one is the latest of all or has a later one behind it that is there. What a file loses at its end
 * has none, as soon as it is more than one.
 */
export function wereCutOff(missing: readonly string[], { last }: Pick<Ledger, 'last'>): boolean {
  const gone = new Set(missing);
  const behind = last.length - 1 - last.findLastIndex((id) => !gone.has(id));
  return missing.length > 0 && behind <= 1 && missing.every((id) => last.includes(id));
}

/** Writes captures of the journal that were cut off: it is no damage, and no reason to make the database again. False where it was something else. */
export async function keepCutOff(missing: () => Promise<string[]>): Promise<boolean> {
  return exclusively(async () => {
    const ledger = await readLedger();
    // Asked again with everybody else waiting: what was being kept just now is there by now.
    const ids = await missing();
    if (!wereCutOff(ids, ledger)) return ids.length === 0;
    await writeAll(entriesOf(ids), () => undefined);
    return true;
  });
}
