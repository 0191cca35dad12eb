import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { attr, closest, one, text } from '../../reading/dom';
import { absent, exact, rounded, unread } from '../../reading/readings';
import { addressOf, BUTTON, LIKE, named, REPLY, type Scope, WORDS } from './scope';

/**
 * From here on the client prints no decimals, so "1M" stands for anything below 2M; a decimal that is written holds.
 * https://github.com/bluesky-social/social-app/blob/main/src/components/PostControls/util.ts
 */
const NO_DECIMALS_FROM = 10_000;
export const DIGIT = /\p{Nd}/u;

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
 * quotes and saves ("223 reposts, 16 quotes, 32 saves"), and it leaves out the rows that are zero.
 */
export function metricsOf({ own, opened, id }: Scope, counts: CountStyle, onThread: boolean): PostReading['metrics'] {
  // Clients with a bookmark button (since September 2025) print quotes and saves and cut counts off; older ones may have rounded.
  const current = own(named('postBookmarkBtn')).length > 0;
  const style: CountStyle = current ? counts : { ...counts, display: 'either' };
  // The client prints nothing for zero.
  const count = (button: Element | undefined) =>
    button ? (labelled(attr(button, 'aria-label'), text(button), style) ?? exact(0, 'text')) : unread();

  const [reply] = own(REPLY);
  const [like] = own(LIKE);
  // The repost button has no test id when signed out, but always stands between the two.
  const [marked] = own(`${named('repostBtn')},${named('repostCount')}`);
  const buttons = own(BUTTON);
  const between = buttons.find((_, place) => reply && like && buttons[place - 1] === reply && buttons[place + 1] === like);
  const repost = marked ? (closest(marked, BUTTON) ?? undefined) : between;
  const metrics = { likes: count(like), comments: count(reply), shares: count(repost) };
  if (!onThread) return metrics;

  const links = own('a');
  const saved = own(named('bookmarkCount-expanded'))[0];
  const rows = ['reposted-by', 'quotes', 'liked-by'].map(
    (list) => links.map((link) => ({ link, to: addressOf(link) })).find(({ to }) => to?.list === list && to.key === id)?.link,
  );
  // Beside the known rows only the date is a line with digits; where there is another one, a missing row is no zero.
  const known = [...rows, saved];
  const strange = own('[dir="auto"]').filter(
    (line) =>
      DIGIT.test(text(line)) && !closest(line, `a:not([href*="/post/"]),${BUTTON},${WORDS}`) && !known.some((row) => row?.contains(line)),
  );
  const missing = !opened || !current ? absent() : strange.length > 1 ? unread() : exact(0, 'text');
  const [reposts, quotes, , saves] = [...rows, saved].map((row) =>
    row ? (shownCount(text(one(row, 'span')), style) ?? unread('text', text(row))) : missing,
  ) as [Reading, Reading, Reading, Reading];
  return {
    ...metrics,
    shares: reposts.value === null || quotes.value === null ? metrics.shares : summed(metrics.shares, reposts, quotes),
    quotes,
    saves,
  };
}

/** The button's count, sharpened by the two rows that add up to it. */
function summed(button: Reading, reposts: Reading, quotes: Reading): Reading {
  const low = Math.max((reposts.low ?? 0) + (quotes.low ?? 0), button.low ?? 0);
  const high = Math.min((reposts.high ?? 0) + (quotes.high ?? 0), button.high ?? Number.POSITIVE_INFINITY);
  const raw = [button, reposts, quotes].map((reading) => reading.raw).join(' + ');
  if (button.as === 'exact' || low > high) return button;
  return low === high ? exact(low, 'text', raw) : rounded(Math.min(Math.max(button.value ?? low, low), high), low, high, 'text', raw);
}
