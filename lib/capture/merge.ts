import type { Moment, PostReading } from '../model/capture';
import type { Reading } from '../model/reading';
import type { MetricName } from '../model/vocabulary';

/** Outcome of merging two layers' readings of one metric. */
interface Merged {
  reading: Reading;
  /** The two could not both be true: the way that drift of a page or of a reader is noticed. */
  conflict: boolean;
}

/**
 * One metric from the page (`shown`) and from data that the page carries. Exact beats rounded, a number beats unread; what the
 * network hides stays hidden and what the page does not print stays absent; among equals the page wins, since data grows stale.
 * An exact count outside a rounded one's bounds is a conflict. Two exact counts differ by age alone: the page counts on after it was loaded.
 */
export function mergeReading(shown: Reading, data: Reading): Merged {
  const better = data.as === 'hidden' ? shown.as === 'unread' : data.value !== null && (shown.as === 'unread' || sharper(shown, data));
  const conflict = sharper(shown, data) || sharper(data, shown) ? !overlap(shown, data) : false;
  return { reading: better ? data : shown, conflict };
}

const sharper = (a: Reading, b: Reading) => a.as === 'rounded' && b.as === 'exact';
const overlap = (a: Reading, b: Reading) => (a.low ?? 0) <= (b.high ?? 0) && (b.low ?? 0) <= (a.high ?? 0);

const width = (moment: Moment) => moment.high - moment.low;
const narrower = (a: Moment | null, b: Moment | null) => (a && b ? (width(b) < width(a) ? b : a) : (a ?? b));

/** A post from the page with the data that the document carries about it, and how many metrics contradict each other. */
export function mergePost(shown: PostReading, data: PostReading): { post: PostReading; conflicts: number } {
  const metrics = { ...shown.metrics };
  let conflicts = 0;
  for (const [name, reading] of Object.entries(data.metrics) as [MetricName, Reading][]) {
    const own = metrics[name];
    const merged = own ? mergeReading(own, reading) : { reading, conflict: false };
    metrics[name] = merged.reading;
    if (merged.conflict) conflicts += 1;
  }
  const aliases = [...new Set([...shown.aliases, ...data.aliases])].slice(0, 8);
  const post = {
    ...shown,
    aliases,
    metrics,
    url: shown.url ?? data.url,
    author: shown.author ?? data.author,
    published: narrower(shown.published, data.published),
    format: shown.format ?? data.format,
    text: shown.text || data.text,
  };
  return { post, conflicts };
}
