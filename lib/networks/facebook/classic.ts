import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, countIn } from '../../reading/counts';
import { attr } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { type Card, ownText } from './card';
import { only } from './links';
import { HAS_DIGIT, metricIn } from './words';

/** What the mobile site writes about a post into its element: its names, and when it was published. */
export interface Noted {
  ids: string[];
  published: Moment | null;
}

/** Reads the notes of the mobile site; null for a post of today's. Two notes that differ are none. */
export function notesOf(root: Element): Noted | null {
  const said = `${attr(root, 'data-ft')}${attr(root, 'data-store')}`;
  const noted = (name: string) => [...said.matchAll(new RegExp(`${name}[\\\\".:]{1,5}(\\d{5,25})\\b`, 'g'))].map(([, found = '']) => found);
  const id = only(noted('top_level_post_id'));
  if (!id) return null;
  const value = Number(only(noted('publish_time'))) * 1000;
  return {
    ids: [...new Set([id, ...noted('mf_story_key')])],
    published: value > 1e12 && value < 1e13 ? { value, low: value, high: value, from: 'attribute' } : null,
  };
}

/** Two readings of one count that differ are none. */
export function put(metrics: PostReading['metrics'], name: keyof PostReading['metrics'], reading: Reading): void {
  const other = metrics[name];
  metrics[name] = other && other.value !== reading.value ? unread('text', other.raw) : reading;
}

/** The counts of a post on the mobile site, each with its word. */
export function classicMetrics(card: Card, counts: CountStyle): Pick<PostReading, 'metrics' | 'reactions'> {
  const metrics: PostReading['metrics'] = {};
  for (const part of card.own('footer,footer *')) {
    const said = ownText(part);
    const name = HAS_DIGIT.test(said) && metricIn(said);
    if (name) put(metrics, name, countIn(said, counts) ?? unread('text', said));
  }
  return { metrics };
}
