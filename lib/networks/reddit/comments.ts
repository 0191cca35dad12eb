import type { CommentReading } from '../../model/capture';
import { isoMoment } from '../../reading/dates';
import { all, attr, closest, concealed, matches, one, parent, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { postId, same } from './links';
import { postsOf, readPost } from './post';

const TODAY = 'shreddit-comment[thingid]';
const OLD = '.thing.comment[data-fullname^="t1_"]';
const ANY = `${TODAY},${OLD}`;
const LONGEST_TEXT = 1000;
const MOST_COMMENTS = 1000;

const commentId = (name: string | null): string | null => /^t1_([a-z0-9]{2,12})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? null;
const idOf = (comment: Element | null): string | null => commentId(attr(comment, 'thingid') ?? attr(comment, 'data-fullname'));

/** The comments on the post of this page, in today's layout and the old one; those still folded away ("14 more replies") are not there. */
export function redditComments(page: Document, at: PageContext): CommentReading[] {
  const { postId: id } = at.surface;
  const post = postsOf(page, at).find((each) => readPost(each, at)?.id === id);
  const author = post ? (attr(post, 'author') ?? attr(post, 'data-author')) : null;
  const read = new Map<string, CommentReading>();
  for (const comment of all(page, ANY).slice(0, MOST_COMMENTS)) {
    const name = idOf(comment);
    const about = postId(attr(comment, 'postid'));
    if (!name || read.has(name) || (about !== null && about !== id) || concealed(comment)) continue;
    const own = (selector: string) => all(comment, selector).find((part) => closest(part, ANY) === comment);
    const today = matches(comment, TODAY);
    const writer = attr(comment, 'author') ?? attr(comment, 'data-author');
    const above = parent(comment);
    const body = today ? own('[slot="comment"]') : own('.usertext-body');
    read.set(name, {
      id: name,
      published: isoMoment(attr(own('time[datetime]'), 'datetime')) ?? isoMoment(attr(own('faceplate-timeago[ts]'), 'ts')),
      byAccount: writer !== null && author !== null && same(writer, author),
      replyTo: today ? commentId(attr(comment, 'parentid')) : idOf(above && closest(above, ANY)),
      likedByAccount: null,
      text: text(body && (one(body, '.md') ?? body)).slice(0, LONGEST_TEXT),
    });
  }
  return [...read.values()];
}
