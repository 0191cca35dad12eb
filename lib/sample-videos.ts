import { coverageOf } from './capture/coverage';
import type { AccountReading, Capture, CommentReading, Moment, PostReading } from './model/capture';
import type { MetricName } from './model/vocabulary';
import { exact } from './reading/readings';
import { ANSWERS, COMMENTS } from './sample-texts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** As many comments as a page has loaded before anybody scrolls. */
const MOST_COMMENTS = 12;

/** A video that somebody opened: what its own page says of it, with exact counts. */
export interface Watched {
  time: number;
  reading: Omit<PostReading, 'metrics'>;
  counts: Record<Extract<MetricName, 'likes' | 'comments' | 'views'>, number>;
}

/** A capture of a video's own page with the first of its comments. `answers` is the part of them that the channel answers. */
export function watchCapture(
  { time, reading, counts }: Watched,
  account: AccountReading,
  takenAt: number,
  answers: number,
  next: () => number,
): Capture {
  const { likes, comments, views } = counts;
  const metrics = { likes: exact(likes, 'label'), comments: exact(comments, 'text'), views: exact(views, 'embedded') };
  const post: PostReading = { ...reading, published: { value: time, low: time, high: time, from: 'embedded' }, metrics };
  const threads = Array.from({ length: Math.min(MOST_COMMENTS, comments) }, (_, i) =>
    threadOf(`sample-${reading.id}-${i}`, time, takenAt, answers, next),
  );
  return {
    ...{ id: `sample-watch-${reading.id}`, takenAt, url: reading.url ?? '', network: 'youtube', adapter: 1, locale: 'fr' },
    surface: { kind: 'post', handle: account.handle, postId: reading.id },
    account,
    posts: [post],
    comments: threads.flat(),
    coverage: coverageOf([post], { seen: 1, unreadable: 0, others: 0, conflicts: 0, partial: null }),
    ms: 12,
  };
}

/** A comment, mostly of the first days, and perhaps the channel's answer. */
function threadOf(id: string, time: number, takenAt: number, answers: number, next: () => number): CommentReading[] {
  const room = takenAt - time;
  const asked = Math.min(room / 2, -1.5 * DAY * Math.log(1 - next()));
  const waited = Math.min(room / 2, -9 * HOUR * Math.log(1 - next()));
  const [comment, answer, likes, answered] = [pick(COMMENTS, next), pick(ANSWERS, next), next() < answers / 2, next() < answers];
  const written = { id, published: relative(time + asked, takenAt), byAccount: false, replyTo: null, likedByAccount: likes, text: comment };
  if (!answered) return [written];
  const published = relative(time + asked + waited, takenAt);
  return [written, { id: `${id}.1`, published, byAccount: true, replyTo: id, likedByAccount: false, text: answer }];
}

const pick = (texts: readonly string[], next: () => number) => texts[Math.floor(next() * texts.length)] ?? '';

/** "3 weeks ago": the interval that it stands for. */
export function relative(time: number, now: number): Moment {
  const age = now - time;
  const unit = age < DAY ? HOUR : age < 7 * DAY ? DAY : age < 30 * DAY ? 7 * DAY : 30 * DAY;
  const high = now - Math.floor(age / unit) * unit;
  return { value: high - unit / 2, low: high - unit, high, from: 'relative' };
}
