import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, one, text } from '../../reading/dom';
import { absent, exact, unread } from '../../reading/readings';
import { align, near, type Slot } from './align';
import { numbersIn } from './labels';
import { analyticsLink, statusLink, type Tweet, testid } from './tweet';

/** Views are counted for posts since this day (X's announcement of December 2022); bookmarks are public since March 2023. */
const VIEWS_SINCE = Date.UTC(2022, 11, 15);
const BOOKMARKS_SINCE = Date.UTC(2023, 3, 1);

const SHOWN = testid('app-text-transition-container');
const BUTTONS = {
  comments: testid('reply'),
  shares: testid('retweet', 'unretweet'),
  likes: testid('like', 'unlike'),
  saves: testid('bookmark', 'removeBookmark'),
} as const;
const ANY_BUTTON = Object.values(BUTTONS).join();
const DIGIT = /\p{Nd}/u;

/**
 * The metrics of a post. Buttons and the link to the figures say one number each; the group around them says all that are not
 * zero, in a fixed order and without naming them in a way that we could read in every language: lining it up with what the
 * buttons say tells the rest.
 */
export function metricsOf(tweet: Tweet, published: Moment | null, style: CountStyle): PostReading['metrics'] {
  const group = groupOf(tweet);
  const button = (selector: string) => (group && one(group, selector)) ?? tweet.own(selector)[0] ?? null;
  const buttons = {
    comments: button(BUTTONS.comments),
    shares: button(BUTTONS.shares),
    likes: button(BUTTONS.likes),
    saves: button(BUTTONS.saves),
  };
  const comments = printed(buttons.comments, style);
  const shares = printed(buttons.shares, style) ?? repostsBelow(tweet, style);
  const likes = printed(buttons.likes, style) ?? below(tweet, ['likes'], style);
  const saves = printed(buttons.saves, style);
  const views = viewsOf(tweet, group, published, style);

  const label = attr(group, 'aria-label') ?? '';
  const states = [buttons.shares, buttons.likes].filter((element) => attr(element, 'data-testid')?.startsWith('un')).length;
  const slots: Slot[] = [
    { said: comments },
    { said: shares },
    { said: likes },
    { said: saves, some: attr(buttons.saves, 'data-testid') === 'removeBookmark' },
    { said: views },
  ];
  const [a, b, c, d, e] = align(label, numbersIn(label, style) ?? [], slots, states);

  const countsBookmarks = buttons.saves !== null || (published !== null && published.low >= BOOKMARKS_SINCE);
  return {
    comments: best(comments, a) ?? unread('label', label),
    shares: best(shares, b) ?? unread('label', label),
    likes: best(likes, c) ?? unread('label', label),
    saves: best(saves, d?.value === 0 && !countsBookmarks ? null : d) ?? (countsBookmarks ? unread('label', label) : absent('label')),
    views: views?.as === 'absent' ? views : (best(views, e?.value === 0 ? null : e) ?? unread('label', label)),
  };
}

/** The bar of buttons of the post itself. An article has two that say the same. */
function groupOf(tweet: Tweet): Element | null {
  const groups = tweet.own('[role="group"]');
  return groups.filter((group) => one(group, ANY_BUTTON)).at(-1) ?? groups.filter((group) => attr(group, 'aria-label')).at(-1) ?? null;
}

/** The number that a button prints: its label has every digit. Null where it prints none (bookmarks in a timeline). */
function printed(button: Element | null, style: CountStyle): Reading | null {
  if (!button) return null;
  const label = attr(button, 'aria-label') ?? '';
  const numbers = numbersIn(label, style) ?? [];
  const place = one(button, SHOWN);
  const shown = place ? text(place) : onlyLeaf(button);
  const seen = shown ? readCount(shown, style, 'text') : null;
  const said = numbers.length === 1 ? numbers[0] : null;
  if (said) return seen && !near(said, seen) ? unread('label', `${label} (${shown})`) : said;
  if (shown) return seen ?? unread('text', label || shown);
  if (DIGIT.test(label)) return unread('label', label);
  // X keeps the place of a number and leaves it empty for zero, in every language.
  return place ? exact(0, 'text', label) : null;
}

/** Until 2023 a post's own page printed counts in links to the lists of accounts, and none in its buttons. Other extensions add such links. */
function below(tweet: Tweet, ends: string[], style: CountStyle): Reading | null {
  const links = tweet
    .own(ends.map((end) => `a[href$="/${end}"]`).join())
    .filter((link) => statusLink(attr(link, 'href')) && !closest(link, '[id^="cpft"]'));
  return links.length === 1 ? countIn(text(links[0]), style, 'text') : null;
}

/** The button counts reposts and quotes; the links counted them apart. */
function repostsBelow(tweet: Tweet, style: CountStyle): Reading | null {
  const reposts = below(tweet, ['retweets'], style);
  const quotes = below(tweet, ['retweets/with_comments', 'quotes'], style);
  if (reposts?.value == null || quotes?.value == null) return reposts ?? quotes;
  if (reposts.as !== 'exact' || quotes.as !== 'exact') return null;
  return exact(reposts.value + quotes.value, 'text', `${reposts.raw} + ${quotes.raw}`);
}

/** Text of a button's only piece of text. While a number changes both the old and the new one are there: then none. */
function onlyLeaf(button: Element): string {
  const leaves = all(button, 'span').filter((span) => !one(span, 'span') && text(span));
  return leaves.length === 1 ? text(leaves[0]) : '';
}

/** Views: beside the buttons in a list, beside the date on the post's own page; absent where X shows that it counts none. */
function viewsOf(tweet: Tweet, group: Element | null, published: Moment | null, style: CountStyle): Reading | null {
  const figures = analyticsLink(tweet);
  const link = group && figures && !group.contains(figures) ? null : figures;
  const said = printed(link, style);
  if (said && said.value !== 0) return said;
  if (published && published.high < VIEWS_SINCE) return absent('label');
  const beside = tweet.own(SHOWN).filter((place) => {
    const around = closest(place, 'a[href],[role="group"],button,[role="button"]');
    return !around || around === figures;
  });
  return (beside.length === 1 ? readCount(text(beside[0]), style, 'text') : null) ?? (link && absent('label'));
}

/** The better of what a button says and what the group's label says of the same metric. */
function best(said: Reading | null, aligned: Reading | null | undefined): Reading | null {
  return said?.as === 'exact' && said.from === 'label' ? said : (aligned ?? said);
}
