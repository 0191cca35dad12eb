import { typicalFigure, viewRate as viewsByFollowers } from '../../benchmark/measures';
import type { Figure } from '../../benchmark/result';
import type { Format } from '../../model/vocabulary';
import type { Criterion } from '../audit';
import { fromFigure, unknown, unmeasured } from '../measured';
import { perBrand } from '../per-brand';
import { againstFew, againstPeers } from '../reference';

const VIDEOS: readonly (Format | null)[] = ['video', 'short', 'live'];

/** Typical views of a video by followers. Only of videos: what counts as a view of anything else differs too much. */
export const viewRate: Criterion = {
  ...{ id: 'viewRate', code: 'E5', category: 'engagement', keys: ['content'], weight: 4, version: 1 },
  ...{ needs: ['posts', 'followers', 'reference'], scope: 'network', effort: 'L' },
  measure(facts) {
    if (!facts.posts.length) return unknown('no-posts');
    if (!facts.posts.some(({ format }) => VIDEOS.includes(format))) return unmeasured('not-applicable', 'no-video', null);
    return fromFigure(figureOf(facts, facts.records), 'fraction', 5);
  },
  curve(facts) {
    const values = facts.peers.flatMap((peer) => figureOf(peer, facts.records).value ?? []);
    return againstPeers(values) ?? againstFew(values) ?? unmeasured('unscored', 'no-peers-or-norm', 'reference');
  },
};

const figureOf = perBrand(({ used, accounts }): Figure => {
  const records = new Map(accounts.map((account) => [account.accountKey, account]));
  const videos = used.filter(({ format }) => VIDEOS.includes(format));
  return typicalFigure(videos, (post) => viewsByFollowers(post, records.get(post.accountKey)));
});
