import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { ReadingSource } from '../../model/vocabulary';
import { exact, hidden, unread } from '../../reading/readings';
import { ownerIn, postIn, postUrl, publishedOf } from './links';

type Thing = { [key: string]: unknown };
const LONGEST_TEXT = 2000;

const at = (node: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value ? (value as Thing)[key] : undefined), node);
const words = (node: unknown, ...path: string[]): string => {
  const value = at(node, ...path);
  return typeof value === 'string' ? value : '';
};

/**
 * Posts in the data that the classic layout loads, and carries in its document as `code[id^=bpr-guid]`. Pages are read without it: what is
 * shown there is exact already. It is a flat list of entities that name each other, posts their counts in two steps.
 */
export function postsInData(data: unknown, now: number, from: ReadingSource): PostReading[] {
  const included = at(data, 'included');
  const entities = new Map((Array.isArray(included) ? included : []).map((entity: unknown) => [words(entity, 'entityUrn'), entity]));
  return [...entities.values()].flatMap((update) => {
    const detail = entities.get(words(update, '*socialDetail'));
    const counts = entities.get(words(detail, '*totalSocialActivityCounts'));
    const [own, counted] = [words(update, 'metadata', 'backendUrn'), words(counts, 'urn')].map((urn) =>
      /aggregate/.test(urn) ? null : postIn(urn),
    );
    // Several people's shares of one post are one entry, which goes by the post.
    const name = own ?? counted;
    if (!name || !counts) return [];
    const count = (of: string): Reading => {
      const value = at(counts, of);
      if (at(detail, 'hideSocialCountsIfAllowed') === true) return hidden(from);
      return typeof value === 'number' && value >= 0 && value % 1 === 0 ? exact(value, from, `${value}`) : unread(from);
    };
    return [
      {
        id: name.id,
        aliases: counted && counted.id !== name.id ? [counted.id] : [],
        url: postUrl(name),
        author: ownerIn(words(update, 'actor', 'navigationContext', 'actionTarget'))?.handle ?? null,
        published: publishedOf(name.id, now),
        format: null,
        text: words(update, 'commentary', 'text', 'text').replace(/\s+/gu, ' ').trim().slice(0, LONGEST_TEXT),
        flags: { pinned: false, promoted: /sponsored/.test(words(update, 'entityUrn')), repost: false, quote: false, reply: false },
        metrics: { likes: count('numLikes'), comments: count('numComments'), shares: count('numShares') },
      },
    ];
  });
}
