import type { AccountReading, CommentReading, PostReading } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import { METRIC_NAMES } from '../../lib/model/vocabulary';
import type { Truth } from './pages/data';

/** What a page's reading came to when held against what the page truly says. */
export interface Verdict {
  /** Posts of the account that were read, of those on the page. */
  found: number;
  expected: number;
  /** Metrics with a number or rightly hidden or absent. */
  readings: number;
  unread: number;
  /** In words, each difference; empty when everything is right. */
  wrong: string[];
}

/** A page that says "15 hours ago" was written a while before it is read. */
const READ_LATER = 5 * 60_000;

type Told = number | 'hidden' | 'absent' | undefined;

/** Every exact number and date must equal the truth, every rounded one must hold it, and no number may stand where the page shows none. */
export function verdict(truth: Truth, account: AccountReading, posts: PostReading[], comments: CommentReading[] = []): Verdict {
  const result: Verdict = { found: 0, expected: truth.posts.filter((post) => post.own).length, readings: 0, unread: 0, wrong: [] };
  const judge = (what: string, reading: Reading | undefined, told: Told) => {
    if (reading?.as === 'unread' || (told !== undefined && !reading)) {
      result.unread += 1;
      return;
    }
    if (!reading) return;
    if (agrees(reading, told)) result.readings += 1;
    else result.wrong.push(`${what}: read as ${reading.as} ${reading.low}–${reading.high}, truly ${told ?? 'not shown'}`);
  };
  judge('followers', account.followers, truth.followers ?? undefined);
  if (account.handle?.toLowerCase() !== truth.handle.toLowerCase()) result.wrong.push(`account: ${account.handle}, truly ${truth.handle}`);
  for (const told of truth.posts) {
    const post = posts.find((each) => each.id === told.id);
    if (!post) {
      if (told.own) result.wrong.push(`post ${told.id} was not found`);
      continue;
    }
    if (told.own) result.found += 1;
    for (const name of METRIC_NAMES) judge(`${told.id} ${name}`, post.metrics[name], told.metrics[name]);
    const { low = 0, high = 0, from } = post.published ?? {};
    const slack = from === 'relative' ? READ_LATER : 0;
    if (told.published < low - slack || told.published > high + slack)
      result.wrong.push(`${told.id}: published ${low}–${high}, truly ${told.published}`);
    for (const flag of ['pinned', 'repost', 'quote'] as const)
      if (post.flags[flag] !== told.flags[flag]) result.wrong.push(`${told.id}: ${flag} is ${post.flags[flag]}`);
  }
  for (const told of truth.comments) {
    const comment = comments.find(({ id }) => id === told.id);
    const { low = 0, high = 0 } = comment?.published ?? {};
    const dated = low - READ_LATER <= told.at && told.at <= high + READ_LATER;
    const same = comment?.byAccount === told.byAccount && comment.replyTo === told.replyTo && comment.likedByAccount === told.hearted;
    if (!dated || !same) result.wrong.push(`comment ${told.id}: read as ${JSON.stringify(comment ?? null)}`);
  }
  for (const comment of comments)
    if (!truth.comments.some(({ id }) => id === comment.id)) result.wrong.push(`comment ${comment.id} is not there`);
  for (const post of posts) if (!truth.posts.some((told) => told.id === post.id)) result.wrong.push(`post ${post.id} is not on the page`);
  return result;
}

function agrees(reading: Reading, told: Told): boolean {
  if (typeof told === 'number') {
    if (reading.as === 'exact') return reading.value === told;
    return reading.as === 'rounded' && (reading.low ?? Infinity) <= told && told <= (reading.high ?? -Infinity);
  }
  // Where the page prints nothing, hidden and absent both say so; a number would be invented.
  return reading.as === (told ?? 'absent');
}
