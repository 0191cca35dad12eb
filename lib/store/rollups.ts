import type { Moment } from '../model/capture';
import type { PostState, Rollup } from '../model/rollup';
import type { MetricName } from '../model/vocabulary';

/** Month of publication (UTC) that a post is filed under; `undated` when nothing is known. @example monthOf(null) // 'undated' */
export function monthOf(published: Moment | null): string {
  return published ? new Date(published.value).toISOString().slice(0, 7) : 'undated';
}

export const rollupId = (accountKey: string, month: string) => `${accountKey}|${month}`;

/** A post's states as rollups see it: where it is now, and where it was filed before its date was known better. */
export interface Filed {
  state: PostState;
  formerMonth: string | null;
}

/** What engagement is computed from. Some surfaces print none of it (a channel's grid has views alone). */
const INTERACTIONS: MetricName[] = ['likes', 'comments', 'shares'];
const readOf = ({ metrics }: PostState) => INTERACTIONS.filter((name) => metrics[name] && metrics[name].value !== null).length;

/**
 * The state of a post is its fullest observation, and of equally full ones the latest. Mixing two observations would divide the
 * likes of one day by the views of another.
 */
function replaces(state: PostState, known: PostState): boolean {
  const more = readOf(state) - readOf(known);
  return more === 0 ? state.takenAt >= known.takenAt : more > 0;
}

/** Ids of the rollups that filing these posts may change. */
export function rollupIdsOf(filed: Filed[]): string[] {
  const ids = filed.flatMap(({ state, formerMonth }) => [
    rollupId(state.accountKey, monthOf(state.published)),
    ...(formerMonth ? [rollupId(state.accountKey, formerMonth)] : []),
  ]);
  return [...new Set(ids)];
}

/**
 * Files posts into an account's rollups: each post stands once, in the month of its best-known date. Returns the rollups that changed.
 * An observation that does not replace the filed one changes nothing but the date.
 */
export function fileInto(rollups: Rollup[], filed: Filed[]): Rollup[] {
  const byId = new Map(rollups.map((rollup) => [rollup.id, new Map(rollup.posts.map((post) => [post.postKey, post]))]));
  const place = (id: string) => {
    const posts = byId.get(id) ?? new Map<string, PostState>();
    byId.set(id, posts);
    return posts;
  };
  for (const { state, formerMonth } of filed) {
    const id = rollupId(state.accountKey, monthOf(state.published));
    const former = place(formerMonth === null ? id : rollupId(state.accountKey, formerMonth));
    const known = former.get(state.postKey);
    former.delete(state.postKey);
    place(id).set(state.postKey, known && !replaces(state, known) ? { ...known, published: state.published, format: state.format } : state);
  }
  return [...byId].map(([id, posts]) => {
    const [accountKey = '', month = ''] = id.split(/\|(?=[^|]*$)/);
    return { id, accountKey, month, posts: [...posts.values()] };
  });
}
