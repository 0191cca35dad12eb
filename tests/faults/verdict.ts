import type { ReadOutcome } from '../../lib/capture/read-page';
import type { AccountReading, Coverage, PostReading } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import type { MetricName } from '../../lib/model/vocabulary';
import type { Mutation } from './mutate';

/** What a page says before it is changed. */
export interface Truth {
  account: Partial<AccountReading>;
  posts: PostReading[];
  /** What its own data says alone: where the shown number is gone, an older one from there is the page's word too. */
  data: PostReading[];
  /** Coverage of the unchanged page. */
  coverage: Coverage | null;
  html: string;
  /** Other numbers that a person finds for a metric on the page (by post id or "account"), written by hand beside the expected reading. */
  also: Also;
  /** Text and attribute values of each post's element, by post id. */
  values: Map<string, string>;
}

export type Also = Record<string, Partial<Record<string, number[]>>>;

export interface Fault {
  post: string;
  metric: string;
  expected: string;
  got: string;
  excuse?: Excuse;
}

/**
 * The only reasons for which another number than expected is not wrong, since no reader could tell.
 * `moved-in`: the change carried a number with what names it (the unchanged page reads it as this very metric of another post) into a post
 * that shows no such number of its own. A bare number beside or in place of another is not excused.
 * `zero`: the network prints nothing for zero, and the change took everything away that the post had printed, leaving no empty place but one
 * that other posts of the page show too.
 * `said`: the page says this number too, in data or in an older text, as noted beside its expected reading (`also`).
 */
export type Excuse = 'moved-in' | 'zero' | 'said';

/**
 * wrong: a number that the page does not say of this post. excused: the changed page itself says the other number (see `excuse`).
 * harmless: all that the page still shows is read the same. noticed: something was lost, and the reading says so. unnoticed: it does not.
 */
export interface Verdict {
  verdict: 'threw' | 'wrong' | 'excused' | 'harmless' | 'noticed' | 'unnoticed';
  faults: Fault[];
}

const COUNTS = ['followers', 'following', 'posts'] as const;
const isNumber = (reading: Reading | undefined): reading is Reading & { value: number; low: number; high: number } =>
  reading !== undefined && reading.value !== null;
const said = (reading: Reading | undefined) => (reading ? `${reading.as} ${reading.value ?? ''} (${reading.raw ?? ''})` : 'left out');
const overlap = (a: Reading, b: Reading) => Number(a.low) <= Number(b.high) && Number(b.low) <= Number(a.high);
const namesOf = (post: PostReading) => [post.id, ...post.aliases];
const metricsOf = (post: PostReading) => Object.entries(post.metrics) as [MetricName, Reading][];

/** Judges what was read of a changed page. */
export function judge(truth: Truth, mutation: Mutation, outcome: ReadOutcome): Verdict {
  if (!outcome.ok) return { verdict: 'noticed', faults: [] };
  const { posts, account, coverage } = outcome.capture;
  const wrong: Fault[] = [];
  const excused: Fault[] = [];
  /** Differences that a reader should have told of, unless they are what the change itself says. */
  const lost: Fault[] = [];
  const find = (list: PostReading[], post: PostReading) => list.find((each) => namesOf(each).some((name) => namesOf(post).includes(name)));

  for (const post of posts) {
    const meant = find(truth.posts, post);
    if (!meant) {
      const fault = { post: post.id, metric: 'id', expected: 'no such post', got: post.id };
      if (!truth.html.includes(post.id) || borrowed(post, truth.posts, posts)) wrong.push(fault);
      else lost.push(fault);
      continue;
    }
    const data = find(truth.data, post);
    for (const [metric, got] of metricsOf(post)) {
      const expected = meant.metrics[metric];
      if (!isNumber(got) || (isNumber(expected) && overlap(got, expected))) continue;
      const fault = { post: post.id, metric, expected: said(expected), got: said(got) };
      const excuse = excuseFor(truth, mutation, meant, metric, got, data?.metrics[metric]);
      if (excuse) excused.push({ ...fault, excuse });
      else wrong.push(fault);
    }
    if (post.author && meant.author && post.author.toLowerCase() !== meant.author.toLowerCase())
      lost.push({ post: post.id, metric: 'author', expected: meant.author, got: post.author });
    const { published } = post;
    if (published && meant.published && (published.high < meant.published.low || published.low > meant.published.high))
      lost.push({ post: post.id, metric: 'published', expected: String(meant.published.value), got: String(published.value) });
  }

  const other = account.handle && truth.account.handle && account.handle.toLowerCase() !== truth.account.handle.toLowerCase();
  for (const count of COUNTS) {
    const [got, expected] = [account[count], truth.account[count]];
    const fault = { post: 'account', metric: count, expected: said(expected), got: said(got) };
    if (expected === undefined) continue;
    if (isNumber(got) && (other || !isNumber(expected) || !overlap(got, expected))) {
      if (!other && saidToo(truth, 'account', count, got)) excused.push({ ...fault, excuse: 'said' });
      else wrong.push(fault);
    } else if (isNumber(expected) && got.as === 'absent' && !removed(mutation, expected)) lost.push(fault);
  }
  if (other) lost.push({ post: 'account', metric: 'handle', expected: truth.account.handle ?? '', got: account.handle ?? '' });

  for (const meant of truth.posts) {
    const post = find(posts, meant);
    if (!post) {
      const gone = mutation.how === 'delete' && mutation.of === 'node' && namesOf(meant).some((name) => mutation.carried.includes(name));
      if (!gone) lost.push({ post: meant.id, metric: 'post', expected: 'read', got: 'missing' });
      continue;
    }
    for (const [metric, expected] of metricsOf(meant)) {
      const got = post.metrics[metric];
      if (!isNumber(expected) || isNumber(got) || removed(mutation, expected)) continue;
      lost.push({ post: meant.id, metric, expected: said(expected), got: said(got) });
    }
  }

  if (wrong.length) return { verdict: 'wrong', faults: wrong };
  if (lost.length) return { verdict: noticed(truth, coverage, account) ? 'noticed' : 'unnoticed', faults: lost };
  if (excused.length) return { verdict: 'excused', faults: excused };
  return { verdict: 'harmless', faults: [] };
}

