import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { all, attr, before, closest, contains, matches, one, parent, text } from '../../reading/dom';
import { absent, agreed, exact, unread } from '../../reading/readings';
import { type Card, formatIn, ownMatches, strayNumber, zero } from './card';
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
  const [button] = own(tracked('like-cta'));
  const [actor] = own(tracked('feed-actor-name'));
  const bar = button && parent(button);
  const row = bar && before(bar);
  // Counters stand in the row right above the buttons. A comment's have the same names.
  const misplaced = (part: Element) => (bar ? parent(part) !== row : closest(part, test('entity-lockup', '$')) !== null);
  const [words] = own(test('__commentary', '$'));
  const [[likes, more], [comments, others]] = ['reactions', 'comments'].map((of) =>
    own(`[data-num-${of}],${test(`social-actions__${of}`)}`).filter((part) => !misplaced(part)),
  ) as [Element[], Element[]];
  // The row of counters is only there for counters.
  const emptied = !likes && !comments && row && matches(row, '[class*="social-actions"]');
  // A comment has reactions of its own, and never a number of comments.
  const strayed =
    all(post, `[data-num-comments],${test('social-actions__comments')}`).some((part) => closest(part, '.comment')) ||
    own('[data-num-reactions],[data-num-comments]').some(misplaced) ||
    own(test('social-actions__', '^')).some((part) => part === row || !contains(row, part));
  // Without the buttons the counters may be missing too. A number above the buttons that is neither may be either.
  const none = button && !emptied && !strayed && !(row && strayNumber(row, [likes, comments, words, ...all(post, SHARED)]));
  const count = (place: Element | undefined, of: string): Reading => {
    if (!place) return none ? zero() : unread();
    const digits = attr(place, `data-num-${of}`) ?? '';
    // Twice in one post is once too often.
    if (of === 'reactions' ? more : others) return unread('text', text(place));
    const written = /^\d{1,12}$/.test(digits) ? exact(Number(digits), 'embedded', digits) : null;
    return agreed(written, countIn(text(place), style)) ?? unread('text', text(place));
  };
  return {
    names: ['activity', 'attributed'].map((name) => postIn(attr(post, `data-${name}-urn`))).filter((name) => name !== null),
    actor,
    name: text(actor),
    line: own(`${test('entity-lockup', '$')} p`),
    age: '',
    words,
    cards: own(test('article-content')),
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
