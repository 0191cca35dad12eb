import type { DemoPost, DemoProfile, Language, Person } from './data';
import { inScript, nest, picture, safe } from './html';
import { bareFromTenThousand, date, letters, oneDecimal, plain, plural } from './numbers';

const WORDS = {
  en: {
    reply: (n: number, shown: string) => `Reply (${shown} ${plural(n, 'en', 'reply', 'replies')})`,
    like: (n: number, shown: string) => `Like (${shown} ${plural(n, 'en', 'like', 'likes')})`,
    repost: 'Repost or quote post',
    pinned: 'Pinned',
    by: (who: string) => `Reposted by ${who}`,
    followers: (n: number) => plural(n, 'en', 'follower', 'followers'),
    following: 'following',
    posts: 'posts',
    save: 'Add to saved posts',
    share: 'Open share menu',
    options: 'Open post options menu',
    profile: 'View profile',
    avatar: (who: string) => `${who}'s avatar`,
    postBy: (who: string) => `Post by ${who}`,
    end: 'End of feed',
    follow: 'Follow',
    tabs: ['Posts', 'Media', 'Videos'],
    play: 'Play video',
  },
  fr: {
    reply: (n: number, shown: string) => `Répondre (${shown} ${plural(n, 'fr', 'réponse', 'réponses')})`,
    like: (_: number, shown: string) => `Aimer (${shown} ont aimé)`,
    repost: 'Republier ou citer',
    pinned: 'Épinglé',
    by: (who: string) => `Republié par ${who}`,
    followers: () => 'abonné·e·s',
    following: 'abonnements',
    posts: 'posts',
    save: 'Ajouter aux posts conservés',
    share: 'Ouvrir le menu de partage',
    options: 'Ouvrir le menu d’options du post',
    profile: 'Voir le profil',
    avatar: (who: string) => `Avatar de ${who}`,
    postBy: (who: string) => `Post de ${who}`,
    end: 'Fin du fil d’actu',
    follow: 'Suivre',
    tabs: ['Posts', 'Média', 'Vidéos'],
    play: 'Lire la vidéo',
  },
} as const;

const STYLE = `body{font:15px/1.3 system-ui,sans-serif;margin:0;color:#0b0f14}a{color:inherit;text-decoration:none}main{max-width:600px;margin:auto;border:solid #dce2ea;border-width:0 1px}path{stroke:#667b99;stroke-width:1.6}button{border:0;background:none;font:inherit;color:#667b99;display:inline-flex;gap:4px}
.banner{width:100%;height:120px;object-fit:cover}.avatar{border-radius:50%;width:80px;height:80px;margin:-40px 16px 0;position:relative}.small{width:42px;height:42px;border-radius:50%}[data-testid=profileHeaderDisplayName]{font-size:26px;font-weight:700;margin:4px 16px 0}.stats,.handle,[data-testid=profileHeaderDescription]{margin:4px 16px;display:flex;gap:12px;color:#405168}
[data-testid=profilePager-selector]{display:flex;gap:32px}[role=tablist]{display:flex;gap:32px;padding:12px 16px;border-bottom:1px solid #dce2ea;font-weight:600}[data-testid^=feedItem]{padding:10px 16px;border-bottom:1px solid #dce2ea}.row{display:flex;gap:10px}.row>div:last-child{flex:1}.meta{display:flex;gap:4px;color:#405168}.meta a:first-child{font-weight:700;color:#0b0f14}.why{color:#405168;font-size:13px;margin-left:52px}.bar{display:flex;justify-content:space-between;margin-top:8px}.tiny{width:16px;height:16px;border-radius:50%}.photo{width:200px;height:110px;border-radius:8px;margin-top:6px}.quote{border:1px solid #dce2ea;border-radius:8px;padding:8px;margin-top:6px}`;

