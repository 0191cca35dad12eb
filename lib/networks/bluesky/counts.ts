import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, closest, contains, matches, one, text } from '../../reading/dom';
import { numberPieces } from '../../reading/pieces';
import { absent, exact, rounded, unread } from '../../reading/readings';
import { addressOf, BUTTON, LIKE, named, REPLY, type Scope, WORDS } from './scope';

/**
 * From here on the client prints no decimals, so "1M" stands for anything below 2M; a decimal that is written holds.
 * https://github.com/bluesky-social/social-app/blob/main/src/components/PostControls/util.ts
 */
const NO_DECIMALS_FROM = 10_000;
export const DIGIT = /\p{Nd}/u;
const PLACE = /^\d+\/\d+$/;

/** Reads a count as the page shows it: a text that is nothing else, or with `countIn` the one in a phrase. */
export function shownCount(shown: string, style: CountStyle, read = readCount): Reading | null {
  const reading = read(shown, style);
  const whole = reading?.as === 'rounded' && (reading.value ?? 0) >= NO_DECIMALS_FROM;
  return whole ? read(shown, { ...style, significant: 1 }) : reading;
}

/** Whether an exact count can be what is shown; anything can where nothing was read. */
const fits = (shown: Reading, { value }: Reading) =>
  value !== null && value >= (shown.low ?? 0) && value <= (shown.high ?? Number.POSITIVE_INFINITY);

/** What is shown, or the exact count that is told elsewhere where it fits. */
export const sharper = (shown: Reading, told: Reading | undefined): Reading =>
  told && shown.as !== 'exact' && fits(shown, told) ? told : shown;

/**
 * A count that is in a label in full ("Like (12,345 likes)") and shown abbreviated. A label that contradicts what is shown is in
 * another language than the page says, so neither is taken. Null when nothing is printed at all.
 */
export function labelled(label: string | null, shown: string, style: CountStyle): Reading | null {
  const said = countIn(label, style, 'label');
  const seen = shownCount(shown, style);
  if (said?.as === 'exact') return !seen || fits(seen, said) ? said : unread('label', `${label}`);
  const print = shown || `${label}`;
  return seen ?? (shown || DIGIT.test(print) ? unread('text', print) : null);
}

/**
 * Metrics of one post. `shares` is what the button shows: reposts and quotes together. Only the opened post of a thread prints
 * quotes and saves.
 */
export function metricsOf(scope: Scope, counts: CountStyle, onThread: boolean): PostReading['metrics'] {
  const { own } = scope;
  // Clients with a bookmark button (since September 2025) print quotes and saves and cut counts off; older ones may have rounded.
  const current = own(named('postBookmarkBtn')).length > 0;
  const style: CountStyle = current ? counts : { ...counts, display: 'either' };
  // The client prints nothing for zero.
  const counted = (button: Element): Reading => {
    // Two numbers in one button would be glued to one; and what is in an icon, or a button for something else, has strayed there.
    const strayed = numberPieces(button).length > 1 || all(button, 'svg').some((icon) => DIGIT.test(text(icon)));
    if (strayed || !!closest(button, `${LIKE},${REPLY}`) !== matches(button, `${LIKE},${REPLY}`)) return unread();
    return labelled(attr(button, 'aria-label'), text(button), style) ?? exact(0, 'text');
  };
  /** Buttons of one kind that differ are not all this post's. */
  const count = (...found: (Element | null | undefined)[]) => {
    const [first, ...more] = found.flatMap((button) => (button ? counted(button) : []));
    return first && more.every(({ value, as }) => value === first.value && as === first.as) ? first : unread();
  };

  const replies = own(REPLY).filter((each) => matches(each, BUTTON));
  const likes = own(LIKE).filter((each) => matches(each, BUTTON));
  const [reply] = replies;
  const [like] = likes;
  // The repost button has no test id when signed out, but always stands between the two.
  const marks = own(`${named('repostBtn')},${named('repostCount')}`);
  // Until 2024 the row of reposts had the same one as the number in the button.
  const inRow = (mark: Element) => addressOf(closest(mark, 'a'))?.list && own(`:is(${BUTTON}) ${named('repostCount')}`)[0];
  const marked = [...new Set(marks.filter((mark) => !inRow(mark)).map((mark) => closest(mark, BUTTON)))];
  const buttons = own(BUTTON);
  const between = buttons.find((_, place) => reply && like && buttons[place - 1] === reply && buttons[place + 1] === like);
  const metrics = {
    likes: count(...likes),
    comments: count(...replies),
    shares: marked.some((button) => !button || matches(button, `${LIKE},${REPLY}`)) ? unread() : count(...new Set([...marked, between])),
  };
  if (!onThread) return metrics;
  const { reposts, quotes, saves, liked } = rowsOf(scope, style, current);
  // In 2023 the opened post's buttons counted nothing: where they say no number at all, its rows alone do.
  const told = (reading: Reading) => (reading.value === null ? unread() : reading);
  if (scope.opened && !current && ![...replies, ...likes].some((button) => DIGIT.test(`${attr(button, 'aria-label')}${text(button)}`)))
    return { likes: told(liked), comments: unread(), shares: told(reposts), quotes, saves };
  const shares = summed(metrics.shares, reposts, quotes);
  // Signed in, the row of quotes is also left out where quoting is switched off: then only a button that counts reposts alone says zero.
  const doubtful = quotes.value === 0 && (shares.value === null || (shares.as !== 'exact' && own(named('repostBtn'))[0]));
  return { ...metrics, shares, quotes: doubtful ? unread() : quotes, saves };
}

