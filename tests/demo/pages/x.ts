import type { DemoPost, DemoProfile, Language, Person } from './data';
import { inScript, nest, picture, safe } from './html';
import { abbreviated, date, letters, plural } from './numbers';
import { STYLE } from './x-style';

const PIN = 'M7 4.5C7 3.12 8.12 2 9.5 2h5C15.88 2 17 3.12 17 4.5v5.26L20.12 16H13v5l-1 2-1-2v-5H3.88L7 9.76V4.5z';
const REPOST =
  'M4.75 3.79l4.603 4.3-1.706 1.82L6 8.38v7.37c0 .97.784 1.75 1.75 1.75H13V20H7.75c-2.347 0-4.25-1.9-4.25-4.25V8.38L1.853 9.91.147 8.09z';
const DAY = 86_400_000;

const WORDS = {
  en: {
    units: [
      ['reply', 'replies'],
      ['repost', 'reposts'],
      ['like', 'likes'],
      ['bookmark', 'bookmarks'],
      ['view', 'views'],
    ],
    buttons: [
      ['Reply', 'Replies', 'Reply'],
      ['repost', 'reposts', 'Repost'],
      ['Like', 'Likes', 'Like'],
    ],
    analytics: 'View post analytics',
    bookmark: 'Bookmark',
    share: 'Share post',
    more: 'More',
    pinned: 'Pinned',
    reposted: (who: string) => `${who} reposted`,
    ad: 'Ad',
    quote: 'Quote',
    following: 'Following',
    followers: 'Followers',
    posts: 'posts',
    timeline: (who: string) => `${who}’s posts`,
    tabs: ['Posts', 'Replies', 'Highlights', 'Media'],
    image: 'Image',
    video: 'Embedded video',
    verified: 'Verified account',
    follow: 'Follow',
  },
  fr: {
    units: [
      ['réponse', 'réponses'],
      ['repost', 'reposts'],
      ["j'aime", "j'aime"],
      ['signet', 'signets'],
      ['vue', 'vues'],
    ],
    buttons: [
      ['Réponse', 'Réponses', 'Répondre'],
      ['repost', 'reposts', 'Reposter'],
      ["J'aime", "J'aime", "J'aime"],
    ],
    analytics: 'Voir les statistiques du post',
    bookmark: 'Signet',
    share: 'Partager le post',
    more: 'Plus',
    pinned: 'Épinglé',
    reposted: (who: string) => `${who} a reposté`,
    ad: 'Pub',
    quote: 'Citer',
    following: 'abonnements',
    followers: 'abonnés',
    posts: 'posts',
    timeline: (who: string) => `Posts de ${who}`,
    tabs: ['Posts', 'Réponses', "À l'affiche", 'Médias'],
    image: 'Image',
    video: 'Vidéo intégrée',
    verified: 'Compte certifié',
    follow: 'Suivre',
  },
} as const;

const count = (n: number, language: Language, [one, other]: readonly [string, string]) => `${n} ${plural(n, language, one, other)}`;
const svg = (path = 'M12 4a8 8 0 100 16 8 8 0 000-16z') =>
  `<svg viewBox="0 0 24 24" aria-hidden="true"><g><path d="${path}"></path></g></svg>`;

/** A complete X profile page, as its own script leaves it in the document. */
export function xProfile(data: DemoProfile): string {
  const { owner, language } = data;
  const words = WORDS[language];
  const at = `https://x.com/${owner.handle}`;
  const title = `${owner.name} (@${owner.handle}) / X`;
  return `<!DOCTYPE html><html dir="ltr" lang="${language}"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${STYLE}</style>
<link rel="canonical" href="${at}" data-rh="true"><meta property="og:title" content="${safe(title)}" data-rh="true">
<script type="application/ld+json" data-testid="UserProfileSchema-test" data-rh="true">${inScript(schema(data))}</script></head>
<body><noscript><div><h1>JavaScript is not available.</h1></div></noscript><div id="react-root">${nest(3, '')}<header role="banner"><h1 role="heading"><a href="/home" aria-label="X" role="link">${svg()}</a></h1></header>
<main role="main">${nest(
    3,
    `<div data-testid="primaryColumn"><div>${nest(2, bar(data))}${nest(4, head(data))}
<nav aria-label="Profile timelines" role="navigation"><div role="tablist" data-testid="ScrollSnap-List">${words.tabs.map((tab, i) => `<div role="presentation"><a href="/${owner.handle}${['', '/with_replies', '/highlights', '/media'][i]}" role="tab" aria-selected="${i === 0}"><span>${tab}</span></a></div>`).join('')}</div></nav>
<section aria-labelledby="accessible-list-0" role="region"><h1 dir="auto" aria-level="1" role="heading" id="accessible-list-0">${safe(words.timeline(owner.name))}</h1>
<div aria-label="Timeline: ${safe(words.timeline(owner.name))}"><div>${data.posts.map((post, i) => cell(post, data, i)).join('\n')}</div></div></section></div></div>`,
  )}</main></div></body></html>`;
}

