import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { attr } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { type Card, ownText } from './card';
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

/** The counts of a post on the mobile site, each with its word. */
export function classicMetrics(card: Card, counts: CountStyle): Pick<PostReading, 'metrics' | 'reactions'> {
  const metrics: PostReading['metrics'] = {};
  for (const part of card.own('footer,footer *')) {
    const said = ownText(part);
    // A longer text is a sentence: of "Ana and 12 others like this" the number is not all.
    const name = HAS_DIGIT.test(said) && !said[LONGEST_CELL] && metricIn(said);
    if (name) put(metrics, name, countIn(said, counts) ?? unread('text', said));
  }
  return { metrics };
}