const svg = (size: number, path = 'M12 4a8 8 0 100 16 8 8 0 000-16z') =>
  `<svg fill="none" viewBox="0 0 24 24" width="${size}" height="${size}"><path stroke="none" fill-rule="evenodd" clip-rule="evenodd" d="${path}"></path></svg>`;
const CDN = 'https://cdn.bsky.app/img';
const PIN = 'M10.5 3h3v8l4 4v2h-5v5h-1v-5h-5v-2l4-4z';
const REPOST = 'M17.957 2.293l3.75 3.75-3.75 3.75V7H6v5H4V5h13.957z';

/** What the repost button counts: reposts and quotes together. */
export const sharesShown = (post: DemoPost): number => post.counts.shares + post.counts.quotes;

/** A complete Bluesky profile page, signed out, as its own client leaves it in the document. */
export function blueskyProfile(data: DemoProfile): string {
  const { owner, bio, language, followers, following, postCount } = data;
  const words = WORDS[language];
  const at = `https://bsky.app/profile/${owner.handle}`;
  const title = `${owner.name} (@${owner.handle})`;
  const link = (to: string, n: number, unit: string, id: string) =>
    `<a href="/profile/${owner.handle}/${to}" dir="auto" aria-label="${n} ${unit}" role="link" data-no-underline="1" data-testid="${id}"><span>${oneDecimal(n, language)} </span><span>${unit}</span></a>`;
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="UTF-8"><title>${safe(title)} — Bluesky</title><style>${STYLE}</style>
<meta name="application-name" content="Bluesky"><meta name="generator" content="bskyweb"><meta property="og:site_name" content="Bluesky Social"><meta property="og:type" content="profile"><meta property="og:url" content="${at}"><link rel="canonical" href="${at}"><meta property="profile:username" content="${owner.handle}"><meta property="og:title" content="${safe(title)}">
<link rel="alternate" href="at://${owner.nativeId}/app.bsky.actor.profile/self"><meta name="twitter:label1" content="Account DID"><meta name="twitter:value1" content="${owner.nativeId}"><meta name="description" content="${safe(bio)}">
<script type="application/ld+json">${inScript(linkedData(data))}</script></head>
<body><div id="root">${nest(
    4,
    `<main role="main">${nest(
      4,
      `<div data-testid="profileScreen"><div data-testid="profileView"><div data-testid="profilePager"><div>
<div role="img" data-testid="userBannerImage"><img class="banner" ${picture(`${CDN}/banner/plain/${owner.nativeId}/bafkreibanner@jpeg`)}></div><div role="img" data-testid="profileHeaderAviButton"><div data-testid="userAvatarImage"><img class="avatar" ${picture(`${CDN}/avatar/plain/${owner.nativeId}/bafkreiavatar@jpeg`)}></div></div>
<button aria-label="${words.follow} ${owner.handle}" aria-pressed="false" role="button" data-testid="followBtn" type="button">${svg(16)}<div dir="auto">${words.follow}</div></button>
<div dir="auto" data-testid="profileHeaderDisplayName">${safe(owner.name)}<div></div></div><div class="handle"><div dir="auto">@${owner.handle}</div></div>
<div class="stats">${link('followers', followers, words.followers(followers), 'profileHeaderFollowersButton')}${link('follows', following, words.following, 'profileHeaderFollowsButton')}<div dir="auto">${oneDecimal(postCount, language)} <span>${words.posts}</span></div></div>
<div><div dir="auto" data-word-wrap="1" data-testid="profileHeaderDescription">${safe(bio)}</div></div></div>
<div role="tablist" data-testid="profilePager"><div data-testid="profilePager-selector">${words.tabs.map((tab, i) => `<div role="tab" data-testid="profilePager-selector-${i}"><div dir="auto" data-testid="profilePager-${tab}">${tab}</div></div>`).join('')}</div></div></div>
<div><div data-testid="postsFeed"><div data-testid="postsFeed-flatlist"><div></div>${nest(1, data.posts.map((post) => `<div>${nest(1, item(post, data))}</div>`).join('\n'))}<div><div dir="auto">${words.end}</div></div></div></div></div></div></div>`,
    )}</main>`,
  )}</div></body></html>`;
}

const counter = (type: string, n: number) => ({
  '@type': 'InteractionCounter',
  interactionType: `https://schema.org/${type}`,
  userInteractionCount: n,
});

