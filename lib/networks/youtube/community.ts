import type { PostReading } from '../../model/capture';
import { all, closest, concealed, one, tagOf, text } from '../../reading/dom';
import type { PageContext } from '../network';
import { COMMUNITY, isOutermost, labelOf, linked, lone, only, outside } from './elements';
import { channelLink, postLink, videoOf } from './links';
import { type Button, likeButton } from './numbers';
import { textPost } from './text-post';

const REPLY = '#reply-button-end';
const VOTES = '#vote-count-middle';
const LIKE_LABELS = `${VOTES},#like-button [aria-label]`;
/** Words and what hangs on them may link to any post or channel. */
const FOREIGN = '#content-text,#content-attachment';

/** Whether a text post belongs to the page's list: beside a video stand none. */
export const ownsText = (post: Element, at: PageContext): boolean => !videoOf(at) && isOutermost(post, COMMUNITY);

/** Reads one; null when no link, or links to several posts, say which it is. */
export function readCommunity(post: Element, at: PageContext): PostReading | null {
  const own = (selector: string) => all(post, selector).filter((element) => closest(element, COMMUNITY) === post && !concealed(element));
  const links = own('a[href]');
  const permalinks = links.filter((link) => !closest(link, FOREIGN));
  const id = only(linked(permalinks, postLink));
  if (!id) return null;
  const inner = all(post, COMMUNITY);
  const attached = [...own('#content-attachment *'), ...inner].map((element) => tagOf(element));
  const labels = own(LIKE_LABELS)
    .filter((each) => !closest(each, REPLY))
    .map(labelOf);
  const pressed = !!own('#like-button [aria-pressed="true"]')[0];
  const replies = own(`${REPLY}:has(a,button)`);
  const facts = {
    author: only(linked(own('#author-text,#author-thumbnail a'), channelLink)),
    age: only(own('#published-time-text').map(text)),
    title: own('#content-text').map(text).find(Boolean) ?? '',
    links: outside(
      links.filter((link) => closest(link, FOREIGN)),
      at.url,
    ),
    attached: attached.join(),
    shared: !!inner[0],
    likes: own(VOTES).map((vote) => likeButton(closest(vote, REPLY) ? null : lone(vote), labels, pressed)),
    comments:
      own('#action-buttons,#toolbar')[0] && !replies[0]
        ? null
        : replies.map(
            (reply): Button => [one(reply, VOTES) ? null : lone(reply), ...all(reply, '[aria-label]:not([aria-pressed])').map(labelOf)],
          ),
  };
  return textPost(id, facts, at);
}
