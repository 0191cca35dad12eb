import { signal } from '@preact/signals';
import type { Timed } from '../../components/OwnTimes';
import { plural, t } from '../../lib/i18n';
import { retentionMonths } from '../../lib/settings';
import { believe, clockAhead } from '../../lib/store/clock';
import { scheduleErasure } from '../../lib/store/erase-later';
import { keepAccountFor, keepStudyFor, type Months, monthsFor, ownTimes, timesInForce } from '../../lib/store/kept-for';
import { listStudies } from '../../lib/store/queries';
import { lookedAt, type Retirement, retirementAt } from '../../lib/store/retention';
import { attempt, say } from './toast';
import { lookAgain } from './useStoreHealth';

/** A change of how long captures are kept; undefined takes an own time back. */
export type Change = { general: Months } | { what: Timed; months: Months | undefined };

/** A change that would erase captures, and which: it waits for a yes. */
export const asked = signal<{ change: Change; going: Retirement } | null>(null);

/** Sets how long captures are kept. Where more of them would go by it, it is asked first. */
export function setTime(change: Change): void {
  attempt(
    (async () => {
      const now = Date.now();
      const general = await retentionMonths.getValue();
      const [before, after] = await Promise.all([
        timesInForce(general).then((times) => retirementAt(now, times)),
        goingBy(change, general, now),
      ]);
      const known = new Set(before.captures);
      // A clock that cannot be believed asks by itself.
      if (after.captures.every((id) => known.has(id)) || (await clockAhead(now)) !== null) await write(change);
      else asked.value = { change, going: after };
      lookAgain();
    })(),
  );
}

/** Sets what was asked about, and erases; both can be taken back for ten seconds. */
export function confirmTime(): void {
  if (!asked.value) return;
  const { change, going } = asked.value;
  asked.value = null;
  attempt(
    (async () => {
      const back = await present(change);
      // What is to go goes by this erasure, and nothing by today's look.
      await lookedAt(Date.now());
      await write(change);
      await eraseOld(going.captures, () => write(back));
    })(),
  );
}

/** Erases what was held back, as the user said: what the clock says, and what is set, is right. */
export function eraseHeld(going: Retirement): void {
  attempt(
    eraseOld(going.captures).then(async (erased) => {
      if (!erased) return;
      await believe(Date.now());
      await lookedAt(Date.now());
    }),
  );
}

/** Keeps all that is held back, and everything else as well. */
export const keepHeld = (): void => attempt(keepAll().finally(lookAgain));

async function keepAll(): Promise<void> {
  await retentionMonths.setValue(null);
  const going = await retirementAt(Date.now(), await timesInForce(null));
  // Accounts and studies with a time of their own still ask.
  if (!going.captures.length) await lookedAt(Date.now());
}

/** Erases captures unless it is taken back within ten seconds; resolves then, and says whether it was carried out. */
async function eraseOld(captures: string[], takenBack: () => Promise<void> = async () => undefined): Promise<boolean> {
  const { undo, done } = await scheduleErasure({ kind: 'captures', captures }, Date.now());
  let back = false;
  const takeBack = async () => {
    back = await undo();
    if (back) await takenBack();
    say(t(back ? 'erasure_undone' : 'erasure_too_late'));
    lookAgain();
  };
  say(plural('retention_erased', captures.length), { onUndo: () => attempt(takeBack()) });
  await done.finally(lookAgain);
  return !back;
}

/** What would go if it were changed so. */
async function goingBy(change: Change, general: Months, now: number): Promise<Retirement> {
  const [own, studies] = [await ownTimes(), await listStudies()];
  if ('general' in change) return retirementAt(now, (key) => monthsFor(key, change.general, own, studies));
  const { what, months } = change;
  if ('account' in what) {
    const { [what.account.accountKey]: _, ...others } = own;
    const changed = months === undefined ? others : { ...others, [what.account.accountKey]: months };
    return retirementAt(now, (key) => monthsFor(key, general, changed, studies));
  }
  const { keepMonths: _, ...rest } = what.study;
  const study = months === undefined ? rest : { ...rest, keepMonths: months };
  const changed = studies.map((one) => (one.id === study.id ? study : one));
  return retirementAt(now, (key) => monthsFor(key, general, own, changed));
}

/** How it is set now, as a change back to it. */
async function present(change: Change): Promise<Change> {
  if ('general' in change) return { general: await retentionMonths.getValue() };
  const { what } = change;
  if ('account' in what) return { what, months: (await ownTimes())[what.account.accountKey] };
  return { what, months: (await listStudies()).find(({ id }) => id === what.study.id)?.keepMonths };
}

function write(change: Change): Promise<void> {
  if ('general' in change) return retentionMonths.setValue(change.general);
  const { what, months } = change;
  return 'account' in what ? keepAccountFor(what.account.accountKey, months) : keepStudyFor(what.study.id, months);
}