/** The ten latest posts of the account with exact counts, as the server puts them into the first document. */
function linkedData({ owner, bio, followers, following, postCount, posts }: DemoProfile) {
  const person = { '@type': 'Person', name: owner.name, alternateName: `@${owner.handle}`, identifier: owner.nativeId };
  const latest = posts
    .filter((post) => !post.repost)
    .sort((a, b) => b.published - a.published)
    .slice(0, 10);
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    dateCreated: '2023-11-08T10:00:00.000Z',
    mainEntity: {
      ...person,
      description: bio,
      interactionStatistic: [counter('FollowAction', followers)],
      agentInteractionStatistic: [counter('FollowAction', following), counter('WriteAction', postCount)],
    },
    hasPart: latest.map((post) => ({
      '@type': 'DiscussionForumPosting',
      url: `https://bsky.app/profile/${owner.handle}/post/${post.id}`,
      identifier: `at://${owner.nativeId}/app.bsky.feed.post/${post.id}`,
      author: { ...person, url: `https://bsky.app/profile/${owner.handle}` },
      text: post.text,
      datePublished: new Date(post.published).toISOString(),
      interactionStatistic: [
        counter('LikeAction', post.counts.likes),
        counter('CommentAction', post.counts.comments),
        counter('ShareAction', sharesShown(post)),
      ],
      commentCount: post.counts.comments,
    })),
  };
}

function item(post: DemoPost, data: DemoProfile): string {
  const { language, now } = data;
  const words = WORDS[language];
  const { author } = post;
  const at = `/profile/${author.handle}`;
  const when = date(post.published, language, 'full');
  return `<div role="link" tabindex="0" data-testid="feedItem-by-${author.handle}"><div class="why">${why(post, data)}</div><div class="row"><div><a href="${at}" aria-label="${safe(words.avatar(author.name))}" aria-pressed="false" role="link" data-no-underline="1"><div data-expoimage="true" data-testid="userAvatarImage"><img class="small" ${picture(`${CDN}/avatar_thumbnail/plain/${author.nativeId}/bafkreiavatar@jpeg`)}></div></a></div><div>
<div class="meta"><div><a href="${at}" dir="auto" aria-label="${words.profile}" role="link" data-no-underline="1">${safe(author.name)}</a><a href="${at}" dir="auto" aria-label="${words.profile}" role="link" data-no-underline="1"> @${author.handle}</a></div><a href="${at}/post/${post.id}" dir="auto" aria-label="${when}" role="link" data-tooltip="${when}" data-no-underline="1"><span> · </span>${shortAge(now - post.published, language)}</a></div>
<div data-testid="contentHider-post"><div><div dir="auto" data-word-wrap="1" data-testid="postText">${safe(post.text)}</div></div>${attachments(post, data)}</div>${actions(post, language)}</div></div></div>`;
}

function why(post: DemoPost, { owner, language }: DemoProfile): string {
  const words = WORDS[language];
  if (post.pinned) return nest(2, `${svg(13, PIN)}<div dir="auto">${words.pinned}</div>`);
  if (!post.repost) return '';
  const by = safe(words.by(owner.name));
  return `<a href="/profile/${owner.handle}" aria-label="${by}" aria-pressed="false" role="link" data-no-underline="1">${svg(13, REPOST)}<span><div dir="auto">${by}</div></span></a>`;
}

/** Days up to 30, then months. */
function shortAge(age: number, language: Language): string {
  const days = age / 86_400_000;
  return days < 30 ? letters(age, language).replace(' j', 'j') : `${Math.floor(days / 30)}${language === 'fr' ? ' mo' : 'mo'}`;
}

