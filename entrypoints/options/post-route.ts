import { PLACES, type PostFilter, type PostSort, type PostSortKey } from '../../components/post-rows';
import { FORMATS, METRIC_NAMES, NETWORK_IDS, POST_FLAGS } from '../../lib/model/vocabulary';
import { BEHIND_PARAMS } from './landscape-evidence';

const SORT_KEYS: readonly PostSortKey[] = ['published', 'brand', 'erFollowers', 'erViews', 'xFactor', ...PLACES, ...METRIC_NAMES];

/** One of the known words, or null: the address bar can hold anything. */
const among = <T extends string>(words: readonly T[], word: string | null): T | null => words.find((known) => known === word) ?? null;

/** The filters that an address asks for. */
export function filterOf(params: URLSearchParams, keys: ReadonlySet<string> | null): PostFilter {
  return {
    brand: params.get('brand'),
    network: among(NETWORK_IDS, params.get('network')),
    format: among([...FORMATS, 'unknown'] as const, params.get('format')),
    flag: among(POST_FLAGS, params.get('flag')),
    tag: params.get('tag'),
    text: params.get('text') ?? '',
    keys,
  };
}

/** The order that an address asks for; newest first without one. */
export function sortOf(params: URLSearchParams): PostSort {
  return { by: among(SORT_KEYS, params.get('sort')) ?? 'published', down: params.get('down') !== '0' };
}

/** What changes in the address with a filter. Filters start at the first page again. */
export function filterChange({ keys, ...change }: Partial<PostFilter>): Record<string, string | null> {
  return { ...change, ...(keys === null ? Object.fromEntries(BEHIND_PARAMS.map((name) => [name, null])) : {}), page: null };
}
