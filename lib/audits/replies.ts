import type { Measure, Unmeasured } from './audit';
import type { Facts } from './facts';
import { counted, unmeasured } from './measured';
import { type Thread, threadsOf } from './threads';

/** Comments that the brand could answer, or why there are none to look at. */
export function answerable({ comments, peers }: Facts): Thread[] | Unmeasured {
  if (!comments.length) return unmeasured('not-captured', 'no-comments', 'comments');
  const elsewhere = peers.flatMap((peer) => peer.comments);
  return threadsOf(comments, elsewhere) ?? unmeasured('hidden', 'threads-not-shown', 'comments');
}

/** Part of the comments that were answered; the posts with comments still open come first. */
export function answered(threads: Thread[], fewest: number): Measure | Unmeasured {
  if (threads.length < fewest) return unmeasured('too-few', 'too-few-comments', 'comments');
  const open = threads.filter(({ answer }) => answer === null).map(({ postKey }) => postKey);
  const all = threads.map(({ postKey }) => postKey);
  return counted(threads.length - open.length, threads.length, [...new Set([...open, ...all])]);
}
