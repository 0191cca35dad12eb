import { groupedBy } from '../model/grouped';
import type { CommentFact, PostComments } from './given';

/** A comment by somebody else on the brand's post, and whether the brand answered it. */
export interface Thread {
  postKey: string;
  comment: CommentFact;
  /** The brand's first answer; null where it has none in the page. */
  answer: CommentFact | null;
  /** When the comment was last looked at: a later capture may have it folded away. */
  seenAt: number;
}

interface SeenComment extends CommentFact {
  seenAt: number;
}

/** Whether a comment is known by a name of its own; "~" and a place is one in a single capture alone. */
const isNamed = ({ id }: CommentFact): boolean => id !== null && !id.startsWith('~');

/** Each post once: its comments as last seen, those with an id of their own from all captures of its page. */
function merged(comments: readonly PostComments[]): { postKey: string; comments: SeenComment[] }[] {
  return [...groupedBy(comments, ({ postKey }) => postKey)].map(([postKey, captures]) => {
    const ordered = [...captures].sort((a, b) => a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1));
    const known = new Map<string, SeenComment>();
    for (const { takenAt, comments: all } of ordered)
      for (const comment of all) if (isNamed(comment)) known.set(`${comment.id}`, { ...comment, seenAt: takenAt });
    const nameless = ordered
      .slice(-1)
      .flatMap(({ takenAt, comments: all }) => all.flatMap((each) => (isNamed(each) ? [] : [{ ...each, seenAt: takenAt }])));
    return { postKey, comments: [...known.values(), ...nameless] };
  });
}

/** Comments on a brand's posts by anybody else. */
export const othersIn = (comments: readonly PostComments[]): { postKey: string; comment: CommentFact }[] =>
  merged(comments).flatMap(({ postKey, comments: all }) =>
    all.filter(({ byAccount }) => !byAccount).map((comment) => ({ postKey, comment })),
  );

/**
 * Comments that a brand could answer (those that answer the post itself), each with the brand's first answer. Null where no comment at all says which
 * one it answers: then the page does not show it, and silence could be anything.
 */
export function threadsOf(comments: readonly PostComments[], elsewhere: readonly PostComments[]): Thread[] | null {
  const shown = [...comments, ...elsewhere].some((capture) => capture.comments.some(({ replyTo }) => replyTo !== null));
  if (!shown) return null;
  return merged(comments).flatMap(({ postKey, comments: all }) => {
    const answers = groupedBy(
      all.filter(({ byAccount, replyTo }) => byAccount && replyTo !== null),
      ({ replyTo }) => replyTo,
    );
    return all
      .filter(({ byAccount, replyTo, id }) => !byAccount && replyTo === null && id !== null)
      .map((comment): Thread => ({ postKey, comment, answer: firstOf(answers.get(comment.id)), seenAt: comment.seenAt }));
  });
}

const timeOf = ({ published }: CommentFact) => published?.value ?? Number.POSITIVE_INFINITY;
const firstOf = (answers: CommentFact[] | undefined): CommentFact | null =>
  answers?.reduce((first, each) => (timeOf(each) < timeOf(first) ? each : first)) ?? null;
