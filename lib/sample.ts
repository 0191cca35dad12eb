import { coverageOf } from './capture/coverage';
import type { AccountReading, Capture, Moment, PostReading } from './model/capture';
import { accountKey } from './model/keys';
import type { Reading } from './model/reading';
import type { Brand, Study } from './model/study';
import type { Audience, Format, MetricName, Role } from './model/vocabulary';
import { exact, hidden, rounded, unread } from './reading/readings';
import { profileOf } from './sample-profiles';
import { OWN_TAGS, TAGS, TEXTS } from './sample-texts';
import { normal, uniform } from './stats/random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
type SampleNetwork = 'x' | 'bluesky' | 'youtube';

/** An invented brand: followers and posts per week on each network, and its typical engagement rate. */
interface SampleBrand {
  handle: string;
  name: string;
  role: Role;
  country: string;
  audience: Audience;
  rate: number;
  on: Partial<Record<SampleNetwork, { followers: number; perWeek: number }>>;
}

const BRANDS: SampleBrand[] = [
  {
    handle: 'orvane_sample',
    name: 'Brûlerie Orvane',
    role: 'own',
    country: 'FR',
    audience: 'b2c',
    rate: 0.006,
    on: { x: { followers: 18_430, perWeek: 8 }, bluesky: { followers: 4_212, perWeek: 6 }, youtube: { followers: 31_200, perWeek: 1.6 } },
  },
  {
    handle: 'tournelune_sample',
    name: 'Brasserie Tournelune',
    role: 'direct',
    country: 'BE',
    audience: 'b2c',
    rate: 0.014,
    on: { x: { followers: 26_904, perWeek: 11 }, bluesky: { followers: 7_356, perWeek: 7 }, youtube: { followers: 12_800, perWeek: 1.2 } },
  },
  {
    handle: 'ondivelle_sample',
    name: 'Maison Ondivelle',
    role: 'direct',
    country: 'FR',
    audience: 'both',
    rate: 0.008,
    on: { x: { followers: 9_871, perWeek: 5 }, bluesky: { followers: 2_640, perWeek: 5 }, youtube: { followers: 5_430, perWeek: 1.5 } },
  },
  {
    handle: 'aurestal_sample',
    name: 'Grand Comptoir Aurestal',
    role: 'leader',
    country: 'FR',
    audience: 'both',
    rate: 0.021,
    on: { x: { followers: 214_600, perWeek: 14 }, bluesky: { followers: 38_150, perWeek: 9 }, youtube: { followers: 487_000, perWeek: 3 } },
  },
  {
    handle: 'sevrelin_sample',
    name: 'Atelier Sévrelin',
    role: 'inspiration',
    country: 'CH',
    audience: 'b2b',
    rate: 0.034,
    on: { x: { followers: 6_118, perWeek: 6 }, bluesky: { followers: 3_075, perWeek: 6 }, youtube: { followers: 2_190, perWeek: 1.4 } },
  },
];

const FORMATS: Format[] = ['image', 'image', 'text', 'video', 'link', 'carousel', 'image', 'text'];

/**
 * An invented study, the same every time: five brands on X, Bluesky and YouTube, captured twice a week apart. It shows what real
 * captures are like: one viral post, a pinned one, a repost, rounded, hidden and unread counts.
 */
export function sampleStudy(now: number): { study: Study; captures: Capture[] } {
  const captures: Capture[] = [];
  const brands = BRANDS.map((brand, index): Brand => {
    const networks = Object.keys(brand.on) as SampleNetwork[];
    for (const [place, network] of networks.entries()) {
      const next = uniform(1000 * (index + 1) + place);
      const posts = inventPosts(brand, network, now, next);
      for (const ago of [7 * DAY, 0]) captures.push(captureOf(brand, network, posts, now - ago - (1 + index) * 60_000, now));
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
  return { study, captures: captures.sort((a, b) => a.takenAt - b.takenAt) };
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
  const there = posts.filter(({ time }) => time < takenAt).slice(0, 32);
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

function metricsOf(network: SampleNetwork, post: Invented, place: number, takenAt: number): PostReading['metrics'] {
  const age = ((takenAt - post.time) / HALF_LIFE[network]) ** 0.8;
  const count = (metric: MetricName) => Math.round((post.final[metric] * age) / (1 + age));
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

/** "3 weeks ago": the interval that it stands for. */
function relative(time: number, now: number): Moment {
  const age = now - time;
  const unit = age < DAY ? HOUR : age < 7 * DAY ? DAY : age < 30 * DAY ? 7 * DAY : 30 * DAY;
  const high = now - Math.floor(age / unit) * unit;
  return { value: high - unit / 2, low: high - unit, high, from: 'relative' };
}
