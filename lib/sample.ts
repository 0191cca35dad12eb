import { coverageOf } from './capture/coverage';
import type { AccountReading, Capture, PostReading } from './model/capture';
import { accountKey, postKey } from './model/keys';
import type { Reading } from './model/reading';
import type { Brand, Study } from './model/study';
import type { AccountTags } from './model/tags';
import type { Format, MetricName } from './model/vocabulary';
import { exact, hidden, rounded, unread } from './reading/readings';
import { BRANDS, type SampleBrand, type SampleNetwork } from './sample-brands';
import { profileOf } from './sample-profiles';
import { OWN_TAGS, SORTED, TAGS, TEXTS } from './sample-texts';
import { relative, watchCapture } from './sample-videos';
import { normal, uniform } from './stats/random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FORMATS: Format[] = ['image', 'image', 'text', 'video', 'link', 'carousel', 'image', 'text'];

/** Posts that a page has loaded when it is captured. */
const LISTED = 32;
/** Videos of each brand whose own pages were captured too: as many as a typical engagement rate needs that is held against others. */
const WATCHED = 10;

/** The invented study with its captures, and how its analyst has sorted the own brand's posts. */
interface Sample {
  study: Study;
  captures: Capture[];
  tags: AccountTags[];
}

/**
 * An invented study, the same every time: five brands on X, Bluesky and YouTube, captured twice a week apart, the latest videos on pages of their own too, with
 * their comments. It shows what real captures are like: one viral post, a pinned one, a repost, rounded, hidden and unread counts.
 */
export function sampleStudy(now: number): Sample {
  const captures: Capture[] = [];
  const tags: AccountTags[] = [];
  const brands = BRANDS.map((brand, index): Brand => {
    const networks = Object.keys(brand.on) as SampleNetwork[];
    for (const [place, network] of networks.entries()) {
      const next = uniform(1000 * (index + 1) + place);
      const posts = inventPosts(brand, network, now, next);
      for (const ago of [7 * DAY, 0]) captures.push(captureOf(brand, network, posts, now - ago - (1 + index) * 60_000, now));
      if (network === 'youtube') captures.push(...watched(brand, posts, now, uniform(7000 + index)));
      if (brand.role === 'own') tags.push(sortedBy(accountKey(network, brand.handle), network, posts, now));
    }
    return {
      id: `sample-${brand.handle}`,
      name: brand.name,
      role: brand.role,
      country: brand.country,
      audience: brand.audience,
      accounts: networks.map((network) => accountKey(network, brand.handle)),
    };
  });
  const name = 'Cafés & comptoirs';
  const study: Study = { id: 'sample', name, createdAt: now, days: null, brands, sample: true, industry: 'food_beverage' };
  return { study, captures: captures.sort((a, b) => a.takenAt - b.takenAt), tags };
}

/** The latest videos, opened one after the other in the minutes after their channel was captured. */
function watched(brand: SampleBrand, posts: Invented[], now: number, next: () => number): Capture[] {
  return posts.slice(0, WATCHED).map((post, i) => {
    const takenAt = now - 30_000 + 1_000 * i;
    const count = (metric: MetricName) => countAt('youtube', post, takenAt, metric);
    const counts = { likes: count('likes'), comments: count('comments'), views: count('views') };
    const account = accountOf(brand, 'youtube', post.reading.url ?? '', takenAt, now);
    return watchCapture({ ...post, counts }, account, takenAt, brand.answers, next);
  });
}

/** Every post of the account's own, as the analyst sorted it by what it says. */
function sortedBy(key: string, network: SampleNetwork, posts: Invented[], at: number): AccountTags {
  const own = posts.slice(0, LISTED).filter(({ reading }) => !reading.flags.repost && !reading.flags.promoted);
  const entries = own.map(({ reading: { id, text } }): [string, { tags: string[]; at: number }] => [
    postKey(network, id),
    { tags: [...(SORTED[text] ?? [])], at },
  ]);
  return { accountKey: key, posts: Object.fromEntries(entries) };
}

/** A post before anybody looks at it: what it will have come to when it is old. */
interface Invented {
  time: number;
  final: Record<MetricName, number>;
  reading: Omit<PostReading, 'metrics'>;
}

function inventPosts(brand: SampleBrand, network: SampleNetwork, now: number, next: () => number): Invented[] {
  const { followers, perWeek } = brand.on[network] ?? { followers: 1, perWeek: 1 };
  const oldest = now - (36 / perWeek + 1) * 7 * DAY;
  const posts: Invented[] = [];
  let time = now - 2 * HOUR - next() * DAY;
  while (time > oldest) {
    const index = posts.length;
    const viral = brand.role === 'own' && network === 'x' && index === 12;
    const total = followers * brand.rate * Math.exp(0.8 * normal(next)) * (viral ? 25 : 1);
    const shares = network === 'youtube' ? 0 : total * (0.1 + 0.1 * next());
    const comments = total * (0.05 + 0.05 * next());
    const views = network === 'youtube' ? followers * 0.2 * Math.exp(0.9 * normal(next)) : total * (25 + 20 * next());
    const final = { likes: total - shares - comments, comments, shares, quotes: shares / 5, saves: 0, views };
    posts.push({ time: Math.round(time), final, reading: inventReading(brand, network, Math.round(time), index, next) });
    // Times between posts of a steady account are exponential.
    time += (7 * DAY * Math.log(1 - next())) / perWeek;
  }
  return posts;
}

