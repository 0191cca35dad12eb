import type { CriterionId, PartResult } from '../lib/audits/audit';

/** Where what only a person knows is said: what was seen, a group of the answers, or the posts one by one. */
export type Place = 'confirm' | 'objectives' | 'kpis' | 'figures' | 'register' | 'mentions' | 'posts' | 'tags';

const PLACES: Partial<Record<CriterionId, Place>> = {
  ...{ objectives: 'objectives', measurement: 'kpis', thresholds: 'figures', charter: 'register', mentions: 'mentions' },
  ...{ openness: 'posts', disclosure: 'posts', mix: 'tags', usefulness: 'tags', mission: 'tags' },
};

type Asked = Pick<PartResult, 'state' | 'need' | 'measure'>;

/** Where a criterion is answered; null where nothing that a person says would change it. */
export function placeOf(id: CriterionId, { state, need, measure }: Asked): Place | null {
  if (state === 'not-applicable' || state === 'failed') return null;
  // Posts have to be captured before anything can be said of them.
  if (need === 'posts' || need === 'profiles') return null;
  if (id === 'link') return measure?.checks?.some((check) => check.id === 'linkAlive') ? 'confirm' : null;
  return PLACES[id] ?? null;
}

/** What its button says. */
export const placeWords = (place: Place, { state }: Pick<PartResult, 'state'>) => {
  if (place === 'tags') return 'given_go_tags' as const;
  if (place === 'posts') return 'given_go_posts' as const;
  return state === 'scored' ? ('given_go_change' as const) : ('given_go' as const);
};
