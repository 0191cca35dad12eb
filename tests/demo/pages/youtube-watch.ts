import type { DemoComment, DemoPost, DemoProfile, Language } from './data';
import { inScript, picture, safe } from './html';
import { abbreviated, ago, plain, plural } from './numbers';
import { shell, subscribers } from './youtube-channel';

const WORDS = {
  en: {
    like: 'like this video',
    others: (n: number) => `like this video along with ${plain(n, 'en')} other ${plural(n, 'en', 'person', 'people')}`,
    likeWord: 'Like',
    dislike: 'Dislike this video',
    share: 'Share',
    views: (n: number) => plural(n, 'en', 'view', 'views'),
    comments: (n: number) => plural(n, 'en', 'Comment', 'Comments'),
  },
  fr: {
    like: 'Cliquez sur "J\'aime" pour cette vidéo',
    others: (n: number) =>
      `Cliquer sur "J'aime" pour cette vidéo comme ${plain(n, 'fr')} autres ${plural(n, 'fr', 'personne', 'personnes')}`,
    likeWord: "J'aime",
    dislike: 'Cliquez sur "Je n\'aime pas" pour cette vidéo',
    share: 'Partager',
    views: (n: number) => plural(n, 'fr', 'vue', 'vues'),
    comments: (n: number) => plural(n, 'fr', 'commentaire', 'commentaires'),
  },
} as const;

const scoped = (name: string) => `class="style-scope ${name}"`;