/** There are three, and saves; where there are more than this, it is not known which are the post's own. */
const MOST_ROWS = 20;

/** The rows "223 reposts, 16 quotes, 3.1K likes, 32 saves" of the opened post; those that are zero are left out. */
function rowsOf({ post, own, opened, id }: Scope, style: CountStyle, current: boolean) {
  const rows = own('a').filter((link) => addressOf(link)?.list && addressOf(link)?.key === id);
  if (rows[MOST_ROWS]) return { reposts: unread(), quotes: unread(), saves: unread(), liked: unread() };
  const row = (list: string) => rows.find((link) => addressOf(link)?.list === list);
  const reposts = row('reposted-by');
  const quotes = row('quotes');
  const [saves, another] = own(named('bookmarkCount-expanded'));
  const known = [...rows, saves];
  // Beside these only the date is a line with digits, and the post's place in its thread ("1/5"); where there is another one, a missing row is
  // no zero.
  const strange = own('[dir="auto"]').filter(
    (line) =>
      DIGIT.test(text(line)) &&
      !PLACE.test(text(line)) &&
      !closest(line, `a:not([href*="/post/"]),${BUTTON},${WORDS}`) &&
      !known.some((row) => contains(row, line)),
  );
  // A count that lost the link around it is no zero either.
  const torn = all(post, named('Count-expanded', '$')).some((count) => !known.some((each) => contains(each, count)));
  const missing = !opened || !current ? absent() : torn || strange.length > 1 ? unread() : exact(0, 'text');
  // Two numbers in a row: one of them is another's. Saves lead nowhere, so that a link is not theirs; but in 2025 they had one of their own.
  const around = saves && closest(saves, 'a');
  const strayed = around && (!rows.includes(around) || text(around) !== text(saves));
  const read = (found: Element | undefined) =>
    found ? (numberPieces(found).length === 1 && shownCount(text(one(found, 'span')), style)) || unread('text', text(found)) : missing;
  const kept = another || strayed ? unread() : read(saves);
  return { reposts: read(reposts), quotes: read(quotes), saves: kept, liked: read(row('liked-by')) };
}

/** The button's count, sharpened by the two rows that add up to it; unread where they cannot. */
function summed(button: Reading, reposts: Reading, quotes: Reading): Reading {
  const low = Math.max((reposts.low ?? 0) + (quotes.low ?? 0), button.low ?? 0);
  const high = Math.min((reposts.high ?? 0) + (quotes.high ?? 0), button.high ?? Number.POSITIVE_INFINITY);
  const raw = [button, reposts, quotes].map((reading) => reading.raw).join(' + ');
  if (reposts.value === null || quotes.value === null) return button;
  if (low > high) return unread('text', raw);
  if (button.as === 'exact') return button;
  return low === high ? exact(low, 'text', raw) : rounded(Math.min(Math.max(button.value ?? low, low), high), low, high, 'text', raw);
}
