import { varietyOf } from '../../benchmark/content';
import type { Criterion } from '../audit';
import { fromFigure } from '../measured';

/**
 * How evenly the posts are spread over themes: the analyst's where there are any, else hashtags. Too even has no thread, too uneven says one thing
 * only; the band is ours.
 */
export const variety: Criterion = {
  ...{ id: 'variety', code: 'C2', category: 'content', keys: ['content'], weight: 3, version: 1 },
  ...{ needs: ['texts', 'posts'], scope: 'brand', effort: 'M' },
  measure({ used, records, given }) {
    const topics = used.some(({ postKey }) => given.tags?.[postKey]?.topic !== undefined);
    const figure = varietyOf(used, ({ postKey }) => {
      const topic = given.tags?.[postKey]?.topic;
      const tags = topics ? (topic === undefined ? [] : [topic]) : (records.get(postKey)?.hashtags ?? []);
      return new Set(tags.map((tag) => tag.normalize().toLowerCase()));
    });
    return fromFigure(figure, 'fraction');
  },
  curve: () => ({ kind: 'band', low: 0.55, high: 0.95, basis: { kind: 'house' } }),
};