const photo = (seed: string) =>
  `<button aria-label="Photo" role="button" type="button"><div data-expoimage="true"><div><img alt="Photo" class="photo" loading="lazy" ${picture(`${CDN}/feed_thumbnail/plain/${seed}@jpeg`)}></div></div></button>`;

function attachments(post: DemoPost, { language, now }: DemoProfile): string {
  const words = WORDS[language];
  const parts: string[] = [];
  if (post.format === 'image') parts.push(photo(`${post.author.nativeId}/${post.id}`));
  if (post.format === 'carousel') parts.push(photo(`${post.author.nativeId}/${post.id}1`) + photo(`${post.author.nativeId}/${post.id}2`));
  if (post.format === 'video')
    parts.push(
      `<div><figure aria-label="Video"><video poster="https://video.bsky.app/watch/${encodeURIComponent(post.author.nativeId)}/${post.id}/thumbnail.jpg" class="photo" playsinline preload="none"></video></figure><button aria-label="${words.play}" role="button" type="button">▶</button></div>`,
    );
  if (post.format === 'link')
    parts.push(
      `<div><a href="https://journal.example/${post.id}" aria-label="Journal" role="link" target="_blank" rel="noopener"><div dir="auto">Journal</div><div dir="auto">journal.example</div></a></div>`,
    );
  if (post.quote)
    parts.push(
      quote(post.quote.author, post.quote.text, now - post.quote.published, language, date(post.quote.published, language, 'full')),
    );
  return parts.length > 0 ? `<div>${parts.join('')}</div>` : '';
}

function quote(author: Person, text: string, age: number, language: Language, when: string): string {
  return `<div class="quote"><div aria-label="${WORDS[language].postBy(author.handle)}" role="link" tabindex="0"><div class="meta"><div data-testid="userAvatarImage"><img class="tiny" ${picture(`${CDN}/avatar_thumbnail/plain/${author.nativeId}/bafkreiavatar@jpeg`)}></div><div dir="auto">${safe(author.name)}</div><div dir="auto">@${author.handle}</div><div dir="auto" data-tooltip="${when}"><span> · </span>${shortAge(age, language)}</div></div><div dir="auto" data-word-wrap="1">${safe(text)}</div></div></div>`;
}

/** Labels hold exact counts, zero too; the repost count is text alone, cut off, and an empty count has no element. */
function actions(post: DemoPost, language: Language): string {
  const words = WORDS[language];
  const { comments, likes } = post.counts;
  const shown = (n: number, id?: string) =>
    n > 0 ? `<div dir="auto"${id ? ` data-testid="${id}"` : ''}>${bareFromTenThousand(n, language)}</div>` : '';
  return `<div class="bar"><div><div><button aria-label="${words.reply(comments, plain(comments, language))}" aria-pressed="false" role="button" data-testid="replyBtn" type="button">${svg(18)}${shown(comments)}</button></div></div>
<div><button aria-label="${words.repost}" aria-pressed="false" role="button" type="button">${svg(18, REPOST)}${shown(sharesShown(post), 'repostCount')}</button></div>
<div><button aria-label="${words.like(likes, plain(likes, language))}" aria-pressed="false" role="button" data-testid="likeBtn" type="button"><div>${svg(18)}<div></div><div></div></div>${likes > 0 ? nest(2, shown(likes, 'likeCount')) : ''}</button></div>
<div><button aria-label="${words.save}" aria-pressed="false" role="button" data-testid="postBookmarkBtn" type="button">${svg(18)}</button></div><div><button aria-expanded="false" aria-haspopup="menu" aria-label="${words.share}" aria-pressed="false" role="button" data-testid="postShareBtn" type="button">${svg(18)}</button></div><div><button aria-expanded="false" aria-haspopup="menu" aria-label="${words.options}" aria-pressed="false" role="button" data-testid="postDropdownBtn" type="button">${svg(18)}</button></div></div>`;
}
