import type { Moment } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format } from '../../model/vocabulary';
import { countIn, readCount } from '../../reading/counts';
import { isoMoment, relativeMoment } from '../../reading/dates';
import { all, attr, closest, contains, matches, one, parent, text } from '../../reading/dom';
import { agreed, exact, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { type Facts, hasDigit, oneNumber, whole } from './facts';
import { postId, threadIn } from './links';

/** The old layout: posts of lists and of post pages, and search results. */
export const OLD = '.thing[data-fullname^="t3_"],.search-result[data-fullname^="t3_"]';
/** The layout of 2018–2024: the element has the post's name for an id. */
export const MIDDLE = '.Post[id^="t3_"],[data-testid="post-container"][id^="t3_"]';

const SHOWN_POST = '.crosspost-preview';
/** Reddit is from 2005. */
const FIRST = Date.UTC(2005, 0);

/** Takes apart a post of the old layout. */
export function oldFacts(post: Element, { counts, now }: PageContext): Facts {
  const own = (selector: string) => all(post, selector).filter((part) => closest(part, '.thing,.search-result') === post);
  const mine = (selector: string) => own(selector).filter((part) => !closest(part, SHOWN_POST));
  const [said, second] = mine('.score.unvoted,.search-score');
  const links = mine('.buttons .comments,.search-comments');
  const [replies] = links;
  const data = (name: string) => attr(post, `data-${name}`);
  const points = text(said);
  const shownPoints = second ? null : oneNumber(said);
  const shownScore = shownPoints && positive(points, countIn(shownPoints, counts));
  const shownReplies = links.length === 1 ? countIn(oneNumber(replies), counts) : null;
  const written = whole(data('comments-count'));
  // Without any the link reads "comment", in the page's language.
  const none = replies && matches(replies, '.empty') && !hasDigit(text(replies)) ? exact(0, 'text', text(replies)) : null;
  const crosspost = data('crosspost-root-title') !== null || one(post, SHOWN_POST) !== null;
  const name = data('author') ?? text(own('a.author')[0]);
  const time = Number(data('timestamp'));
  const stamp: Moment | null = time > FIRST && time <= now ? { value: time, low: time, high: time, from: 'attribute' } : null;
  const words = own('.usertext-body .md').find((part) => !closest(part, SHOWN_POST));
  return {
    name: data('fullname'),
    link: data('permalink') ?? attr(replies, 'href'),
    author: name || null,
    published: stamp ?? isoMoment(attr(own('time[datetime]')[0], 'datetime')),
    format: crosspost ? null : oldFormat(post, data),
    title: text(own('a.title,.search-title')[0]),
    body: text(words),
    words,
    target: data('url'),
    pinned: matches(post, '.stickied'),
    promoted: data('promoted') === 'true' || matches(post, '.promoted,.promotedlink'),
    crosspost,
    // A dot stands for a score that is hidden in the first hours, whatever the attribute says.
    // The score is only believed where it is shown.
    likes:
      points && !second && !hasDigit(points)
        ? hidden('text', points)
        : (shownScore && agreed(whole(data('score')) ?? whole(attr(said, 'title')), shownScore)) || unread('text', points),
    comments: (links.length < 2 || shownReplies ? agreed(written, shownReplies ?? none) : null) ?? unread('text', text(replies)),
  };
}

/** A count, unless a sign stands before it. */
const positive = (said: string, count: Reading | null) => (/^[-−–]/.test(said) ? null : count);

function oldFormat(post: Element, data: (name: string) => string | null): Format | null {
  const domain = data('domain') ?? '';
  if (data('is-gallery') === 'true') return 'carousel';
  if (one(post, 'a[href*="reddit.com/poll/"]')) return 'poll';
  if (/^(?:self\.|$)/.test(domain)) return domain ? 'text' : null;
  if (domain === 'i.redd.it') return 'image';
  return domain === 'v.redd.it' ? 'video' : domain === 'reddit.com' ? null : 'link';
}

/** A post has two or three of each; where it has more than this, it is not known which are its own. */
const MOST_PLACES = 50;

/** Takes apart a post of the layout of 2018–2024, whose figures are abbreviated texts. */
export function middleFacts(post: Element, { counts, now }: PageContext): Facts {
  const id = attr(post, 'id') ?? '';
  // An advertisement's element is named after the place that was sold; its links name the post.
  const own = postId(id) ?? threadIn(attr(one(post, 'a[data-click-id="comments"]'), 'href'))?.id ?? null;
  // The score stands between the arrows, at the side and, for narrow windows, once more below; the place is named since late 2019.
  const scores = all(post, '[id^="vote-arrows-t3_"] > div,button[data-click-id="upvote"] + div');
  // A post that is shown inside may have such a link too, to its own page.
  const places = all(post, 'a[data-click-id="comments"],.icon-comment').flatMap((part) => {
    const link = closest(part, 'a[href]');
    return (link && threadIn(attr(link, 'href'))?.id === own ? link : link ? null : parent(part)) ?? [];
  });
  const crowded = scores[MOST_PLACES] || places[MOST_PLACES];
  const read = [...new Set(crowded ? [] : places)]
    .filter((place) => hasDigit(text(place)) && !scores.some((score) => contains(place, score) || contains(score, place)))
    .map((place) => countIn(oneNumber(place), counts));
  const [first] = read;
  const [said = '', other] = new Set(scores.map((score) => oneNumber(score) ?? ''));
  const [time] = all(post, 'a[data-click-id="timestamp"]');
  const link = all(post, 'a[href*="/comments/"]').find((part) => attr(part, 'href')?.includes(`/comments/${own}`));
  const author = /\/user\/([\w-]+)/.exec(attr(one(post, 'a[href*="/user/"]'), 'href') ?? '')?.[1] ?? null;
  return {
    name: own && `t3_${own}`,
    link: attr(link, 'href'),
    author,
    published: relativeMoment(text(time), counts.locale, now),
    format: null,
    title: text(one(post, 'h1,h2,h3')),
    body: '',
    pinned: one(post, '.icon-sticky') !== null,
    promoted: matches(post, '.promotedlink'),
    crosspost: all(post, 'a[href*="/comments/"]').some((part) => !attr(part, 'href')?.includes(`/comments/${own}`)),
    likes:
      other !== undefined || crowded
        ? unread()
        : (readCount(said, counts) ?? (/^[•·]$/.test(said) ? hidden('text', said) : unread('text', said))),
    comments: first && read.every((each) => each?.value === first.value) ? first : unread('text', text(places[0])),
  };
}
