import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { MetricName } from '../../model/vocabulary';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { exact, unread } from '../../reading/readings';
import { type Item, isItem, nameOf, valuesOf } from './items';

const COUNTED: MetricName[] = ['likes', 'comments', 'shares', 'saves', 'views'];
/** What each metric is called, in groups of one meaning: the first group that is there counts. Old names began with User. */
const NAMES: Record<'likes' | 'comments' | 'shares' | 'saves' | 'views', string[][]> = {
  likes: [['LikeAction', 'UserLikes'], ['AgreeAction'], ['VoteAction', 'upvoteCount']],
  comments: [['CommentAction', 'UserComments', 'commentCount'], ['ReplyAction'], ['answerCount']],
  shares: [['ShareAction']],
  saves: [['BookmarkAction']],
  views: [['ViewAction', 'UserPageVisits'], ['WatchAction', 'PlayAction', 'UserPlays'], ['ReadAction'], ['ListenAction']],
};

/** A count as a page writes it for machines, or for people. */
export function countOf(value: unknown, style: CountStyle, from: Reading['from']): Reading {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 && value <= 1e13 ? exact(value, from, `${value}`) : unread(from);
  const said = typeof value === 'string' ? value.trim().slice(0, 200) : '';
  return /^\d{1,13}$/.test(said)
    ? exact(Number(said), from, said)
    : (readCount(said, style, from) ?? countIn(said, style, from) ?? unread(from, said || undefined));
}

/** One reading of several that should be the same: the sharpest, if it lies within the bounds of all others. */
function agreed(readings: Reading[]): Reading {
  const exactly = readings.filter(({ as }) => as === 'exact');
  const [sharpest = readings[0]] = exactly;
  const low = sharpest?.low ?? 0;
  const fits = sharpest && readings.every((each) => each.value !== null && low >= (each.low ?? 0) && low <= (each.high ?? 0));
  const same = exactly.length > 0 || readings.every(({ value }) => value === sharpest?.value);
  return fits && same ? sharpest : readings.length === 1 && sharpest ? sharpest : unread(sharpest?.from);
}

/** Kinds of interaction that a counter is for: a name, an address, or an action. */
const kindsOf = (counter: Item): string[] =>
  valuesOf(counter, 'interactionType').flatMap((type) =>
    isItem(type) ? (type.types.length ? type.types : valuesOf(type, '@id', 'name').map(nameOf)) : nameOf(type),
  );

const DISCUSSED = /^(?:Question|DiscussionForumPosting)$/;

/** What an item's counters say, by what they count; '' for a counter that does not say. */
export function countersOf(item: Item, style: CountStyle): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  const add = (name: string, reading: Reading) => found.set(name, [...(found.get(name) ?? []), reading]);
  for (const counter of [...valuesOf(item, 'interactionStatistic'), ...valuesOf(item, 'interactionCount')]) {
    // A video's count without a name is how often it was watched: https://developers.google.com/search/docs/appearance/structured-data/video
    if (/^\d{1,13}$/.test(`${counter}`) && item.types.includes('VideoObject')) add('WatchAction', countOf(counter, style, item.from));
    else if (typeof counter === 'string') {
      // "UserComments:25", the way of before 2014.
      const [, name = '', count] = /^\s*(User\w+)[:\s]\s*(\S+)\s*$/.exec(counter.slice(0, 100)) ?? [];
      if (name) add(name, countOf(count, style, item.from));
    }
    if (!isItem(counter) || valuesOf(counter, 'interactionService').length) continue;
    const values = valuesOf(counter, 'userInteractionCount', 'interactionCount');
    const reading = values.length ? agreed(values.map((value) => countOf(value, style, item.from))) : unread(item.from);
    const kinds = [...new Set(kindsOf(counter).filter((kind) => /^User|Action$/.test(kind)))];
    if (kinds.length === 1 && kinds[0]) add(kinds[0], reading);
    else if (values.length) add('', reading);
  }
  // Only what asks or is discussed is answered and voted on by these names: elsewhere they are a comment's that got there.
  for (const name of ['commentCount', ...(item.types.some((type) => DISCUSSED.test(type)) ? ['answerCount', 'upvoteCount'] : [])]) {
    for (const value of valuesOf(item, name)) if (value !== null) add(name, countOf(value, style, item.from));
  }
  return found;
}

/** The counts of one post. Two numbers for one thing are none. */
export function metricsOf(item: Item, style: CountStyle): PostReading['metrics'] {
  const counters = countersOf(item, style);
  const metrics: PostReading['metrics'] = {};
  const isQuestion = item.types.includes('Question');
  for (const name of COUNTED) {
    const groups = NAMES[name as keyof typeof NAMES];
    // Comments on a question ask back; its answers are what it got.
    const ordered = isQuestion && name === 'comments' && counters.has('answerCount') ? [['answerCount']] : groups;
    const group = ordered.map((names) => names.flatMap((each) => counters.get(each) ?? [])).find((readings) => readings.length);
    if (group) metrics[name] = agreed(group);
    else if (counters.has('')) metrics[name] = unread(item.from);
  }
  return metrics;
}
