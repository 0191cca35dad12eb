import { useMemo, useRef } from 'preact/hooks';
import type { PostRow } from '../../components/post-rows';
import { curvesInUse } from '../../lib/age-curves';
import type { AgeCurves } from '../../lib/benchmark/age';
import { erFollowers, erViews } from '../../lib/benchmark/measures';
import type { percentiles } from '../../lib/benchmark/percentile';
import type { xFactors } from '../../lib/benchmark/x-factor';
import type { PostRecord } from '../../lib/model/records';
import type { AccountRecord, PostState, Rollup } from '../../lib/model/rollup';
import type { Brand, Study } from '../../lib/model/study';
import type { TagsOf } from '../../lib/model/tags';
import type { NetworkId } from '../../lib/model/vocabulary';
import { listAccounts, listStudies, rollupsOf } from '../../lib/store/queries';
import { useLive } from './useLive';

/** What every view of a study is made from. */
export interface StudyData {
  study: Study;
  accounts: AccountRecord[];
  rollups: Rollup[];
  /** How posts grow, as far as own captures tell. */
  curves: AgeCurves;
  /** When these data came in: ages and periods count back from here. */
  now: number;
}

export interface Workspace {
  loading: boolean;
  failed: unknown;
  studies: Study[];
  accounts: AccountRecord[];
  /** Null while there is no study. */
  data: StudyData | null;
}

/** Keys of all accounts of a study. */
export const accountsIn = (study: Study): string[] => [...new Set(study.brands.flatMap((brand) => brand.accounts))];

/** A brand's accounts, each once, on one network or on all. */
export const accountsOn = (brand: Brand | undefined, network: string | null): string[] =>
  [...new Set(brand?.accounts ?? [])].filter((key) => network === null || key.startsWith(`${network}:`));

/** Follows the store: the studies, the accounts, and the chosen study's figures. */
export function useWorkspace(chosen: string | null): Workspace {
  const studies = useLive('studies', listStudies);
  const accounts = useLive('accounts', listAccounts);
  const list = studies.value ?? [];
  const study = list.find(({ id }) => id === chosen) ?? list.findLast(({ sample }) => !sample) ?? list.at(-1) ?? null;
  const keys = study ? accountsIn(study) : [];
  const rollups = useLive(`rollups ${keys.join(' ')}`, () => rollupsOf(keys));
  const curves = useLive('curves', curvesInUse);
  const complete = useMemo(
    () =>
      study && accounts.value && rollups.value && curves.value
        ? { study, accounts: accounts.value, rollups: rollups.value, curves: curves.value, now: Date.now() }
        : null,
    [study, accounts.value, rollups.value, curves.value],
  );
  // While a change of the study fetches other rollups, its last complete state stays: a view must not close under the user's hand.
  const last = useRef<StudyData | null>(null);
  if (complete) last.current = complete;
  const data = complete ?? (study && last.current?.study.id === study.id ? last.current : null);
  return {
    loading: studies.value === null || accounts.value === null || (study !== null && data === null),
    failed: studies.failed ?? accounts.failed ?? rollups.failed ?? curves.failed,
    studies: list,
    accounts: accounts.value ?? [],
    data,
  };
}

const DAY = 86_400_000;

/** When the study's period begins, epoch ms; null where it has no beginning. */
export const periodStart = ({ study, now }: StudyData): number | null => (study.days === null ? null : now - study.days * DAY);

/** Networks of the study's accounts. */
export const networksOf = ({ study }: StudyData): NetworkId[] =>
  [...new Set(accountsIn(study).map((key) => key.split(':')[0] as NetworkId))].sort();

/** The study's posts of its period, latest state each, undated ones included. */
export function statesOf(data: StudyData): PostState[] {
  const from = periodStart(data);
  const states = data.rollups.flatMap((rollup) => rollup.posts);
  return states.filter(({ published }) => from === null || published === null || published.value >= from);
}

/** The rows of the Posts view: one per post and brand. */
export function rowsOf(
  data: StudyData,
  states: PostState[],
  records: Map<string, PostRecord>,
  xFactor: ReturnType<typeof xFactors>,
  placesOf: ReturnType<typeof percentiles>,
  tagsOf: TagsOf,
): PostRow[] {
  const accounts = new Map(data.accounts.map((account) => [account.accountKey, account]));
  const byAccount = Map.groupBy(states, (state) => state.accountKey);
  return data.study.brands.flatMap((brand) =>
    [...new Set(brand.accounts)].flatMap((key) =>
      (byAccount.get(key) ?? []).map((state) => {
        const record = records.get(state.postKey);
        return {
          state,
          text: record?.text ?? '',
          url: record?.url ?? null,
          brandId: brand.id,
          brand: brand.name,
          role: brand.role,
          erFollowers: erFollowers(state, accounts.get(key)),
          erViews: erViews(state),
          x: xFactor(state),
          places: placesOf(state),
          tags: tagsOf(state),
        };
      }),
    ),
  );
}
