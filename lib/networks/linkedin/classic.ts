import type { Reading } from '../../model/reading';
import type { CountStyle } from '../../reading/counts';
import { all, attr, before, closest, contains, matches, one, outermost, text } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { type Card, counted, formatIn, MOST_COUNTERS, type Own, ownMatches, reactions, shown, sole, stem, strayNumber, zero } from './card';
import { ownerOf, postIn } from './links';

/** By parts of their class names, which have been the same for years. */
const has = (...names: string[]) => names.map((name) => `[class*="${name}"]`).join();
const COUNTS = has('social-counts');
/** Buttons and counters: far from the window only the shell of a post is there. */
const SOCIAL = `${has('social-action')},${COUNTS}`;
/** Of the post's own parts, whose names the part around all of them ("update-v2__control-menu-container") shares. */
const ELSEWHERE = has('show-more-text', 'update-v2__description', 'update-v2__commentary', 'update-v2__content', 'actor__');
const PARTS = 'li,button';
const SHARED = has('mini-update', 'update-content-wrapper');
const FOREIGN = `${SHARED},${has('comments-comment')}`;

/** Posts of the layout that LinkedIn had until 2026. Until 2020 only what is around them has their name. */
export const CLASSIC = '[data-urn^="urn:li:"],[data-id^="urn:li:activity:"]';
const nameOf = (post: Element) => postIn(attr(post, 'data-urn') ?? (one(post, CLASSIC) ? null : attr(post, 'data-id')));
export const isClassic = (post: Element): boolean => nameOf(post) !== null && one(post, SOCIAL) !== null;

/** Takes apart a post of the classic layout. */
export function classicCard(post: Element, style: CountStyle): Card {
  const name = nameOf(post);
  const strange = all(post, '[data-urn]').filter((part) => (postIn(attr(part, 'data-urn'))?.id ?? name?.id) !== name?.id);
  const own = ownMatches(post, FOREIGN, strange);
  const lines = (...parts: string[]) => own(has(...parts.map((part) => `actor__${part}`)));
  const line = (...parts: string[]) => lines(...parts).map(shown)[0] ?? '';
  const picture = `${has('components-image', 'shared-image')} img`;
  return {
    names: name ? [name] : [],
    actor: own(`a${has('actor__')},${has('actor__')} a`).find(ownerOf),
    name: line('title', 'name'),
    line: lines('description'),
    age: line('sub-description'),
    words: own(has('update-v2__description', 'update-v2__commentary', 'feed-shared-text'))[0],
    cards: own(has('components-article', 'shared-article')).flatMap((card) => all(card, 'a[href]')),
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
  const boxes = own('[class~="social-details-social-counts"],[class~="feed-shared-social-counts"]');
  const [box] = boxes;
  const parts = box ? all(box, PARTS) : [];
  if (boxes[MOST_COUNTERS] || parts[MOST_COUNTERS]) return {};
  // Two boxes that differ are of two posts.
  if (boxes.some((each) => text(each) !== text(box))) return {};
  // Nor is it the box that stands among the words or beside the author.
  if (box ? boxes.some((each) => closest(each, ELSEWHERE)) : own(COUNTS).length) return {};
  // A number above the buttons that is no known counter may be any of them.
  if (!box && /\p{Nd}/u.test(text(before(own(has('social-action'))[0])))) return {};
  const found = (...names: string[]) => outermost(box ? all(box, has(...names)) : []);
  const [reacted, said] = [found('__reactions', '__social-proof', '__num-likes'), found('__comments', '__num-comments')];
  const [[likes, twiceLiked], [comments, twiceSaid]] = [reacted, said];
  const others = parts.filter((part) => text(part) && !one(part, PARTS) && ![...reacted, ...said].some((known) => contains(known, part)));
  const [shares] = others;
  // The box is only there for counters.
  if (box && !likes && !comments && !shares) return {};
  // Counters outside their box, in each other or there twice, numbers that are no counter, emptied places: nothing is surely zero then.
  const left =
    (box && (strayNumber(box, [likes, comments, ...others]) || all(box, 'li').some((part) => !text(part)))) ||
    [twiceLiked, twiceSaid].some(Boolean) ||
    [...reacted, ...said].some((part) => one(part, 'li')) ||
    own(COUNTS).some((part) => !boxes.some((each) => contains(each, part))) ||
    boxes.length > 1 ||
    !own(has('actor__'))[0] ||
    own('button').some((button) => !contains(box, button) && /^\p{Nd}/u.test(text(button)));
  const none = () => (left ? unread() : zero());
  // The second button is to comment. A counter that has its word counts no reposts.
  const buttons = own('button').filter((button) => closest(button, has('social-action-bar')) && text(button));
  const word = stem(own(`${has('comment-button')},button[id*="action-bar-comment"]`)[0] ?? buttons[1]);
  const isComments =
    (word !== '' && text(shares).toLowerCase().includes(word)) || (shares ? reactions(shown(shares), style).value !== null : false);
  // Before late 2022 (another name of the author's parts) a third counter was the views of a video, and reposts were not counted.
  const reposts = own(has('components-actor'))[0] !== undefined;
  const alone = (part: Element, again: Element | undefined) => !again && !one(part, 'li');
  return {
    likes: likes ? (alone(likes, twiceLiked) ? likesIn(likes, style) : unread()) : none(),
    comments: comments ? (alone(comments, twiceSaid) ? counted(comments, style) : unread()) : isComments ? unread() : none(),
    // The only one whose class has no name of its own. A second would be something new, and what is no button lists no reposts.
    shares: !shares
      ? reposts
        ? none()
        : unread()
      : others.length === 1 && reposts && !isComments && matches(shares, 'button')
        ? counted(shares, style)
        : unread('text', text(shares)),
  };
}

/** "Ada and 29 others" stands beside the plain number, which is concealed then; until 2019 "30 Likes" was all. */
function likesIn(place: Element, style: CountStyle): Reading {
  if (matches(place, has('num-likes'))) return counted(place, style);
  const number = reactions(text(one(place, has('reactions-count', 'fallback-number'))), style);
  return sole(place, number.value === null ? reactions(shown(place), style) : number, style);
}
