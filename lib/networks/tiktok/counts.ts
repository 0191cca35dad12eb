import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { MetricName } from '../../model/vocabulary';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, concealed, one, parent, text } from '../../reading/dom';
import { numberPieces } from '../../reading/pieces';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { COUNT, countName, named } from './names';

type Metrics = PostReading['metrics'];

/** Names of the counts in an action bar. Saves were nameless ("undefined") until 2026. */
const BAR: [MetricName, RegExp][] = [
  ['likes', /^like-count$/],
  ['comments', /^comment-count$/],
  ['shares', /^share-count$/],
  ['saves', /^(?:undefined|favou?rite|collect|bookmark)-count$/],
];
const VIEWS = named('video-views');
const PLAY = 'svg[class*="Play"]';
const HEART = 'svg[class*="Heart"]';

/** The count that an element shows; where it shows a word instead, its button's label may have it. */
function shownCount(element: Element, counts: CountStyle): Reading {
  const shown = text(element);
  const pieces = numberPieces(element);
  // What has another button or count in it, or numbers side by side, shows the numbers of both.
  if (pieces[1] || one(element, `button,${COUNT}`)) return unread('text', shown);
  // The label of a button that this word alone stands in.
  const button = shown && !pieces[0] ? closest(element, 'button') : null;
  const label = button && !all(button, COUNT)[1] ? attr(button, 'aria-label') : null;
  return readCount(shown, counts) ?? countIn(label, counts, 'label') ?? unread('text', shown);
}

/** The counts of a post's action bar. */
export function barCounts(item: Element, { counts }: PageContext): Metrics {
  const found = all(item, COUNT).filter((element) => !concealed(element));
  const metrics: Metrics = {};
  let known = 0;
  for (const [metric, name] of BAR) {
    const own = found.filter((element) => name.test(countName(element)));
    known += own.length;
    metrics[metric] = own[0] && !own[1] ? shownCount(own[0], counts) : unread();
    // Bars of before 2022 have three buttons; a fourth, or a count of an unknown name, may be the saves.
    const unnamed = found.length > known || all(item, 'button').filter((button) => one(button, '[data-e2e$="-icon"]')).length > 3;
    if (metric === 'saves' && !own[0] && !unnamed) metrics[metric] = absent();
  }
  return metrics;
}

/**
 * The one count of a card. On a profile it is views. Elsewhere it is views or likes, and its test id ("video-views") and the name of what it
 * stands in ("…-like-container") were each used for both, so the icon beside it decides.
 */
export function cardCounts(card: Element, { counts, surface }: PageContext): Metrics {
  const hearts = all(card, HEART).map(parent);
  const plays = hearts[0] ? [] : all(card, PLAY).map(parent).filter(text);
  // Two icons: the number may be either's.
  if (hearts[0] && one(card, PLAY)) return { likes: unread(), views: unread() };
  const likes = hearts[0] ? hearts : all(card, named('explore-card-like-container'));
  const onGrid = surface.kind === 'profile';
  const views = onGrid && !hearts[0] ? all(card, VIEWS) : plays;
  const metrics: Metrics = {};
  if (views[0]) metrics.views = onlyCount(views, counts);
  if (onGrid) return metrics;
  for (const [metric] of BAR) metrics[metric] = absent();
  if (likes[0]) metrics.likes = onlyCount(likes, counts);
  else if (!views[0]) metrics.likes = unread();
  metrics.views ??= likes[0] ? absent() : unread();
  return metrics;
}

/** The count that some elements show; different ones are none. */
function onlyCount([first, ...others]: (Element | null)[], counts: CountStyle): Reading {
  return first && others.every((other) => text(other) === text(first)) ? shownCount(first, counts) : unread();
}
