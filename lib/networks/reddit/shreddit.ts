import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all, attr, closest, contains, matches, one, parent, text } from '../../reading/dom';
import { hidden, unread } from '../../reading/readings';
import { type Facts, hasDigit, whole } from './facts';

/** The layout of today: posts are custom elements that carry their figures as attributes. */
export const SHREDDIT = 'shreddit-post,shreddit-ad-post';
/** A search result's row of counts: votes, then comments. */
const COUNTERS = '[data-testid="search-counter-row"]';
/** Search results, which are other elements; one may stand inside the other. */
export const RESULT = '[data-testid="search-post-unit"],[data-testid="search-sdui-post"],[data-testid="sdui-post-unit"]';
const NUMBER = 'faceplate-number';
const VOTE = '[data-post-click-location="vote"]';
const COMMENTS = '[name="comments-action-button"]';

/** What kinds of posts are called. Cross-posts have nothing of their own, and of rich text ("multi_media") it is not known what it holds. */
const FORMATS: Record<string, Format> = {
  text: 'text',
  self: 'text',
  image: 'image',
  gif: 'image',
  gallery: 'carousel',
  video: 'video',
  link: 'link',
  poll: 'poll',
};

/** Takes apart a post element of today. */
export function shredditFacts(post: Element): Facts {
  const own = (selector: string) => all(post, selector).filter((part) => closest(part, SHREDDIT) === post);
  const type = attr(post, 'post-type') ?? '';
  const body = own('[slot="text-body"]').find((part) => parent(part) === post);
  const words = (body && one(body, '[property="schema:articleBody"],[id$="-post-rtjson-content"],.md')) ?? undefined;
  return {
    name: attr(post, 'id') ?? attr(post, 'post-id'),
    link: attr(post, 'permalink'),
    author: attr(post, 'author'),
    published: zoned(attr(post, 'created-timestamp')),
    format: FORMATS[type] ?? null,
    title: attr(post, 'post-title') ?? text(own('[slot="title"]')[0]),
    body: text(words),
    words,
    target: attr(post, 'content-href'),
    language: attr(post, 'post-language'),
    // Every post holds the pin, and most hide it by a class.
    pinned: own('svg.stickied-status,shreddit-status-icons svg[icon-name^="pin"]').some((icon) => !closest(icon, '.hidden')),
    promoted: matches(post, 'shreddit-ad-post,[promoted],[is-promoted],.promotedlink'),
    crosspost: type === 'crosspost',
    likes: score(post),
    comments: whole(attr(post, 'comment-count')) ?? shown(post, COMMENTS) ?? unread('embedded', attr(post, 'comment-count') ?? undefined),
  };
}

/** The element's own part of the page, where its buttons are; what it shows of another post is outside. */
const inside = (post: Element, selector: string): Element | null => (post.shadowRoot ? one(post.shadowRoot, selector) : null);

function shown(post: Element, place: string): Reading | null {
  return whole(attr(inside(post, `${place} ${NUMBER}`), 'number'));
}

/** The score. A community may hide it for the first hours: then a word stands for the number, whatever the attribute says. */
function score(post: Element): Reading {
  const said = attr(post, 'score') ?? undefined;
  const vote = inside(post, VOTE);
  if (vote && !one(vote, NUMBER) && !hasDigit(text(vote))) return Number(said) > 0 ? hidden() : unread('embedded', said);
  return whole(said) ?? shown(post, VOTE) ?? unread('embedded', said);
}

/** Times are written "…+0000", which not every engine takes for a date. */
const zoned = (time: string | null) => isoMoment(time?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));

/** Takes apart a search result. */
export function resultFacts(post: Element): Facts {
  const counters = all(post, COUNTERS);
  const [likes, comments, more] = counters.length === 1 ? all(post, `${COUNTERS} ${NUMBER}`) : [];
  // Votes, then comments, each in a part of its own.
  const apart = likes && comments && !more && parent(likes) !== parent(comments) && !contains(likes, comments);
  const count = (number: Element | undefined) => (apart ? whole(attr(number, 'number')) : null) ?? unread();
  const title = one(post, 'a[href*="/comments/"]');
  const titled = one(post, '[data-testid^="post-title"]');
  return {
    name: null,
    link: attr(title, 'href'),
    author: null,
    published: zoned(attr(one(post, 'faceplate-timeago[ts]'), 'ts') ?? attr(one(post, 'time[datetime]'), 'datetime')),
    format: null,
    title: text(titled) || (attr(titled, 'aria-label') ?? ''),
    body: '',
    pinned: false,
    promoted: closest(post, '.promotedlink,shreddit-ad-post') !== null,
    crosspost: false,
    likes: count(likes),
    comments: count(comments),
  };
}
