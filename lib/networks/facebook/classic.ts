import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn, readCount } from '../../reading/counts';
import { all, attr, matches } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { type Card, numbersIn, ownText } from './card';
import { only } from './links';
import { HAS_DIGIT, metricIn } from './words';

/** The number of a post of the mobile site, which is noted in its element, and its number in links. Two that differ are none. */
export function notedIn(root: Element): (string | null)[] {
  const said = `${attr(root, 'data-ft')}${attr(root, 'data-store')}`;
  return ['top_level_post_id', 'mf_story_key'].map((name) =>
    only([...said.matchAll(new RegExp(`${name}[\\\\".:]{1,5}(\\d{5,25})`, 'g'))].map(([, id = '']) => id)),
  );
}

/** Two readings of one count that differ are none. */
export function put(metrics: PostReading['metrics'], name: keyof PostReading['metrics'], reading: Reading): void {
  const other = metrics[name];
  metrics[name] = other && other.value !== reading.value ? unread('text', other.raw) : reading;
}

/** "12,3 mil compartilhamentos" is the longest that is known. */
const LONGEST_CELL = 26;

/** Counts of the desktop site until 2020, which stand in the form for comments. */
export const TESTED = '[data-testid$="sCount/root"]';
/** What holds the number of reactions, which may stand there twice and has no word: on the mobile site, the basic one and the old desktop. */
const REACTIONS = '[data-sigil^="reactions-s"],[id^="like_"] a,[data-testid*="Reac"]';

/** The counts of a post on the mobile sites and the old desktop, most with their word. */
export function classicMetrics(card: Card, counts: CountStyle): Pick<PostReading, 'metrics' | 'reactions'> {
  const metrics: PostReading['metrics'] = {};
  for (const part of [...card.own('footer,footer *'), ...all(card.root, TESTED)]) {
    const said = ownText(part);
    // A longer text is a sentence: of "Ana and 12 others like this" the number is not all.
    const name = HAS_DIGIT.test(said) && !said[LONGEST_CELL] && metricIn(said);
    if (name) put(metrics, name, countIn(said, counts) ?? unread('text', said));
    const likes = matches(part, REACTIONS) && readCount(only(numbersIn(part)), counts);
    if (likes) put(metrics, 'likes', likes);
  }
  return { metrics };
}
