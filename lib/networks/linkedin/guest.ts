import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { attr, one, parent, text } from '../../reading/dom';
import { absent, exact, unread } from '../../reading/readings';
import { type Card, formatIn, ownMatches, zero } from './card';
import { postIn } from './links';

/** Posts on the pages for visitors without an account. */
export const GUEST = '[data-activity-urn]';
const test = (id: string, how = '') => `[data-test-id${how}="${id}"]`;
const tracked = (name: string) => `[data-tracking-control-name$="${name}"]`;
const SHARED = test('feed-reshare-content');
const PICTURE = `${test('feed-images-content')} img`;

/** Takes apart a post of the pages that visitors without an account see. */
export function guestCard(post: Element, style: CountStyle): Card {
  const own = ownMatches(post, `${SHARED},${GUEST},.comment`);
  const [likes, comments] = ['reactions', 'comments'].map((of) => own(`[data-num-${of}],${test(`social-actions__${of}`)}`)[0]);
  // Without the buttons the counters may be missing too. A number above the buttons that is neither may be either.
  const [button] = own(tracked('like-cta'));
  const none = button && (likes || comments || !/\p{Nd}/u.test(text(parent(button)?.previousElementSibling)));
  const count = (place: Element | undefined, of: string): Reading => {
    if (!place) return none ? zero() : unread();
    const digits = attr(place, `data-num-${of}`) ?? '';
    return /^\d{1,12}$/.test(digits)
      ? exact(Number(digits), 'embedded', digits)
      : (countIn(text(place), style) ?? unread('text', text(place)));
  };
  const [actor] = own(tracked('feed-actor-name'));
  return {
    names: ['activity', 'attributed'].map((name) => postIn(attr(post, `data-${name}-urn`))).filter((name) => name !== null),
    actor,
    name: text(actor),
    line: text(own(`${test('entity-lockup', '$')} p`)[0]),
    age: '',
    words: own(test('__commentary', '$'))[0],
    quote: one(post, SHARED) !== null,
    format: formatIn(own, [
      [own(PICTURE).length > 1 ? 'carousel' : 'image', PICTURE],
      ['document', '[data-id*="document"]'],
      ['video', 'video'],
      ['link', test('article-content')],
    ]),
    metrics: { likes: count(likes, 'reactions'), comments: count(comments, 'comments'), shares: absent() },
  };
}
