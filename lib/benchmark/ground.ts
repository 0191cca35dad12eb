import type { PostState } from '../model/rollup';
import { METRIC_NAMES, type MetricName, NETWORK_IDS, type NetworkId } from '../model/vocabulary';
import { type Counted, INTERACTIONS } from './interactions';

/** A count that is left out of a comparison, because at least one side does not show it. */
export interface LeftOutMetric {
  network: NetworkId;
  metric: MetricName;
  /** Who does not show it. */
  by: 'a' | 'b' | 'both';
}

/** What two brands can be compared on. */
export interface Ground {
  /** Networks on which both have posts. */
  networks: NetworkId[];
  /** Networks on which only one has. */
  alone: { network: NetworkId; who: 'a' | 'b' }[];
  /** Counts that both show, by network. */
  shown: Counted;
  /** Of these, what counts as an interaction. */
  counted: Counted;
  /** Interactions that are not counted on either side, so that both are counted alike. */
  leftOut: LeftOutMetric[];
}

/** A brand shows a count if at least this part of its posts does; a count that we failed to read says nothing about it. */
const SHOWN_FROM = 0.5;

/**
 * The common ground of two brands: networks where both are, and there only the counts that both show. A brand that hides its likes is not
 * compared by likes and comments with one that shows them, but by comments alone, on both sides.
 */
export function groundOf(a: PostState[], b: PostState[]): Ground {
  const ground: Ground = { networks: [], alone: [], shown: {}, counted: {}, leftOut: [] };
  for (const network of NETWORK_IDS) {
    const [inA, inB] = [a, b].map((posts) => posts.filter((post) => post.network === network));
    if (!inA?.length && !inB?.length) continue;
    if (!inA?.length || !inB?.length) {
      ground.alone.push({ network, who: inA?.length ? 'a' : 'b' });
      continue;
    }
    const [byA, byB] = [shownBy(inA), shownBy(inB)];
    ground.networks.push(network);
    ground.shown[network] = METRIC_NAMES.filter((metric) => byA.has(metric) && byB.has(metric));
    ground.counted[network] = INTERACTIONS[network].filter((metric) => byA.has(metric) && byB.has(metric));
    for (const metric of INTERACTIONS[network]) {
      if (byA.has(metric) && byB.has(metric)) continue;
      ground.leftOut.push({ network, metric, by: byA.has(metric) ? 'b' : byB.has(metric) ? 'a' : 'both' });
    }
  }
  return ground;
}

function shownBy(posts: PostState[]): Set<MetricName> {
  const shown = METRIC_NAMES.filter((metric) => {
    let [known, tried] = [0, 0];
    for (const { metrics } of posts) {
      const reading = metrics[metric];
      if (reading?.as === 'unread') continue;
      tried++;
      if (reading && reading.value !== null) known++;
    }
    return known > 0 && known >= SHOWN_FROM * tried;
  });
  return new Set(shown);
}