/** A complete watch page: exact views and comments, likes exact in the label and cut off to the eye, or concealed. `data.posts[0]` is the video. */
export function youtubeWatch(data: DemoProfile, talk: readonly DemoComment[]): string {
  const [post] = data.posts;
  if (!post) throw new Error('A watch page needs a video.');
  const { language, owner } = data;
  const at = `https://www.youtube.com/watch?v=${post.id}`;
  const title = safe(post.text);
  const head = `<link rel="canonical" href="${at}"><meta property="og:site_name" content="YouTube"><meta property="og:url" content="${at}"><meta property="og:title" content="${title}"><meta property="og:type" content="video.other"><script>var ytInitialPlayerResponse = ${inScript(player(post, data))};</script>`;
  const sub = subscribers(data.followers, language);
  return shell(
    language,
    post.text,
    head,
    `<ytd-watch-flexy class="style-scope ytd-page-manager" video-id="${post.id}" role="main"><div id="columns" ${scoped('ytd-watch-flexy')}><div id="primary" ${scoped('ytd-watch-flexy')}><div id="primary-inner"><div id="player"><img alt="" ${picture(`https://i.ytimg.com/vi/${post.id}/maxresdefault.jpg`)}></div><div id="below" ${scoped('ytd-watch-flexy')}>
<div id="microdata">${microdata(post, data)}</div>
<ytd-watch-metadata class="watch-active-metadata style-scope ytd-watch-flexy" video-id="${post.id}"><div id="above-the-fold" ${scoped('ytd-watch-metadata')}><div id="title" ${scoped('ytd-watch-metadata')}><h1 ${scoped('ytd-watch-metadata')}><yt-formatted-string ${scoped('ytd-watch-metadata')} title="${title}">${title}</yt-formatted-string></h1></div>
<div id="top-row" ${scoped('ytd-watch-metadata')}><div id="owner" class="item style-scope ytd-watch-metadata"><ytd-video-owner-renderer ${scoped('ytd-watch-metadata')}><a class="yt-simple-endpoint style-scope ytd-video-owner-renderer" href="/@${owner.handle}"></a><div id="upload-info" ${scoped('ytd-video-owner-renderer')}><ytd-channel-name id="channel-name" ${scoped('ytd-video-owner-renderer')}><div id="container"><div id="text-container"><yt-formatted-string id="text" ${scoped('ytd-channel-name')} title="${safe(owner.name)}"><a class="yt-simple-endpoint style-scope yt-formatted-string" spellcheck="false" href="/@${owner.handle}">${safe(owner.name)}</a></yt-formatted-string></div></div></ytd-channel-name><yt-formatted-string id="owner-sub-count" ${scoped('ytd-video-owner-renderer')} aria-label="${sub.said}">${sub.shown}</yt-formatted-string></div></ytd-video-owner-renderer></div>
<div id="actions" class="item style-scope ytd-watch-metadata"><ytd-menu-renderer ${scoped('ytd-watch-metadata')}><div id="top-level-buttons-computed" class="top-level-buttons style-scope ytd-menu-renderer">${likeButtons(post, language)}</div></ytd-menu-renderer></div></div>
<div id="bottom-row" ${scoped('ytd-watch-metadata')}><div id="description" class="item style-scope ytd-watch-metadata"><ytd-watch-info-text id="ytd-watch-info-text" ${scoped('ytd-watch-metadata')} detailed=""><div id="info-container"><yt-formatted-string id="info" ${scoped('ytd-watch-info-text')}><span dir="auto" ${scoped('yt-formatted-string')}>${info(post, language)}</span><span dir="auto">  </span><span dir="auto" ${scoped('yt-formatted-string')}>${new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(post.published)}</span></yt-formatted-string></div></ytd-watch-info-text></div></div></div></ytd-watch-metadata>
<ytd-comments id="comments" ${scoped('ytd-watch-flexy')}><ytd-item-section-renderer id="sections"><div id="header"><ytd-comments-header-renderer ${scoped('ytd-item-section-renderer')}><div id="title"><div id="leading-section"><h2 id="count" ${scoped('ytd-comments-header-renderer')}><yt-formatted-string class="count-text style-scope ytd-comments-header-renderer"><span dir="auto" ${scoped('yt-formatted-string')}>${plain(post.counts.comments, language)}</span><span dir="auto" ${scoped('yt-formatted-string')}> ${WORDS[language].comments(post.counts.comments)}</span></yt-formatted-string></h2></div></div></ytd-comments-header-renderer></div><div id="contents" ${scoped('ytd-item-section-renderer')}>${threads(talk, post, data)}</div></ytd-item-section-renderer></ytd-comments></div></div></div></div></ytd-watch-flexy>`,
  );
}

/** Comments as the page has loaded them, each with its answers unfolded. */
const threads = (talk: readonly DemoComment[], post: DemoPost, data: DemoProfile) =>
  talk
    .filter(({ replyTo }) => replyTo === null)
    .map((first) => {
      const answers = talk.filter(({ replyTo }) => replyTo === first.id).map((answer) => comment(answer, post, data));
      return `<ytd-comment-thread-renderer ${scoped('ytd-item-section-renderer')}><div id="comment-container">${comment(first, post, data)}</div><div id="replies"><ytd-comment-replies-renderer><div id="expander-contents">${answers.join('')}</div></ytd-comment-replies-renderer></div></ytd-comment-thread-renderer>`;
    })
    .join('\n');

function comment({ id, author, at, text, byAccount, hearted }: DemoComment, post: DemoPost, { language, now }: DemoProfile): string {
  const badge = byAccount
    ? `<ytd-author-comment-badge-renderer creator=""><a href="/@${author}"></a></ytd-author-comment-badge-renderer>`
    : '';
  const heart = hearted
    ? '<ytd-creator-heart-renderer is-hearted=""><yt-icon-button id="creator-heart-button"><button aria-label="heart"></button></yt-icon-button></ytd-creator-heart-renderer>'
    : '';
  return `<ytd-comment-view-model id="comment" class="style-scope ytd-comment-thread-renderer"><div id="body"><div id="author-thumbnail"><a href="/@${author}"></a></div><div id="main"><div id="header"><div id="header-author"><h3><a id="author-text" href="/@${author}"><span>@${author}</span></a></h3><span id="author-comment-badge">${badge}</span><span id="published-time-text"><a class="yt-simple-endpoint" href="/watch?v=${post.id}&amp;lc=${id}">${ago(now - at, language, 'long')}</a></span></div></div>
<ytd-expander id="expander"><div id="content"><yt-attributed-string id="content-text"><span>${safe(text)}</span></yt-attributed-string></div></ytd-expander>
<ytd-comment-engagement-bar id="action-buttons"><div id="toolbar"><span id="vote-count-middle"></span><div id="creator-heart">${heart}</div></div></ytd-comment-engagement-bar></div></div></ytd-comment-view-model>`;
}

function info(post: DemoPost, language: Language): string {
  const views = post.counts.views ?? 0;
  return `${plain(views, language)} ${language === 'fr' && views >= 1_000_000 && views % 1_000_000 === 0 ? 'de ' : ''}${WORDS[language].views(views)}`;
}

function likeButtons(post: DemoPost, language: Language): string {
  const words = WORDS[language];
  const shape = 'yt-spec-button-shape-next yt-spec-button-shape-next--tonal yt-spec-button-shape-next--mono';
  const label = post.likesHidden ? words.like : words.others(post.counts.likes);
  const shown = post.likesHidden ? words.likeWord : abbreviated(post.counts.likes, language);
  return `<segmented-like-dislike-button-view-model button-renderer="true" class="ytSegmentedLikeDislikeButtonViewModelHost style-scope ytd-menu-renderer"><yt-smartimation><div class="ytSegmentedLikeDislikeButtonViewModelSegmentedButtonsWrapper"><like-button-view-model class="ytLikeButtonViewModelHost"><toggle-button-view-model><button-view-model class="ytSpecButtonViewModelHost"><button class="${shape}" title="" aria-pressed="false" aria-label="${safe(label)}" aria-disabled="false"><div aria-hidden="true" class="yt-spec-button-shape-next__icon"></div><div class="yt-spec-button-shape-next__button-text-content">${shown}</div></button></button-view-model></toggle-button-view-model></like-button-view-model><dislike-button-view-model class="ytDislikeButtonViewModelHost"><toggle-button-view-model><button-view-model class="ytSpecButtonViewModelHost"><button class="${shape}" title="" aria-pressed="false" aria-label="${safe(words.dislike)}" aria-disabled="false"></button></button-view-model></toggle-button-view-model></dislike-button-view-model></div></yt-smartimation></segmented-like-dislike-button-view-model><yt-button-view-model class="ytd-menu-renderer"><button-view-model><button class="${shape}" aria-label="${words.share}">${words.share}</button></button-view-model></yt-button-view-model>`;
}

function microdata(post: DemoPost, { owner }: DemoProfile): string {
  const meta = (name: string, content: string) => `<meta itemprop="${name}" content="${safe(content)}">`;
  const counter = (type: string, n: number) =>
    `<div itemprop="interactionStatistic" itemscope="" itemtype="https://schema.org/InteractionCounter">${meta('interactionType', `https://schema.org/${type}`)}${meta('userInteractionCount', String(n))}</div>`;
  const at = new Date(post.published).toISOString();
  return `<div itemid="https://www.youtube.com/watch?v=${post.id}" itemscope="" itemtype="http://schema.org/VideoObject"><link itemprop="url" href="https://www.youtube.com/watch?v=${post.id}">${meta('name', post.text)}${meta('identifier', post.id)}${meta('duration', `PT${Math.floor(post.length / 60)}M${post.length % 60}S`)}<span itemprop="author" itemscope="" itemtype="http://schema.org/Person"><link itemprop="url" href="http://www.youtube.com/@${owner.handle}"><link itemprop="name" content="${safe(owner.name)}"></span>${post.likesHidden ? '' : counter('LikeAction', post.counts.likes)}${counter('WatchAction', post.counts.views ?? 0)}${meta('datePublished', at)}${meta('uploadDate', at)}</div>`;
}

function player(post: DemoPost, { owner }: DemoProfile) {
  const views = String(post.counts.views ?? 0);
  const at = new Date(post.published).toISOString();
  return {
    playabilityStatus: { status: 'OK' },
    videoDetails: {
      videoId: post.id,
      title: post.text,
      lengthSeconds: String(post.length),
      channelId: owner.nativeId,
      shortDescription: '',
      viewCount: views,
      author: owner.name,
      isPrivate: false,
      isLiveContent: false,
    },
    microformat: {
      playerMicroformatRenderer: {
        title: { simpleText: post.text },
        lengthSeconds: String(post.length),
        ownerProfileUrl: `http://www.youtube.com/@${owner.handle}`,
        externalChannelId: owner.nativeId,
        viewCount: views,
        publishDate: at,
        uploadDate: at,
        ownerChannelName: owner.name,
        externalVideoId: post.id,
        isShortsEligible: false,
        ...(post.likesHidden ? {} : { likeCount: String(post.counts.likes) }),
      },
    },
  };
}
