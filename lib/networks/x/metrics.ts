import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, one, text } from '../../reading/dom';
import { absent, exact, unread } from '../../reading/readings';
import { align, near } from './align';
import { numbersIn } from './labels';
import { FIGURES, GROUP, type Tweet, testid } from './tweet';

/** Views are counted for posts since this day (X's announcement of December 2022); bookmarks are public since March 2023. */
const VIEWS_SINCE = Date.UTC(2022, 11, 15);

const SHOWN = testid('app-text-transition-container');
/** Where a shown number is another one than the views. */
const NO_VIEWS = `a:not(${FIGURES}),button,[role="button"],${GROUP}`;

/**
 * The metrics of a post. Buttons and the link to the figures say one number each; the group around them says all that are not
 * zero, in a fixed order and without naming them in a way that we could read in every language: lining it up with what the
 * buttons say tells the rest.
 */
export function metricsOf(tweet: Tweet, published: Moment | null, style: CountStyle): PostReading['metrics'] {
  const made = published?.low ?? Number.NaN;
  // An article has two bars that say the same.
  const button = (...names: string[]) => tweet.own(testid(...names)).at(-1);
  const [reply, repost, like, bookmark] = [
    button('reply'),
    button('retweet', 'unretweet'),
    button('like', 'unlike'),
    button('bookmark', 'removeBookmark'),
  ];
  const said = [
    printed(reply, style),
    printed(repost, style) ?? listed(tweet, style, 'a[href$="/retweets"]', 'a[href$="/with_comments"],a[href$="/quotes"]'),
    printed(like, style) ?? listed(tweet, style, 'a[href$="/likes"]'),
    printed(bookmark, style),
    viewsOf(tweet, made, style),
  ];
  const bar = like ?? repost ?? reply;
  const label = attr(bar && closest(bar, GROUP), 'aria-label') ?? '';
  const states = [repost, like].filter((element) => attr(element, 'data-testid')?.startsWith('un')).length;
  const aligned = align(label, said, states);
  const best = (place: number, mayBeZero = true): Reading => {
    const own = said[place];
    const other = aligned[place];
    if (own?.from === 'label' && own.as !== 'unread') return own;
    return (other?.value || mayBeZero ? other : null) ?? own ?? unread('label', label);
  };
  return {
    comments: best(0),
    shares: best(1),
    likes: best(2),
    saves: bookmark || made >= VIEWS_SINCE || aligned[3]?.value ? best(3) : absent('label'),
    views: best(4, false),
  };
}

/** The number that a button prints: its label has every digit. Null where it prints none (bookmarks in a timeline). */
function printed(button: Element | undefined, style: CountStyle): Reading | null {
  if (!button) return null;
  const label = attr(button, 'aria-label') ?? '';
  const [said, ...more] = numbersIn(label) ?? [Number.NaN];
  // While a number changes both the old and the new one are there.
  const place = one(button, SHOWN);
  const [shown, other] = all(place ?? button, 'span').flatMap((span) => (one(span, 'span') ? [] : text(span) || []));
  const seen = shown && !other ? readCount(shown, style) : null;
  if (said !== undefined)
    return more.length === 0 && (seen ? near(said, seen) : said >= 0) ? exact(said, 'label', label) : unread('label', label);
  if (shown) return seen ?? unread('text', label || shown);
  // X keeps the place of a number and leaves it empty for zero, in every language.
  return place ? exact(0, 'text', label) : null;
}

/**
 * Until 2023 a post's own page printed counts in links to the lists of accounts, and none in its buttons. It counted apart what the button
 * counts together (reposts and quotes), one link each.
 */
function listed(tweet: Tweet, style: CountStyle, ...selectors: string[]): Reading | null {
  const links = selectors.map((selector) => tweet.own(selector)).filter(({ length }) => length > 0);
  const counts = links.map(([link, other]) => (other ? null : countIn(text(link), style)));
  if (counts.length < 2) return counts[0] ?? null;
  const sum = counts.reduce((total, count) => total + (count?.as === 'exact' ? (count.value ?? Number.NaN) : Number.NaN), 0);
  return Number.isNaN(sum) ? null : exact(sum, 'text', counts.map((count) => count?.raw).join(' + '));
}

/** Views: beside the buttons in a list, beside the date on the post's own page; absent where X shows that it counts none. */
function viewsOf(tweet: Tweet, made: number, style: CountStyle): Reading | null {
  const link = tweet.own(FIGURES).find((figures) => closest(figures, GROUP));
  const said = printed(link, style);
  if (said && said.value !== 0) return said;
  if (made < VIEWS_SINCE) return absent('label');
  const [beside, other] = tweet.own(SHOWN).filter((place) => !closest(place, NO_VIEWS));
  return (beside && !other ? readCount(text(beside), style) : null) ?? (link ? absent('label') : null);
}