function excuseFor(truth: Truth, mutation: Mutation, target: PostReading, metric: MetricName, got: Reading, data?: Reading): Excuse | null {
  const own = target.metrics[metric];
  const { how, carried, clean } = mutation;
  if (got.from === 'embedded' && isNumber(data) && overlap(got, data)) return 'said';
  if (saidToo(truth, target.id, metric, got)) return 'said';
  const shown = isNumber(own) && Boolean(own.raw || own.value);
  const others = truth.posts.filter((post) => post !== target).map((post) => post.metrics[metric]);
  const named = ['move', 'duplicate', 'nest'].includes(how) && Boolean(got.raw && carried.includes(got.raw));
  if (!shown && named && others.some((theirs) => isNumber(theirs) && overlap(theirs, got))) return 'moved-in';
  if (!clean || got.value !== 0 || got.raw || !isNumber(own)) return null;
  const raw = own.raw ?? String(own.value);
  const before = truth.values.get(target.id) ?? '';
  return carried.includes(raw) && times(before, raw) <= times(carried, raw) ? 'zero' : null;
}

const saidToo = ({ also }: Truth, of: string, metric: string, got: Reading): boolean =>
  (also[of]?.[metric] ?? []).some((value) => Number(got.low) <= value && value <= Number(got.high));

const ALNUM = /[\p{L}\p{N}]/u;
/** How often a number or phrase is in a text, and not as a part of a longer word or number. */
function times(whole: string, part: string): number {
  let count = 0;
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + part.length))
    if (!ALNUM.test(whole[at - 1] ?? '') && !ALNUM.test(whole[at + part.length] ?? '')) count += 1;
  return count;
}

/** Whether a post of another id shows the numbers of a post that is now missing: one post's numbers under another's name. */
function borrowed(stray: PostReading, truths: PostReading[], posts: PostReading[]): boolean {
  const missing = truths.filter((meant) => !posts.some((post) => namesOf(post).some((name) => namesOf(meant).includes(name))));
  const numbers = metricsOf(stray).filter(([, got]) => isNumber(got) && got.value > 0);
  const same = ({ metrics }: PostReading) => numbers.every(([metric, got]) => metrics[metric]?.value === got.value);
  return numbers.length > 0 && missing.some(same);
}

/** Whether the change deleted the very text that the number was read from. */
const removed = (mutation: Mutation, reading: Reading) =>
  mutation.how === 'delete' && mutation.carried.includes(reading.raw ?? String(reading.value));

const sum = (tally: Record<string, number | undefined>) => Object.values(tally).reduce<number>((total, count) => total + (count ?? 0), 0);

/** Whether the reading says of itself that something was not read. */
function noticed(truth: Truth, now: Coverage, account: AccountReading): boolean {
  const before = truth.coverage;
  if (!before) return true;
  const more = (metric: 'unread' | 'hidden') => sum(now[metric]) > sum(before[metric]);
  const lessOfAccount = COUNTS.some((count) => account[count].as === 'unread' && truth.account[count]?.as !== 'unread');
  return (
    more('unread') ||
    more('hidden') ||
    now.unreadable > before.unreadable ||
    now.conflicts > before.conflicts ||
    now.seen < before.seen ||
    lessOfAccount
  );
}
