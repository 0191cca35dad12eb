import type { DemoPost, DemoProfile, Language } from './data';
import { inScript, nest, picture, safe } from './html';
import { abbreviated, abbreviatedInWords, ago, plain, plural, threeDigits } from './numbers';
import { STYLE } from './youtube-style';

const WORDS = {
  en: {
    views: (n: number) => plural(n, 'en', 'view', 'views'),
    none: 'No views',
    subscribers: 'subscribers',
    videos: 'videos',
    tabs: ['Home', 'Videos', 'Shorts', 'Posts'],
    more: 'More actions',
  },
  fr: {
    views: (n: number) => plural(n, 'fr', 'vue', 'vues'),
    none: 'Aucune vue',
    subscribers: 'abonnés',
    videos: 'vidéos',
    tabs: ['Accueil', 'Vidéos', 'Shorts', 'Posts'],
    more: 'Autres actions',
  },
} as const;

/** "de" goes before the unit after French millions: "2,1 M de vues". */
const unit = (n: number, language: Language, word: string) => (language === 'fr' && n >= 1_000_000 ? `de ${word}` : word);

/** How subscribers are written and said. */
export function subscribers(n: number, language: Language): { shown: string; said: string } {
  const word = unit(n, language, WORDS[language].subscribers);
  return { shown: `${threeDigits(n, language)} ${word}`, said: `${threeDigits(n, language, 'long')} ${word}` };
}

