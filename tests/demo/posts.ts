import type { Format } from '../../lib/model/vocabulary';
import type { DemoAccount, DemoBrand } from './brands';
import { OTHERS } from './brands';
import type { Counts, DemoPost, Person } from './pages/data';
import { normal, pick, seeded, snowflake, tid, videoId } from './random';
import { textFor } from './texts';

const DAY = 86_400_000;
/** Posts that are on the page at the first capture, before pinned ones, reposts and advertisements. */
const FIRST_ROUND = 28;
/** The video whose own page is captured too, counted from the oldest. */
export const WATCHED = 5;
const FORMATS: readonly Format[] = ['text', 'image', 'image', 'image', 'carousel', 'video', 'link', 'text'];

const newId = (account: DemoAccount, at: number, random: () => number) =>
  account.network === 'x' ? snowflake(at, random) : account.network === 'bluesky' ? tid(at, random) : videoId(random);

/** Log-normal around the account's typical figures, as engagement is on every network; `boost` makes a post go viral. */
function draw(account: DemoAccount, boost: number, random: () => number): Counts {
  const around = (typical: number, spread: number) => Math.round(account.followers * typical * boost * Math.exp(spread * normal(random)));
  const likes = around(account.likes, 0.65);
  const share = (low: number, high: number) => Math.round(likes * (low + (high - low) * random()));
  return {
    likes,
    comments: share(0.02, 0.12),
    shares: share(0.06, 0.22),
    quotes: share(0, 0.03),
    saves: share(0.02, 0.2),
    views: around(account.views, 0.4),
  };
}

const plainPost = (account: DemoAccount, author: Person, published: number, random: () => number): DemoPost => ({
  id: newId(account, published, random),
  author,
  published,
  text: '',
  format: 'text',
  counts: draw(account, 1, random),
  pinned: false,
  promoted: false,
  repost: false,
  quote: null,
  length: 40 + Math.floor(random() * 900),
  likesHidden: false,
});

/** Every post of an account up to `now`, newest first, with its final counts. The same brand and time give the same posts. */
export function postsOf(brand: DemoBrand, account: DemoAccount, now: number): DemoPost[] {
  const random = seeded(`${account.network}:${account.owner.handle}`);
  const video = account.network === 'youtube';
  const every = (7 * DAY) / account.postsPerWeek;
  const start = Math.floor(100 * random());
  const count = FIRST_ROUND + account.postsPerWeek;
  const posts = Array.from({ length: count }, (_, i) => {
    const post = plainPost(account, account.owner, Math.floor(now - (i + 0.15 + 0.6 * random()) * every), random);
    post.text = textFor(video ? 'video' : 'post', account.language, brand.products, start + i, random);
    post.format = video ? 'video' : pick(FORMATS, random);
    if (i === count - 8) post.counts = draw(account, 7, random);
    if (i === count - 3 && !video)
      post.counts = { likes: 0, comments: 0, shares: 0, quotes: 0, saves: 0, views: account.network === 'x' ? 37 : null };
    if (i === count - 6 && !video) post.quote = quoteOf(account, post.published, random);
    if (account.network === 'bluesky') post.counts.views = null;
    if (account.network === 'youtube') post.likesHidden = account.owner.handle === 'solmerine' && i === count - WATCHED;
    return post;
  });
  return video ? posts : withGuests(account, posts, now, random);
}

function quoteOf(account: DemoAccount, published: number, random: () => number): DemoPost['quote'] {
  const at = published - 5 * 3_600_000;
  return {
    author: guest(account, OTHERS.quoted),
    text: 'Samedi, 38 étals et 2,4 k visiteurs attendus.',
    id: newId(account, at, random),
    published: at,
  };
}

const guest = (account: DemoAccount, person: Person): Person =>
  account.network === 'bluesky'
    ? {
        ...person,
        handle: `${person.handle.replace('_', '-')}.bsky.social`,
        nativeId: `did:plc:${person.handle.replace(/\W|_/g, '').padEnd(24, 'k3m')}`,
      }
    : person;

/** A pinned post (on one X account from before views were counted), a repost, and on X an advertisement. */
function withGuests(account: DemoAccount, posts: DemoPost[], now: number, random: () => number): DemoPost[] {
  const old = account.owner.handle === 'maisontilleval';
  const pinned = plainPost(account, account.owner, old ? Date.UTC(2022, 4, 17, 8, 30) : Math.floor(now - 190 * DAY), random);
  pinned.text =
    account.language === 'fr'
      ? 'Qui nous sommes, en une minute. Épinglé pour les curieux.'
      : 'Who we are, in one minute. Pinned for the curious.';
  pinned.pinned = true;
  pinned.counts = draw(account, 6, random);
  if (old || account.network === 'bluesky') pinned.counts.views = null;
  const repost = plainPost(account, guest(account, OTHERS.partner), Math.floor(now - 16.3 * DAY), random);
  repost.text = 'Dégusté pour vous : sept boissons sans bulles ni sucre.';
  repost.repost = true;
  if (account.network === 'bluesky') repost.counts.views = null;
  const rest = [...posts];
  rest.splice(rest.length - 10, 0, repost);
  if (account.network === 'x') {
    const ad = plainPost(account, OTHERS.advertiser, Math.floor(now - 40 * DAY), random);
    ad.text = 'Des pieds au chaud, -20 % jusqu’à dimanche.';
    ad.promoted = true;
    ad.format = 'image';
    rest.splice(rest.length - 15, 0, ad);
  }
  return [pinned, ...rest];
}

/** A post as it stood at `at`: nothing before its publication, then quickly up to its final counts. */
export function asOf(post: DemoPost, at: number): DemoPost | null {
  const age = at - post.published;
  if (age < 0) return null;
  const grown = (n: number) => Math.floor((n * age) / (age + 0.8 * DAY));
  const { likes, comments, shares, quotes, saves, views } = post.counts;
  const counts: Counts = {
    likes: grown(likes),
    comments: grown(comments),
    shares: grown(shares),
    quotes: grown(quotes),
    saves: grown(saves),
    views: views === null ? null : Math.max(grown(views), grown(likes)),
  };
  return { ...post, counts };
}
