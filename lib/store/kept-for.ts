import type { Study } from '../model/study';
import { exclusively } from './lock';
import { outside } from './outside';
import { changeStudy, studiesOutside } from './studies';

/** Months that captures are kept; null keeps them for ever. */
export type Months = number | null;

/** Accounts that are kept for a time of their own, by account key. It is kept outside the database, like everything that the user chose. */
export type OwnTimes = Record<string, Months>;

const KEPT_FOR = 'kept-for';

/** The accounts with a time of their own. */
export const ownTimes = async (): Promise<OwnTimes> => ((await outside().get(KEPT_FOR))[KEPT_FOR] as OwnTimes | undefined) ?? {};

/** Gives an account a time of its own, or takes it back (undefined). */
export const keepAccountFor = (accountKey: string, months: Months | undefined): Promise<void> =>
  exclusively(async () => {
    const { [accountKey]: _, ...others } = await ownTimes();
    await write(months === undefined ? others : { ...others, [accountKey]: months });
  });

/** Gives a study's accounts a time of their own, or takes it back (undefined). */
export const keepStudyFor = (studyId: string, months: Months | undefined): Promise<void> =>
  changeStudy(studyId, ({ keepMonths: _, ...study }) => (months === undefined ? study : { ...study, keepMonths: months }));

/** Forgets the times of accounts that are erased. Only under the store's lock. */
export async function forgetTimes(accountKeys: readonly string[] | 'all'): Promise<void> {
  const before = await ownTimes();
  const left = accountKeys === 'all' ? [] : Object.entries(before).filter(([key]) => !accountKeys.includes(key));
  if (left.length < Object.keys(before).length) await write(Object.fromEntries(left));
}

const write = (times: OwnTimes): Promise<void> =>
  Object.keys(times).length ? outside().set({ [KEPT_FOR]: times }) : outside().remove(KEPT_FOR);

/**
 * How long an account is kept: its own time; else the longest that a study with it asks for, so that no study loses what it wants to keep; else the
 * general one, which also is what a study without a time asks for.
 */
export function monthsFor(accountKey: string, general: Months, own: OwnTimes, studies: readonly Study[]): Months {
  if (Object.hasOwn(own, accountKey)) return own[accountKey] ?? null;
  const asked = studies
    .filter(({ brands }) => brands.some(({ accounts }) => accounts.includes(accountKey)))
    .map(({ keepMonths }) => (keepMonths === undefined ? general : keepMonths));
  if (!asked.length) return general;
  return asked.includes(null) ? null : Math.max(...(asked as number[]));
}

/** How long each account is kept, as it is set now. `general` is the time of all that have no other. */
export async function timesInForce(general: Months): Promise<(accountKey: string) => Months> {
  const [own, studies] = await Promise.all([ownTimes(), studiesOutside()]);
  return (accountKey) => monthsFor(accountKey, general, own, studies);
}
