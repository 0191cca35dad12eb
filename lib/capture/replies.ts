import type { CommentReading } from '../model/capture';
import { accountNameOf } from '../model/keys';
import type { PageReading } from './assemble';

/** The replies under a post as comments, on networks where they are posts themselves. Who wrote them is not among what is read of a comment. */
export function repliesOf(reading: PageReading): CommentReading[] {
  const { posts, surface } = reading;
  const main = posts.findIndex((post) => post.id === surface.postId);
  if (surface.kind !== 'post' || main < 0) return [];
  const whose = accountNameOf(reading)?.toLowerCase();
  return posts.slice(main + 1).flatMap(({ id, published, author, text, language, flags, answers }) => {
    if (!flags.reply || flags.promoted) return [];
    const byAccount = author !== null && author.toLowerCase() === whose;
    const replyTo = answers && answers !== surface.postId ? answers : null;
    const reply = { id, published, byAccount, replyTo, likedByAccount: null, text: text.slice(0, 1000) };
    return language ? [{ ...reply, language }] : [reply];
  });
}
