import { median } from 'simple-statistics';
import type { PostRecord } from '../model/records';
import type { PostState } from '../model/rollup';
import type { Criterion, Measure, Unmeasured } from './audit';
import type { BrandFacts } from './facts';
import { counted, unknown, unmeasured } from './measured';
import { perBrand } from './per-brand';
import { FEWEST_PEERS } from './reference';

/** Whether a post has it; null where that cannot be seen. */
type Test = (post: PostState, records: ReadonlyMap<string, PostRecord>, brand: BrandFacts) => boolean | null;

/**
 * A share of posts that is held against the share of others: measure and curve. The middle of three peers or more is the norm; half way from there to
 * all is the target, which is ours.
 */
export function sharesAgainstPeers(fewest: number, test: Test): Pick<Criterion, 'measure' | 'curve'> {
  const share = perBrand((brand, records): Measure | Unmeasured => {
    const told = brand.used.flatMap((post) => {
      const has = test(post, records, brand);
      return has === null ? [] : [{ postKey: post.postKey, has }];
    });
    if (brand.used.length && !told.length) return unmeasured('not-captured', 'no-texts', 'texts');
    if (told.length < fewest) return unknown(told.length ? 'too-few-posts' : 'no-posts');
    const hits = told.filter(({ has }) => has).map(({ postKey }) => postKey);
    return counted(hits.length, told.length, hits);
  });
  return {
    measure: (facts) => share(facts, facts.records),
    curve: (facts) => againstShares(facts.peers.map((peer) => share(peer, facts.records))),
  };
}

/** The line that peers' shares make. */
export function againstShares(measures: (Measure | Unmeasured)[]): ReturnType<Criterion['curve']> {
  const shares = measures.flatMap((measure) => ('value' in measure ? [measure.value] : []));
  if (shares.length < FEWEST_PEERS) return unmeasured('unscored', 'no-peers-or-norm', 'reference');
  const norm = median(shares);
  // A norm of everybody leaves nothing to aim at.
  if (norm >= 1) return { kind: 'share', norm: 0.9, target: 1, basis: { kind: 'peers', n: shares.length, fit: 'house-spread' } };
  return { kind: 'share', norm, target: (norm + 1) / 2, basis: { kind: 'peers', n: shares.length, fit: 'house-spread' } };
}