function schema({ owner, bio, followers, following, postCount }: DemoProfile) {
  const counter = (type: string, name: string, n: number) => ({
    '@type': 'InteractionCounter',
    interactionType: `https://schema.org/${type}`,
    name,
    userInteractionCount: n,
  });
  return {
    '@context': 'http://schema.org',
    '@type': 'ProfilePage',
    dateCreated: '2016-03-14T09:12:31.000Z',
    mainEntity: {
      '@type': 'Person',
      additionalName: owner.handle,
      description: bio,
      givenName: owner.name,
      identifier: owner.nativeId,
      interactionStatistic: [
        counter('FollowAction', 'Follows', followers),
        counter('SubscribeAction', 'Friends', following),
        counter('WriteAction', 'Tweets', postCount),
      ],
      name: owner.name,
      url: `https://x.com/${owner.handle}`,
    },
  };
}

function bar({ owner, postCount, language }: DemoProfile): string {
  return `<div><button aria-label="Back" role="button" data-testid="app-bar-back" type="button">${svg()}</button><h2 dir="ltr" aria-level="2" role="heading">${nest(2, `<span>${safe(owner.name)}</span>`)}</h2><div dir="ltr">${abbreviated(postCount, language)} ${WORDS[language].posts}</div></div>`;
}

function head({ owner, bio, followers, following, language }: DemoProfile): string {
  const words = WORDS[language];
  const link = (to: string, n: number, word: string) =>
    `<div><a href="/${owner.handle}/${to}" dir="ltr" role="link"><span><span>${abbreviated(n, language)}</span></span> <span><span>${word}</span></span></a></div>`;
  return `<a href="/${owner.handle}/header_photo" role="link"><img class="banner" alt="" ${picture(`https://pbs.twimg.com/profile_banners/${owner.nativeId}/1500x500`)}></a>
<div data-testid="UserAvatar-Container-${owner.handle}"><img class="avatar" alt="" ${picture(`https://pbs.twimg.com/profile_images/${owner.nativeId}/${owner.handle}_400x400.jpg`)}></div><div data-testid="placementTracking"><button aria-label="${words.follow} @${owner.handle}" role="button" data-testid="${owner.nativeId}-follow" type="button"><span>${words.follow}</span></button></div>
<div data-testid="UserName"><div dir="ltr"><span><span>${safe(owner.name)}</span></span><svg aria-label="${words.verified}" role="img" data-testid="icon-verified"></svg></div><div dir="ltr"><span>@${owner.handle}</span></div></div>
<div dir="auto" data-testid="UserDescription"><span>${safe(bio)}</span></div><div>${link('following', following, words.following)}${link('verified_followers', followers, words.followers)}</div>`;
}

function cell(post: DemoPost, data: DemoProfile, index: number): string {
  const article = `<article aria-labelledby="id__a${index}" role="article" tabindex="0" data-testid="tweet">${nest(2, `${context(post, data)}<div><div data-testid="Tweet-User-Avatar">${avatar(post.author, true)}</div><div>${names(post, data)}${text(post)}${attachments(post, data)}${actions(post, data, index)}</div></div>`)}</article>`;
  return `<div data-testid="cellInnerDiv">${nest(2, post.promoted ? `<div data-testid="placementTracking">${article}</div>` : article)}</div>`;
}

function context(post: DemoPost, { owner, language }: DemoProfile): string {
  const words = WORDS[language];
  if (post.pinned) return `<div class="context">${svg(PIN)}<div dir="ltr" data-testid="socialContext">${words.pinned}</div></div>`;
  if (!post.repost) return '';
  const who = `<span dir="ltr"><span>${safe(owner.name)}</span></span>`;
  return `<div class="context">${svg(REPOST)}<a href="/${owner.handle}" dir="ltr" role="link"><span data-testid="socialContext">${words.reposted(who)}</span></a></div>`;
}

const avatar = (person: Person, linked: boolean) => {
  const image = `<img class="small" alt="" ${picture(`https://pbs.twimg.com/profile_images/${person.nativeId}/${person.handle}_normal.jpg`)}>`;
  return `<div data-testid="UserAvatar-Container-${person.handle}">${nest(2, linked ? `<a href="/${person.handle}" aria-hidden="true" role="link">${image}</a>` : `<div aria-hidden="true" role="presentation">${image}</div>`)}</div>`;
};

const shownTime = (at: number, now: number, language: Language) =>
  now - at < DAY ? letters(now - at, language) : date(at, language, 'short', now);

function names(post: DemoPost, { now, language }: DemoProfile): string {
  const { author, published } = post;
  const shown = shownTime(published, now, language);
  const when = post.promoted
    ? `<div dir="ltr"><span>${WORDS[language].ad}</span></div>`
    : `<a href="/${author.handle}/status/${post.id}" dir="ltr" aria-label="${shown}" role="link"><time datetime="${new Date(published).toISOString()}">${shown}</time></a>`;
  return `<div data-testid="User-Name"><a href="/${author.handle}" role="link"><div dir="ltr"><span>${safe(author.name)}</span></div></a><a href="/${author.handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${author.handle}</span></div></a><div dir="ltr" aria-hidden="true"><span>·</span></div>${when}</div><button aria-expanded="false" aria-haspopup="menu" aria-label="${WORDS[language].more}" role="button" data-testid="caret" type="button">${svg()}</button>`;
}