/** What a card says: since 2026-06 the number stands alone and only the label names its unit. */
function viewsOf(n: number, language: Language): { shown: string; said: string } {
  if (n === 0) return { shown: WORDS[language].none, said: WORDS[language].none };
  return { shown: abbreviated(n, language), said: `${abbreviatedInWords(n, language)} ${unit(n, language, WORDS[language].views(n))}` };
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const said = (seconds: number, language: Language) =>
  `${Math.floor(seconds / 60)} minutes${language === 'fr' ? ' et' : ','} ${seconds % 60} ${language === 'fr' ? 'secondes' : 'seconds'}`;

/** The frame that every page of YouTube has. */
export const shell = (language: Language, title: string, head: string, body: string): string =>
  `<!DOCTYPE html><html style="font-size: 10px;font-family: Roboto, Arial, sans-serif;" lang="${language === 'fr' ? 'fr-FR' : 'en'}" darker-dark-theme="" system-icons="" typography="" typography-spacing=""><head><meta charset="utf-8"><title>${safe(title)} - YouTube</title><style>${STYLE}</style>${head}</head><body dir="ltr"><ytd-app><div id="content" class="style-scope ytd-app"><div id="masthead-container" class="style-scope ytd-app"><ytd-masthead id="masthead" class="masthead-finish"><a id="logo" href="/">YouTube</a></ytd-masthead></div><ytd-page-manager id="page-manager" class="style-scope ytd-app">${body}</ytd-page-manager></div></ytd-app></body></html>`;

/** A complete Videos tab of a channel: lockups of the 2026-06 layout. */
export function youtubeChannel(data: DemoProfile): string {
  const { owner, bio, language, posts } = data;
  const words = WORDS[language];
  const at = `https://www.youtube.com/channel/${owner.nativeId}`;
  const head = `<link rel="canonical" href="${at}"><meta property="og:title" content="${safe(owner.name)}"><meta property="og:site_name" content="YouTube"><meta property="og:url" content="${at}"><meta property="og:type" content="profile"><meta property="og:description" content="${safe(bio)}"><script>var ytInitialData = ${inScript(initialData(data))};</script>`;
  const cards = posts.map((post, i) => lockup(post, data, i)).join('\n');
  const tabs = words.tabs
    .map(
      (tab, i) =>
        `<yt-tab-shape role="tab" aria-selected="${i === 1}" class="ytTabShapeHost"><div class="ytTabShapeTab">${tab}</div></yt-tab-shape>`,
    )
    .join('');
  return shell(
    language,
    owner.name,
    head,
    `<ytd-browse class="style-scope ytd-page-manager" page-subtype="channels" role="main"><ytd-tabbed-page-header id="header" class="grid-5-columns style-scope ytd-browse">${nest(2, `<div id="page-header-container">${header(data)}</div>`)}<tp-yt-app-toolbar><yt-tab-group-shape role="tablist">${tabs}</yt-tab-group-shape></tp-yt-app-toolbar></ytd-tabbed-page-header>
<ytd-two-column-browse-results-renderer class="style-scope ytd-browse grid grid-5-columns" page-subtype="channels"><div id="primary" class="style-scope ytd-two-column-browse-results-renderer"><ytd-rich-grid-renderer class="style-scope ytd-two-column-browse-results-renderer"><div id="contents" class="style-scope ytd-rich-grid-renderer">${cards}</div></ytd-rich-grid-renderer></div></ytd-two-column-browse-results-renderer></ytd-browse>`,
  );
}

const part = (shown: string, label: string) =>
  `<span class="ytAttributedStringHost ytContentMetadataViewModelMetadataText ytAttributedStringWhiteSpacePreWrap" dir="auto" aria-label="${safe(label)}" role="text">${safe(shown)}</span>`;
const DELIMITER = '<span aria-hidden="true" class="ytContentMetadataViewModelDelimiter"> • </span>';
const ICON =
  '<span class="ytIconWrapperHost ytContentMetadataViewModelLeadingIcon"><span class="yt-icon-shape ytSpecIconShapeHost"><div><svg height="24" width="24" viewBox="0 0 24 24" focusable="false" aria-hidden="true"><path d="M8 5v14l11-7z"></path></svg></div></span></span>';

function header({ owner, followers, postCount, language }: DemoProfile): string {
  const { shown, said: label } = subscribers(followers, language);
  return `<yt-page-header-renderer class="style-scope ytd-tabbed-page-header"><yt-page-header-view-model class="ytPageHeaderViewModelHost ytPageHeaderViewModelCinematic"><div class="ytPageHeaderViewModelPageHeaderContent"><yt-decorated-avatar-view-model class="ytDecoratedAvatarViewModelHost"><img alt="" class="ytCoreImageHost avatar" ${picture(`https://yt3.googleusercontent.com/${owner.nativeId}=s160-c-k-c0x00ffffff-no-rj`)}></yt-decorated-avatar-view-model><div class="ytPageHeaderViewModelHeadlineInfo">
<yt-dynamic-text-view-model class="ytDynamicTextViewModelHost ytPageHeaderViewModelTitle"><h1 class="ytDynamicTextViewModelH1" aria-label="${safe(owner.name)}"><span class="ytAttributedStringHost" role="text">${safe(owner.name)}</span></h1></yt-dynamic-text-view-model>
<yt-content-metadata-view-model class="ytContentMetadataViewModelHost ytPageHeaderViewModelMetadata"><div class="ytContentMetadataViewModelMetadataRow"><span class="ytAttributedStringHost ytContentMetadataViewModelMetadataText" dir="auto" role="text">@${owner.handle}</span></div><div class="ytContentMetadataViewModelMetadataRow">${part(shown, label)}${DELIMITER}<span class="ytAttributedStringHost ytContentMetadataViewModelMetadataText" dir="auto" role="text">${plain(postCount, language)} ${WORDS[language].videos}</span></div></yt-content-metadata-view-model></div></div></yt-page-header-view-model></yt-page-header-renderer>`;
}

function lockup(post: DemoPost, { language, now }: DemoProfile, index: number): string {
  const views = viewsOf(post.counts.views ?? 0, language);
  const age = now - post.published;
  const link = post.promoted
    ? `https://www.googleadservices.com/pagead/aclk?adurl=https://www.youtube.com/watch?v=${post.id}`
    : `/watch?v=${post.id}`;
  const title = safe(post.text);
  const card = `<yt-lockup-view-model class="ytd-rich-item-renderer lockup ytLockupViewModelWrapper"><div class="ytLockupViewModelHost ytLockupViewModelVertical content-id-${post.id} ytLockupViewModelRichGridLegacyMargin"><a href="${link}" class="ytLockupViewModelContentImage" aria-haspopup="false" aria-hidden="true" tabindex="-1"><yt-thumbnail-view-model class="ytThumbnailViewModelHost ytThumbnailViewModelAspectRatio16By9 ytThumbnailViewModelLarge"><div class="ytThumbnailViewModelImage"><img alt="" class="ytCoreImageHost" ${picture(`https://i.ytimg.com/vi/${post.id}/hq720.jpg`)}></div><yt-thumbnail-bottom-overlay-view-model class="ytThumbnailBottomOverlayViewModelHost"><yt-thumbnail-badge-view-model class="ytThumbnailBadgeViewModelHost"><badge-shape class="ytBadgeShapeHost ytBadgeShapeThumbnailBadge"><div class="ytBadgeShapeText">${clock(post.length)}</div></badge-shape></yt-thumbnail-badge-view-model></yt-thumbnail-bottom-overlay-view-model></yt-thumbnail-view-model></a>
<div class="ytLockupViewModelMetadata"><yt-lockup-metadata-view-model class="ytLockupMetadataViewModelHost ytLockupMetadataViewModelVertical"><div class="ytLockupMetadataViewModelTextContainer"><h3 class="ytLockupMetadataViewModelHeadingReset" title="${title}"><a href="${link}" class="ytLockupMetadataViewModelTitle" aria-haspopup="false" aria-label="${title} ${said(post.length, language)}"><span class="ytAttributedStringHost ytAttributedStringWhiteSpacePreWrap" dir="auto" role="text">${title}</span></a></h3>
<div class="ytLockupMetadataViewModelMetadata"><yt-content-metadata-view-model class="ytContentMetadataViewModelHost ytContentMetadataViewModelMediumText"><div role="group" class="ytContentMetadataViewModelMetadataRow">${ICON}${part(views.shown, views.said)}${DELIMITER}${part(ago(age, language, 'narrow'), ago(age, language, 'long'))}</div></yt-content-metadata-view-model></div></div><div class="ytLockupMetadataViewModelMenuButton"><button aria-label="${WORDS[language].more}" aria-disabled="false">⋮</button></div></yt-lockup-metadata-view-model></div></div></yt-lockup-view-model>`;
  return `<ytd-rich-item-renderer class="style-scope ytd-rich-grid-renderer" items-per-row="4" lockup="true" rendered-from-rich-grid=""${index % 4 === 0 ? ' is-in-first-column=""' : ''}><div id="content" class="style-scope ytd-rich-item-renderer">${post.promoted ? `<ytd-ad-slot-renderer class="style-scope ytd-rich-item-renderer">${card}</ytd-ad-slot-renderer>` : card}</div></ytd-rich-item-renderer>`;
}

function initialData({ owner, bio, followers, postCount, posts, language, now }: DemoProfile) {
  const { shown, said: label } = subscribers(followers, language);
  const item = (post: DemoPost) => {
    const views = viewsOf(post.counts.views ?? 0, language);
    const age = now - post.published;
    const parts = [
      { text: { content: views.shown }, accessibilityLabel: views.said },
      { text: { content: ago(age, language, 'narrow') }, accessibilityLabel: ago(age, language, 'long') },
    ];
    const metadata = { contentMetadataViewModel: { metadataRows: [{ metadataParts: parts }], delimiter: ' • ' } };
    return {
      richItemRenderer: {
        content: {
          lockupViewModel: {
            metadata: { lockupMetadataViewModel: { title: { content: post.text }, metadata } },
            contentId: post.id,
            contentType: 'LOCKUP_CONTENT_TYPE_VIDEO',
          },
        },
      },
    };
  };
  const rows = [
    { metadataParts: [{ text: { content: `@${owner.handle}` } }] },
    {
      metadataParts: [
        { text: { content: shown }, accessibilityLabel: label },
        { text: { content: `${plain(postCount, language)} ${WORDS[language].videos}` } },
      ],
    },
  ];
  const contents = posts.filter((post) => !post.promoted).map(item);
  return {
    contents: {
      twoColumnBrowseResultsRenderer: {
        tabs: [{ tabRenderer: { title: WORDS[language].tabs[1], selected: true, content: { richGridRenderer: { contents } } } }],
      },
    },
    header: {
      pageHeaderRenderer: {
        pageTitle: owner.name,
        content: {
          pageHeaderViewModel: {
            title: { dynamicTextViewModel: { text: { content: owner.name } } },
            metadata: { contentMetadataViewModel: { metadataRows: rows } },
          },
        },
      },
    },
    metadata: {
      channelMetadataRenderer: {
        title: owner.name,
        description: bio,
        externalId: owner.nativeId,
        ownerUrls: [`http://www.youtube.com/@${owner.handle}`],
        channelUrl: `https://www.youtube.com/channel/${owner.nativeId}`,
        vanityChannelUrl: `http://www.youtube.com/@${owner.handle}`,
      },
    },
  };
}
