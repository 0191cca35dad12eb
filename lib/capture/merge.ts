import type { AccountReading, Moment, PostReading } from '../model/capture';
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
  const others = [...shown.aliases, data.id, ...data.aliases].filter((id) => id !== shown.id);
  const aliases = [...new Set(others)].slice(0, 8);
  const post = {
    ...shown,
    aliases,
    metrics,
    url: shown.url ?? data.url,
    author: shown.author ?? data.author,
    published: narrower(shown.published, data.published),
    format: shown.format ?? data.format,
    text: shown.text || data.text,
    flags: mergeFlags(shown.flags, data.flags),
  };
  return { post: { ...factsOf(data), ...post }, conflicts };
}

/** Facts that the page does not show come from the data. */
function factsOf({ language, hashtags, mentions, links, reactions }: PostReading): Partial<PostReading> {
  const facts = { language, hashtags, mentions, links, reactions };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}

/** Whether a post is pinned or promoted is the page's to say; that it answers another, or partners, is often named in the data alone. */
function mergeFlags(shown: PostReading['flags'], { reply, paid, collaboration }: PostReading['flags']): PostReading['flags'] {
  return { ...shown, reply: shown.reply || reply, ...(paid && { paid }), ...(collaboration && { collaboration }) };
}

/** The account as the page shows it, with what the data about it knows better. */
export function mergeAccount(shown: AccountReading, data: Partial<AccountReading>): AccountReading {
  const said = Object.fromEntries(Object.entries(shown).filter(([, fact]) => fact !== null && fact !== undefined));
  const account: AccountReading = { ...shown, ...data, ...said };
  for (const name of ['followers', 'following', 'posts'] as const) {
    const better = data[name];
    account[name] = !better ? shown[name] : shown[name].as === 'absent' ? better : mergeReading(shown[name], better).reading;
  }
  return account;
}