const text = (post: DemoPost) =>
  post.text ? `<div dir="auto" lang="fr" data-testid="tweetText"><span>${safe(post.text)}</span></div>` : '';

function attachments(post: DemoPost, { now, language }: DemoProfile): string {
  const words = WORDS[language];
  const photo = (n: number) =>
    `<a href="/${post.author.handle}/status/${post.id}/photo/${n}" role="link"><div aria-label="${words.image}" data-testid="tweetPhoto"><img class="photo" alt="${words.image}" ${picture(`https://pbs.twimg.com/media/G${post.id}${n}?format=jpg&name=small`)}></div></a>`;
  const parts: string[] = [];
  if (post.format === 'image') parts.push(photo(1));
  if (post.format === 'carousel') parts.push(photo(1) + photo(2) + photo(3));
  if (post.format === 'video')
    parts.push(
      `<div data-testid="tweetPhoto"><div data-testid="placementTracking"><div data-testid="videoPlayer"><div data-testid="videoComponent"><video preload="none" playsinline aria-label="${words.video}" poster="https://pbs.twimg.com/amplify_video_thumb/${post.id}/img/still.jpg"></video></div></div></div></div>`,
    );
  if (post.format === 'link')
    parts.push(
      `<div data-testid="card.wrapper"><div data-testid="card.layoutLarge.media"><a href="https://t.co/${post.id.slice(-10)}" rel="noopener noreferrer nofollow" target="_blank" role="link"><span>${safe(post.author.name)}</span></a></div></div>`,
    );
  if (post.quote) {
    const { author, published, text: quoted } = post.quote;
    const shown = shownTime(published, now, language);
    parts.push(
      `<div id="q${post.id}"><div dir="ltr"><span>${words.quote}</span></div><div tabindex="0" role="link" class="quote"><div data-testid="Tweet-User-Avatar">${avatar(author, false)}</div><div data-testid="User-Name"><div dir="ltr"><span>${safe(author.name)}</span></div><div dir="ltr"><span>@${author.handle}</span></div><div dir="ltr" aria-label="${shown}"><time datetime="${new Date(published).toISOString()}">${shown}</time></div></div><div dir="auto" lang="fr" data-testid="tweetText"><span>${safe(quoted)}</span></div></div></div>`,
    );
  }
  return parts.join('');
}

/** The row under a post: its group label holds exact counts and omits zeros; the visible text is cut off. */
function actions(post: DemoPost, { language }: DemoProfile, index: number): string {
  const words = WORDS[language];
  const { comments, shares, likes, saves, views } = post.counts;
  const label = [comments, shares, likes, saves, views ?? 0]
    .flatMap((n, i) => (n > 0 ? [count(n, language, words.units[i] ?? ['', ''])] : []))
    .join(', ');
  const shown = (n: number) =>
    `<span data-testid="app-text-transition-container">${n > 0 ? `<span><span>${abbreviated(n, language)}</span></span>` : ''}</span>`;
  const button = (id: string, n: number, i: number) => {
    const [one, other, verb] = words.buttons[i] ?? ['', '', ''];
    return `<div><button aria-label="${count(n, language, [one, other])}. ${verb}" role="button" data-testid="${id}" type="button"><div dir="ltr">${svg()}${shown(n)}</div></button></div>`;
  };
  const analytics = views === null ? words.analytics : `${count(views, language, words.units[4])}. ${words.analytics}`;
  return `<div aria-label="${label}" role="group" id="id__g${index}">${button('reply', comments, 0)}${button('retweet', shares, 1)}${button('like', likes, 2)}
<div><a href="/${post.author.handle}/status/${post.id}/analytics" aria-label="${analytics}" role="link"><div dir="ltr">${svg()}${views === null ? '' : shown(views)}</div></a></div><div><button aria-label="${words.bookmark}" role="button" data-testid="bookmark" type="button">${svg()}</button></div><div><button aria-expanded="false" aria-haspopup="menu" aria-label="${words.share}" role="button" type="button">${svg()}</button></div></div>`;
}
