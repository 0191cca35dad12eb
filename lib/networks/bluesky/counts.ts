import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { attr, closest, one, text } from '../../reading/dom';
import { absent, exact, rounded, unread } from '../../reading/readings';
import { addressOf, BUTTON, named, own, type Scope, WORDS } from './scope';

/**
 * From here on the client prints no decimals, so "1M" stands for anything below 2M; a decimal that is written holds.
 * https://github.com/bluesky-social/social-app/blob/main/src/components/PostControls/util.ts
 */
const NO_DECIMALS_FROM = 10_000;
const DIGIT = /\p{Nd}/u;

/** Reads a count as the page shows it. */
export function shownCount(shown: string, style: CountStyle): Reading | null {
  const reading = readCount(shown, style);
  const whole = reading?.as === 'rounded' && (reading.value ?? 0) >= NO_DECIMALS_FROM;
  return whole ? readCount(shown, { ...style, significant: 1 }) : reading;
}

/** Whether two readings cannot both be true. */
export const apart = (a: Reading, b: Reading) => (a.high ?? 0) < (b.low ?? 0) || (b.high ?? 0) < (a.low ?? 0);

/**
 * A count that is in a label in full ("Like (12,345 likes)") and shown abbreviated. A label that contradicts what is shown is in
 * another language than the page says, so neither is taken. Null when nothing is printed at all.
 */
export function labelled(label: string | null, shown: string, style: CountStyle): Reading | null {
  const said = countIn(label, style, 'label');
  const seen = shownCount(shown, style);
  if (said?.as === 'exact') return seen && apart(said, seen) ? unread('label', `${label}`) : said;
  if (seen) return seen;
  const print = shown || (label ?? '');
  return shown || DIGIT.test(print) ? unread('text', print) : null;
}

/** A button's count; the client prints nothing for zero. */
function ofButton(button: Element | null, style: CountStyle): Reading {
  return button ? (labelled(attr(button, 'aria-label'), text(button), style) ?? exact(0, 'text')) : unread();
}

/**
 * Metrics of one post. `shares` is what the button shows: reposts and quotes together. Only the opened post of a thread prints
 * quotes and saves, and it leaves out the rows that are zero.
 */
export function metricsOf(scope: Scope, counts: CountStyle, onThread: boolean): PostReading['metrics'] {
  const [reply = null] = own(scope, named('replyBtn'));
  const [like = null] = own(scope, named('likeBtn'));
  // Clients with a bookmark button (since September 2025) print quotes and saves and cut counts off; older ones may have rounded.
  const current = own(scope, named('postBookmarkBtn')).length > 0;
  const style: CountStyle = current ? counts : { ...counts, display: 'either' };
  const likes = ofButton(like, style);
  const comments = ofButton(reply, style);
  const shares = ofButton(repostButton(scope, reply, like), style);
  if (!onThread) return { likes, comments, shares };
  if (!scope.opened) return { likes, comments, shares, quotes: absent(), saves: absent() };

  const rows = rowsOf(scope, style);
  const missing = !current ? absent() : rows.strange ? unread() : exact(0, 'text');
  const quotes = rows.quotes ?? missing;
  return { likes, comments, shares: sharpen(shares, rows.reposts ?? missing, quotes), quotes, saves: rows.saves ?? missing };
}

/** Its test id is missing when signed out; it always stands between reply and like. */
function repostButton(scope: Scope, reply: Element | null, like: Element | null): Element | null {
  const [count] = own(scope, `${named('repostBtn')},${named('repostCount')}`);
  if (count) return closest(count, BUTTON);
  const buttons = own(scope, BUTTON);
  const [between, next] = reply ? buttons.slice(buttons.indexOf(reply) + 1) : [];
  return between && next === like ? between : null;
}

/** The rows "223 reposts, 16 quotes, 32 saves" of the opened post; `strange` when there is one that is not known, so that a missing one is no zero. */
function rowsOf(scope: Scope, style: CountStyle) {
  const known: Element[] = [];
  const row = (id: string, list?: string) => {
    const [found] = [
      ...own(scope, named(`${id}Count-expanded`)),
      ...own(scope, 'a').filter((link) => list && addressOf(link)?.list === list),
    ];
    if (!found) return null;
    known.push(found);
    const shown = text(one(found, 'span')) || text(found);
    return shownCount(shown, style) ?? countIn(shown, style) ?? unread('text', shown);
  };
  const reposts = row('repost', 'reposted-by');
  const quotes = row('quote', 'quotes');
  const saves = row('bookmark');
  // Beside the rows, only the date is plain text with digits.
  const lines = own(scope, '[dir="auto"]').filter((line) => !closest(line, `a,${BUTTON},${WORDS}`) && DIGIT.test(text(line)));
  return { reposts, quotes, saves, strange: lines.filter((line) => !known.includes(line)).length > 1 };
}

/** The button's count, sharpened by the two rows that add up to it. */
function sharpen(button: Reading, reposts: Reading, quotes: Reading): Reading {
  if (button.as === 'exact' || reposts.value === null || quotes.value === null) return button;
  const low = Math.max((reposts.low ?? 0) + (quotes.low ?? 0), button.low ?? 0);
  const high = Math.min((reposts.high ?? 0) + (quotes.high ?? 0), button.high ?? Number.POSITIVE_INFINITY);
  const raw = [button, reposts, quotes].map((reading) => reading.raw).join(' + ');
  if (low === high) return exact(low, 'text', raw);
  return low < high ? rounded(Math.min(Math.max(button.value ?? low, low), high), low, high, 'text', raw) : button;
}
