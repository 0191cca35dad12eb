import { median } from 'simple-statistics';
import type { Format } from '../../model/vocabulary';
import type { Criterion } from '../audit';
import type { Facts } from '../facts';
import { partOf, unknown, unmeasured } from '../measured';
import { perBrand } from '../per-brand';
import { FEWEST_PEERS } from '../reference';

const FEWEST_POSTS = 12;

/**
 * Part of the formats of a network that the brand uses. Which formats a network has is read from what the brands of the study publish there, since lists
 * of "recommended" formats have no source.
 */
export const formats: Criterion = {
  ...{ id: 'formats', code: 'C3', category: 'content', keys: ['content'], weight: 3, version: 1 },
  ...{ needs: ['posts'], scope: 'network', effort: 'M' },
  measure(facts) {
    const posts = facts.used.filter(({ format }) => format);
    if (posts.length < FEWEST_POSTS) return unknown('too-few-posts');
    const all = formatsSeen(facts);
    if (all.size < 2) return unmeasured('not-applicable', 'one-format', null);
    const own = new Map(posts.map(({ format, postKey }) => [format, postKey]));
    return partOf(own.size, all.size, [...own.values()]);
  },
  curve(facts) {
    const all = formatsSeen(facts).size;
    const shares = facts.peers.filter(({ used }) => used.length >= FEWEST_POSTS).map((peer) => formatsIn(peer, facts.records).size / all);
    if (shares.length < FEWEST_PEERS) return { kind: 'share', norm: 0.5, target: 0.9, basis: { kind: 'house' } };
    const norm = Math.min(0.8, median(shares));
    return { kind: 'share', norm, target: 0.9, basis: { kind: 'peers', n: shares.length, fit: 'house-spread' } };
  },
};

const formatsIn = perBrand(
  ({ used }): Set<Format> => new Set(used.flatMap(({ format }) => (format && format !== 'repost' ? [format] : []))),
);
const formatsSeen = (facts: Facts): Set<Format> =>
  new Set([facts, ...facts.peers].flatMap((brand) => [...formatsIn(brand, facts.records)]));
