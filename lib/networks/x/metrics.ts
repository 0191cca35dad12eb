import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, readCount } from '../../reading/counts';
import { all, attr, before, childCount, closest, contains, matches, one, parent, tagOf, text } from '../../reading/dom';
import { absent, exact, rounded, unread } from '../../reading/readings';
import { align, isLabelled, near, wordless } from './align';
import { numbersIn } from './labels';
import { GROUP, isFigures, onlyCount, type Tweet, testid } from './tweet';

/** Views are counted for posts since this day (X's announcement of December 2022); bookmarks are public since March 2023. */
const VIEWS_SINCE = Date.UTC(2022, 11, 15);

const BUTTON = 'button,[role="button"]';
/** In the order of their places. */
const BUTTONS = ['reply', 'retweet', 'like', 'bookmark'];
const SHOWN = testid('app-text-transition-container');
/** Where a shown number is another one than the views. */
const NO_VIEWS = `a:not([href*="/status/"][href$="/analytics"]),${BUTTON},${GROUP}`;

/** Places of a post's numbers, in the order in which a group's label names them. */
const REPLIES = 0;
const REPOSTS = 1;
const LIKES = 2;
const SAVES = 3;
const VIEWS = 4;

/** The metrics of a post: as a glance tells them, or as a closer look does. */
export const metricsOf = (tweet: Tweet, published: Moment | null, style: CountStyle): PostReading['metrics'] =>
  atAGlance(tweet) ?? closely(tweet, published, style);

/**
 * The metrics of a post whose group names the same numbers, in order, as its places do, each in a label of its own: said twice, they need no
 * look at what is shown of them, which is cut off anyway. What the group leaves out is zero, which its place says too; bookmarks have no
 * label in a list, so that theirs must be the one number more, or zero where the label is nothing but the others. Null for any other post.
 */
function atAGlance(tweet: Tweet): PostReading['metrics'] | null {
  const [reply = [], repost = [], like = [], bookmark] = BUTTONS.map(tweet.marked);
  const bar = like[0] && closest(like[0], GROUP);
  const link = bar && tweet.below.find((each) => isFigures(each) && contains(bar, each.element));
  if (!link || bookmark?.length !== 1) return null;
  const label = attr(bar, 'aria-label') ?? '';
  const numbers = numbersIn(label) ?? [];
  const [comments, shares, likes, views] = [reply, repost, like, [link.element]].map(labelled);
  if (!comments || !shares || !likes || !views?.value) return null;
  let next = 0;
  for (const { value } of [comments, shares, likes]) if (value && numbers[next++] !== value) return null;
  const saved = numbers.length > next + 1 ? numbers[next++] || null : wordless(label) ? null : 0;
  if (saved === null || numbers[next] !== views.value || numbers.length > next + 1) return null;
  return { comments, shares, likes, saves: exact(saved, 'label', label), views };
}

/** The number of a place that is alone of its kind, and whose label says one number. */
function labelled(places: readonly Element[]): Reading | null {
  const label = (places.length === 1 && attr(places[0], 'aria-label')) || '';
  const numbers = numbersIn(label) ?? [];
  return numbers.length === 1 ? exact(numbers[0] as number, 'label', label) : null;
}

/**
 * Buttons and the link to the figures say one number each; the group around them says all that are not
 * zero, in a fixed order and without naming them in a way that we could read in every language: lining it up with what the
 * buttons say tells the rest.
 */
function closely(tweet: Tweet, published: Moment | null, style: CountStyle): PostReading['metrics'] {
  const made = published?.low ?? Number.NaN;
  const buttons = BUTTONS.map((name) => tweet.marked(name).filter((each) => tagOf(each) === 'button' || matches(each, BUTTON)));
  const [reply, repost, like, bookmark] = buttons.map((each) => each.at(-1));
  const button = like ?? repost ?? reply;
  const bar = button ? closest(button, GROUP) : null;
  const [replies, reposts, likes, bookmarks] = buttons.map((each) => agreed(each, style));
  const [alone = null, quotes = null] = [/\/retweets$/, /\/(?:with_comments|quotes)$/].map((page) => listed(tweet, style, page));
  const together = sumOf(alone, quotes);
  const said = [
    replies ?? null,
    either(reposts, together),
    either(likes, listed(tweet, style, /\/likes$/)),
    // In a list the button for bookmarks never prints a number, so one without a label is not its own.
    bookmarks?.from === 'text' ? null : (bookmarks ?? null),
    viewsOf(tweet, bar, made, style),
  ];
  const label = attr(bar, 'aria-label') ?? '';
  // A word in the label may be such a state ("Liked") only where it cannot be the number.
  const states = [repost, like].filter(
    (button, place) => said[place + REPOSTS]?.low != null && attr(button, 'data-testid')?.startsWith('un'),
  ).length;
  const aligned = align(label, said, states);
  const best = (place: number, mayBeZero = true): Reading => {
    const own = said[place];
    const other = aligned?.[place];
    if (own && isLabelled(own)) return own;
    // An empty place says zero, unless the whole label has a number that nobody accounts for; a bare number is this post's, unless the label
    // cannot have it.
    const doubtful = own?.from === 'text' && (own.value === 0 ? spare(label, said, states) : !aligned && place < SAVES);
    return (other?.value || mayBeZero ? other : null) ?? (doubtful ? unread('label', label) : own) ?? unread('label', label);
  };
  const shares = best(REPOSTS);
  return {
    comments: best(REPLIES),
    // Only a label or a button may count quotes with the reposts: no page shows the sum that we make of its two links.
    shares: (shares === together && alone) || shares,
    ...(quotes?.value != null && { quotes }),
    likes: best(LIKES),
    // Views were counted for some months before bookmarks were: without a button, none are none.
    saves: bookmark || aligned?.[SAVES]?.value ? best(SAVES) : made >= VIEWS_SINCE ? unread('label', label) : absent('label'),
    views: best(VIEWS, false),
  };
}

