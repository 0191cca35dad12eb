import type { CommentReading } from '../../model/capture';
import { all, closest, one, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { COMMUNITY, isOutermost, linked, linksIn, only, onlyChannelIn, ownText, shown } from './elements';
import { channelLink } from './links';
import { ageOf } from './numbers';
import { ownerOf } from './watch';

const COMMENT = 'ytd-comment-view-model,ytd-comment-renderer';
const WORDS = '#content-text';
const GIVEN = '[is-hearted]';
const LONGEST_TEXT = 1000;
const MOST = 1000;

/** Id that the link on a comment's date carries; a reply's is its thread's, a dot and its own. */
const commentLink = (href: string | null) => /[?&]lc=([\w.-]{10,150})/.exec(href ?? '')?.[1] ?? null;

/** The comments of a video or of a text post, as far as the page has loaded them. */
export function commentsOf(page: Document, at: PageContext): CommentReading[] {
  const owner = ownText(page, at) ?? ownerOf(page);
  const account = owner && onlyChannelIn(owner);
  const marks = one(page, GIVEN);
  const found = all(page, COMMENT).filter((comment) => isOutermost(comment, `${COMMENT},${COMMUNITY}`));
  const comments = found.slice(0, MOST).map((comment): CommentReading => {
    // What a comment says may link to anybody.
    const links = linksIn(comment).filter((link) => !closest(link, WORDS));
    const id = only(linked(links, commentLink));
    const heart = shown(comment, 'ytd-creator-heart-renderer,#creator-heart-button');
    const mine = !!account && linked(links, channelLink)[0] === account;
    return {
      id,
      published: ageOf(text(one(comment, '#published-time-text,.published-time-text')), at),
      byAccount: mine || !!one(comment, 'ytd-author-comment-badge-renderer[creator]'),
      replyTo: /^(.+?)\./.exec(id ?? '')?.[1] ?? null,
      // To the channel itself every comment offers a heart; it is given where it says so.
      likedByAccount: !!heart && (marks ? !!one(comment, GIVEN) : !shown(heart, '#unhearted')),
      text: text(one(comment, WORDS)).slice(0, LONGEST_TEXT),
    };
  });
  // Highlighted comments stand there twice.
  return [...new Map(comments.map((comment) => [comment.id ?? comment, comment])).values()];
}
