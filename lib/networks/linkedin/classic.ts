import type { Reading } from '../../model/reading';
import type { CountStyle } from '../../reading/counts';
import { all, attr, matches, one, text } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { type Card, counted, formatIn, type Own, ownMatches, reactions, shown, zero } from './card';
import { ownerOf, postIn } from './links';

/** By parts of their class names, which have been the same for years. */
const has = (...names: string[]) => names.map((name) => `[class*="${name}"]`).join();
const COUNTS = has('social-details-social-counts');
/** Buttons and counters: far from the window only the shell of a post is there. */
const SOCIAL = `${has('social-action')},${COUNTS}`;
const PARTS = 'li,button';
const SHARED = has('mini-update', 'update-content-wrapper');
const FOREIGN = `${SHARED},${has('comments-comment')}`;

/** Posts of the layout that LinkedIn had until 2026. */
export const CLASSIC = '[data-urn^="urn:li:"]';
export const isClassic = (post: Element): boolean => postIn(attr(post, 'data-urn')) !== null && one(post, SOCIAL) !== null;

/** Takes apart a post of the classic layout. */
export function classicCard(post: Element, style: CountStyle): Card {
  const own = ownMatches(post, FOREIGN);
  const name = postIn(attr(post, 'data-urn'));
  const line = (...parts: string[]) => own(has(...parts.map((part) => `actor__${part}`))).map(shown)[0] ?? '';
  const picture = `${has('components-image', 'shared-image')} img`;
  return {
    names: name ? [name] : [],
    actor: own(`a${has('actor__')},${has('actor__')} a`).find(ownerOf),
    name: line('title', 'name'),
    line: line('description'),
    age: line('sub-description'),
    words: own(has('update-v2__description', 'update-v2__commentary', 'feed-shared-text'))[0],
    quote: one(post, SHARED) !== null,
    format: formatIn(own, [
      ['video', `video,${has('-video')}`],
      ['document', has('components-document', 'shared-document')],
      ['poll', has('components-poll', 'shared-poll')],
      ['link', has('components-article', 'shared-article')],
      [own(picture).length > 1 ? 'carousel' : 'image', picture],
    ]),
    metrics: metricsOf(own, style),
  };
}

function metricsOf(own: Own, style: CountStyle): Card['metrics'] {
  const [box] = own(COUNTS);
  // A number above the buttons that is no known counter may be any of them.
  if (!box && /\p{Nd}/u.test(text(own(has('social-action'))[0]?.previousElementSibling))) return {};
  const [likes, comments] = box ? [one(box, has('__reactions', '__social-proof')), one(box, has('__comments'))] : [];
  const others = (box ? all(box, PARTS) : []).filter(
    (part) => text(part) && !one(part, PARTS) && !likes?.contains(part) && !comments?.contains(part),
  );
  const [shares] = others;
  return {
    likes: likes ? likesIn(likes, style) : zero(),
    comments: comments ? counted(comments, style) : zero(),
    // The only one whose class has no name of its own. A second would be something new, and what is no button lists no reposts.
    shares: !shares ? zero() : others.length === 1 && matches(shares, 'button') ? counted(shares, style) : unread('text', text(shares)),
  };
}

/** "Ada and 29 others" stands beside the plain number, which is concealed then. */
function likesIn(place: Element, style: CountStyle): Reading {
  const number = reactions(text(one(place, has('reactions-count', 'fallback-number'))), style);
  return number.value === null ? reactions(shown(place), style) : number;
}