/** Whether a label has more numbers, in digits or in words, than there are places known to have one. */
function spare(label: string, said: (Reading | null)[], states: number): boolean {
  const filled = said.flatMap((reading) => (reading && reading.value !== 0 && reading.as !== 'absent' ? reading.from : []));
  return (numbersIn(label) ?? []).length > filled.length || wordless(label) - states > filled.filter((from) => from === 'text').length;
}

/** What the buttons of one kind print: an article has two bars that say the same. Where they differ one of them is another post's. */
function agreed(buttons: Element[], style: CountStyle): Reading | null {
  if (buttons.length < 2) return printed(buttons[0], style);
  const [one, ...more] = buttons.map((button) => printed(button, style));
  return more.every((other) => other?.value === one?.value && other?.as === one?.as) ? (one ?? null) : unread('label');
}

/** The number that a button prints: its label has every digit. Null where it prints none (bookmarks in a timeline). */
function printed(button: Element | undefined, style: CountStyle): Reading | null {
  if (!button) return null;
  const label = attr(button, 'aria-label') ?? '';
  const [said, ...more] = numbersIn(label) ?? [Number.NaN];
  // Most buttons show what their label says or nothing at all: those need no closer look.
  const whole = text(button);
  if (said !== undefined && !more.length && (whole ? agrees(said, whole, style) : said >= 0)) return exact(said, 'label', label);
  // While a number changes both the old and the new one are there.
  if (one(button, BUTTON)) return unread('label');
  const [place, another] = all(button, SHOWN);
  const [shown, other] = (whole ? all(place ?? button, 'span') : []).flatMap((span) => (one(span, 'span') ? [] : text(span) || []));
  const seen = shown && !other && text(place ?? button) === shown ? readCount(shown, style) : null;
  if (said !== undefined)
    return more.length === 0 && (seen ? near(said, seen) : said >= 0) ? exact(said, 'label', label) : unread('label', label);
  // A number that no label repeats (Arabic writes "two replies" in words) counts only in its own place, right after the icon.
  if (shown) return (seen && !another && place && standsByIcon(place) ? seen : null) ?? unread('text', label || shown);
  // X keeps the place of a number and leaves it empty for zero, in every language.
  return place ? (standsByIcon(place) ? exact(0, 'text', label) : unread('text', label)) : null;
}

/** Whether a text is a count, and may be this number. */
const agrees = (number: number, shown: string, style: CountStyle): boolean =>
  shown === `${number}` || near(number, readCount(shown, style) ?? unread());

/** Whether a place for a number stands where buttons have theirs: alone in the box after that of the icon. */
function standsByIcon(place: Element): boolean {
  const box = parent(place);
  const icon = before(box);
  return childCount(box) === 1 && !!icon && text(icon) === '' && one(icon, 'svg') !== null;
}

/** Until 2023 a post's own page printed counts in links to the lists of accounts, and none in its buttons. */
function listed({ links }: Tweet, style: CountStyle, page: RegExp): Reading | null {
  const [link, other] = links.filter(({ href }) => page.test(href));
  return link ? (!other && onlyCount(link.element, style)) || unread('text') : null;
}

/** What a button and a link print of one place; where they differ one of them is another's. */
const either = (button: Reading | null | undefined, link: Reading | null): Reading | null =>
  button && link && !near(button.value ?? Number.NaN, link) ? unread('text') : (button ?? link);

/** What the group's label names as one: reposts and quotes, which have a link each. */
function sumOf(reposts: Reading | null, quotes: Reading | null): Reading | null {
  if (!reposts || !quotes) return quotes ? unread('text') : reposts;
  const sum = (end: 'value' | 'low' | 'high') => (reposts[end] ?? Number.NaN) + (quotes[end] ?? Number.NaN);
  const [low, high] = [sum('low'), sum('high')];
  if (low === high) return exact(low, 'text');
  return low < high ? rounded(sum('value'), low, high, 'text') : unread('text');
}

/** Views: beside the buttons in a list, beside the date on the post's own page; absent where X shows that it counts none. */
function viewsOf(tweet: Tweet, bar: Element | null, made: number, style: CountStyle): Reading | null {
  const inBar = (link: Element) => (bar && contains(bar, link)) || closest(link, GROUP);
  const link = tweet.below.find((each) => isFigures(each) && inBar(each.element))?.element;
  const said = printed(link, style);
  if (said && said.value !== 0) return said;
  if (made < VIEWS_SINCE) return absent('label');
  const [beside, other] = tweet.own(SHOWN).filter((place) => !closest(place, NO_VIEWS));
  return (beside && !other ? readCount(text(beside), style) : null) ?? (link ? absent('label') : null);
}
