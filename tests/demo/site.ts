import type { DemoAccount, DemoBrand } from './brands';
import { BRANDS } from './brands';
import { blueskyProfile, sharesShown } from './pages/bluesky';
import type { DemoComment, DemoPage, DemoPost, DemoProfile, Truth } from './pages/data';
import { xProfile } from './pages/x';
import { youtubeChannel } from './pages/youtube-channel';
import { youtubeWatch } from './pages/youtube-watch';
import { asOf, postsOf, WATCHED } from './posts';
import { talkUnder } from './talk';

const WEEK = 7 * 86_400_000;
/** Videos of the own brand whose own pages are opened: five weeks of them. */
const OPENED = 10;

/**
 * Every demo page. `weeksAgo` 1 is what the pages held a week before `now`, 0 what they hold now.
 * Ages on the page count back from `now` in both, since that is when the page is read.
 */
export function demoPages(now: number, weeksAgo: 0 | 1): DemoPage[] {
  return BRANDS.flatMap((brand) => brand.accounts.flatMap((account) => pagesOf(brand, account, now, weeksAgo)));
}

const profileOf = (account: DemoAccount, posts: DemoPost[], now: number, weeksAgo: 0 | 1): DemoProfile => ({
  owner: account.owner,
  bio: account.bio,
  language: account.language,
  now,
  posts,
  followers: Math.round(account.followers * (weeksAgo === 0 ? 1 + account.growth : 1)),
  following: 100 + account.bio.length,
  postCount: 40 * posts.length,
});

function pagesOf(brand: DemoBrand, account: DemoAccount, now: number, weeksAgo: 0 | 1): DemoPage[] {
  const all = postsOf(brand, account, now);
  const posts = all.map((post) => asOf(post, now - weeksAgo * WEEK)).filter((post) => post !== null);
  const profile = profileOf(account, posts, now, weeksAgo);
  if (account.network === 'x') return [page('x', `https://x.com/${account.owner.handle}`, xProfile(profile), profile, onX)];
  if (account.network === 'bluesky')
    return [page('bluesky', `https://bsky.app/profile/${account.owner.handle}`, blueskyProfile(profile), profile, onBluesky)];
  const watched = posts[posts.length - WATCHED];
  const channel = page('youtube', `https://www.youtube.com/@${account.owner.handle}/videos`, youtubeChannel(profile), profile, onChannel);
  if (!watched) return [channel];
  return [channel, watchPage(profile, watched)];
}

/** A video's own page, with what people say under it. */
function watchPage(profile: DemoProfile, video: DemoPost): DemoPage {
  const talk = talkUnder(video, profile.language, profile.now);
  const one = { ...profile, posts: [video] };
  return page('youtube', `https://www.youtube.com/watch?v=${video.id}`, youtubeWatch(one, talk), one, onWatch, talk);
}

/** The own pages of the own brand's latest videos, as they stand now: what an analyst opens who wants to know what people ask. */
export function ownWatchPages(now: number): DemoPage[] {
  const [own] = BRANDS;
  const account = own?.accounts.find(({ network }) => network === 'youtube');
  if (!own || !account) return [];
  const profile = profileOf(account, postsOf(own, account, now), now, 0);
  return profile.posts.slice(0, OPENED).map((video) => watchPage(profile, video));
}

type Shown = Truth['posts'][number]['metrics'];

function page(
  network: Truth['network'],
  url: string,
  html: string,
  profile: DemoProfile,
  shown: (post: DemoPost) => Shown,
  talk: readonly DemoComment[] = [],
): DemoPage {
  const { owner, followers } = profile;
  const posts = profile.posts.map((post) => ({
    id: post.id,
    own: post.author.handle === owner.handle,
    published: post.published,
    flags: { pinned: post.pinned, repost: post.repost, quote: post.quote !== null },
    metrics: shown(post),
  }));
  return { url, html, truth: { network, handle: owner.handle, followers, posts, comments: [...talk] } };
}

const onX = ({ counts: { likes, comments, shares, saves, views } }: DemoPost): Shown => ({
  likes,
  comments,
  shares,
  saves,
  views: views ?? 'absent',
});
const onBluesky = (post: DemoPost): Shown => ({ likes: post.counts.likes, comments: post.counts.comments, shares: sharesShown(post) });
const onChannel = (post: DemoPost): Shown => ({ views: post.counts.views ?? 'absent' });
const onWatch = (post: DemoPost): Shown => ({
  views: post.counts.views ?? 'absent',
  comments: post.counts.comments,
  likes: post.likesHidden ? 'hidden' : post.counts.likes,
});