function inventReading(brand: SampleBrand, network: SampleNetwork, time: number, index: number, next: () => number): Invented['reading'] {
  const repost = network === 'x' && index % 15 === 9;
  // A repost carries the id, and with it the time, of the post that it repeats.
  const made = repost ? time - 40 * DAY : time;
  const id = idOf(network, made, next);
  const url = {
    x: `https://x.com/${brand.handle}/status/${id}`,
    bluesky: `https://bsky.app/profile/${brand.handle}/post/${id}`,
    youtube: `https://www.youtube.com/watch?v=${id}`,
  }[network];
  const pinned = network !== 'youtube' && index === 20;
  return {
    id,
    aliases: [],
    url,
    author: repost ? 'guest_sample' : brand.handle,
    published: { value: made, low: made, high: made, from: 'id' },
    format: network === 'youtube' ? 'video' : repost ? 'repost' : (FORMATS[Math.floor(next() * FORMATS.length)] ?? 'text'),
    text: TEXTS[Math.floor(next() * TEXTS.length)] ?? '',
    hashtags: [...TAGS.filter((_, place) => index % (place + 2) === 0), ...(index % 6 === 1 ? (OWN_TAGS[brand.handle] ?? []) : [])],
    flags: { pinned, promoted: network === 'x' && index === 6, repost, quote: network === 'x' && index % 11 === 4, reply: false },
  };
}

/** Ids that carry the invented time where the network's real ones do; see lib/reading/ids.ts. */
function idOf(network: SampleNetwork, time: number, next: () => number): string {
  if (network === 'x') return ((BigInt(time) - 1288834974657n) << 22n).toString();
  const letters =
    network === 'bluesky' ? '234567abcdefghijklmnopqrstuvwxyz' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  if (network === 'youtube') return Array.from({ length: 11 }, () => letters[Math.floor(next() * letters.length)]).join('');
  const bits = (BigInt(time) * 1000n) << 10n;
  return Array.from({ length: 13 }, (_, place) => letters[Number((bits >> BigInt(60 - 5 * place)) & 31n)]).join('');
}

/** What a page of this network would have shown of these posts at a time. */
function captureOf(brand: SampleBrand, network: SampleNetwork, posts: Invented[], takenAt: number, now: number): Capture {
  const there = posts.filter(({ time }) => time < takenAt).slice(0, LISTED);
  const pinnedFirst = [...there].sort((a, b) => Number(b.reading.flags.pinned) - Number(a.reading.flags.pinned));
  const list = pinnedFirst.map((post, place): PostReading => {
    const published = network === 'youtube' ? relative(post.time, takenAt) : post.reading.published;
    return { ...post.reading, published, metrics: metricsOf(network, post, place, takenAt) };
  });
  const url = {
    x: `https://x.com/${brand.handle}`,
    bluesky: `https://bsky.app/profile/${brand.handle}`,
    youtube: `https://www.youtube.com/@${brand.handle}/videos`,
  }[network];
  return {
    id: `sample-${accountKey(network, brand.handle)}-${Math.round((now - takenAt) / DAY)}`,
    takenAt,
    url,
    network,
    adapter: 1,
    locale: 'fr',
    surface: { kind: 'profile', handle: brand.handle, tab: network === 'youtube' ? 'videos' : 'posts' },
    account: accountOf(brand, network, url, takenAt, now),
    posts: list,
    coverage: coverageOf(list, { seen: list.length, unreadable: 0, others: 0, conflicts: 0, partial: null }),
    ms: 30,
  };
}

function accountOf(brand: SampleBrand, network: SampleNetwork, url: string, takenAt: number, now: number): AccountReading {
  // About half a percent of new followers a week.
  const followers = Math.round((brand.on[network]?.followers ?? 0) * (1 - (0.005 * (now - takenAt)) / (7 * DAY)));
  const concealed = network === 'youtube' && brand.role === 'inspiration';
  return {
    nativeId: null,
    handle: brand.handle,
    name: brand.name,
    url,
    followers: concealed ? hidden() : abbreviated(followers, 3),
    following: network === 'youtube' ? unread() : exact(180 + brand.name.length, 'text'),
    posts: exact(900 + brand.handle.length, 'text'),
    ...profileOf(brand.handle, now - takenAt < DAY),
  };
}

/** Half of an X or Bluesky post's interactions arrive within hours, of a video's views within a week. */
const HALF_LIFE: Record<SampleNetwork, number> = { x: 3 * HOUR, bluesky: 4 * HOUR, youtube: 7 * DAY };

function countAt(network: SampleNetwork, post: Invented, takenAt: number, metric: MetricName): number {
  const age = ((takenAt - post.time) / HALF_LIFE[network]) ** 0.8;
  return Math.round((post.final[metric] * age) / (1 + age));
}

function metricsOf(network: SampleNetwork, post: Invented, place: number, takenAt: number): PostReading['metrics'] {
  const count = (metric: MetricName) => countAt(network, post, takenAt, metric);
  if (network === 'youtube') return { views: place % 9 === 5 ? hidden() : abbreviated(count('views'), 3) };
  const written = (metric: MetricName) => (network === 'x' ? exact(count(metric), 'label') : abbreviated(count(metric), 2));
  const basic = { likes: written('likes'), comments: written('comments'), shares: written('shares') };
  return network === 'x' ? { ...basic, views: place === 17 ? unread('text', '–') : written('views') } : basic;
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/** A count as networks abbreviate it: cut off after some digits, so that the true one is at most a step higher. */
function abbreviated(count: number, digits: number): Reading {
  if (count < 1000) return exact(count, 'text', String(count));
  const step = 10 ** (Math.floor(Math.log10(count)) + 1 - digits);
  const shown = Math.floor(count / step) * step;
  return rounded(shown, shown, shown + step - 1, 'text', compact.format(shown));
}
