import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { Format, MetricName } from '../../model/vocabulary';
import { isoMoment } from '../../reading/dates';
import { all, closest, pageOf, tagOf } from '../../reading/dom';
import { unread } from '../../reading/readings';
import { factsOfWords, hashtagsIn, mentionsIn } from '../../reading/words';
import type { PageContext } from '../network';
import { metricsOf } from './counts';
import { type Item, isItem, textOf, valuesOf } from './items';
import { hostOf, idOf, samePage } from './links';
import { contentOf, meta, publishedIn, type Work } from './page';
import { addressesOf } from './works';

const LONGEST_TEXT = 2000;

/** Reads the post that an element shows. Counts are those of its markup; what a script says of it is another layer (`embeddedPosts`). */
export function readElement(element: Element, at: PageContext): PostReading | null {
  const page = pageOf(element);
  const works = contentOf(page, at).members.get(element) ?? [];
  const [first] = works;
  if (!first || works.some((each) => idOf(each.url) !== idOf(first.url))) return null;
  const marked = works.find((each) => each.item?.element);
  const read = toPost(marked ?? first, page, at);
  const post = marked ? read : { ...read, metrics: {} };
  const [body = element] = all(element, '[itemprop~="articleBody"],[property~="articleBody"],[itemprop~="text"],[property~="text"]').filter(
    (words) => !marked || closest(words, '[itemscope],[typeof]') === element,
  );
  const isWords = body !== element || /^article$/i.test(tagOf(element));
  return at.surface.kind === 'post' && isWords ? { ...post, ...factsOfWords(body, at.url, { handleOf: () => null }) } : post;
}

/** What scripts say of the page's posts. Where two say different numbers of one post, nobody knows which is true. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const posts = new Map<string, PostReading>();
  for (const work of contentOf(page, at).works) {
    if (work.from !== 'embedded') continue;
    const post = toPost(work, page, at);
    const before = posts.get(post.id);
    if (before) {
      for (const [name, reading] of Object.entries(post.metrics) as [MetricName, Reading][]) {
        const known = before.metrics[name];
        before.metrics[name] = !known || known.value === reading.value ? reading : unread('embedded');
      }
      before.published ??= post.published;
    } else posts.set(post.id, post);
  }
  return [...posts.values()];
}

/** The post that a work is. Its author is the site: people who write there have no account that could be compared. */
export function toPost(work: Work, page: Document, at: PageContext): PostReading {
  const { main, profile } = contentOf(page, at);
  const { item, url } = work;
  const own = main !== null;
  const said = item ? `${textOf(item, 'headline', 'name')} ${textOf(item, 'articleBody', 'text', 'description')}`.trim() : '';
  const words = (said || (own ? meta(page, 'og:title', 'twitter:title') || page.title.trim() : '')).slice(0, LONGEST_TEXT);
  const language = item && textOf(item, 'inLanguage');
  const others = item ? addressesOf(item, at.url).filter((each) => !samePage(each, url)) : [];
  const facts = { hashtags: hashtagsIn(words), mentions: mentionsIn(words) };
  return {
    id: idOf(url),
    aliases: [...new Set(others.map(idOf))].slice(0, 4),
    url: `${url.origin}${url.pathname}${/\?/.test(idOf(url)) ? url.search : ''}`.slice(0, 2000),
    author: profile?.handle ?? hostOf(url),
    published: (item && publishedOf(item)) ?? (own ? isoMoment(publishedIn(page), 'attribute') : null),
    format: item && formatOf(item),
    text: words,
    flags: {
      ...{ pinned: false, promoted: false, repost: false, quote: false, reply: false },
      ...(item && (item.types.includes('AdvertiserContentArticle') || valuesOf(item, 'sponsor').length > 0) && { paid: true }),
    },
    metrics: item ? metricsOf(item, at.counts) : {},
    ...(language && /^[a-z]{2,3}(?:-\w+)*$/i.test(language) && { language }),
    ...Object.fromEntries(Object.entries(facts).filter(([, names]) => names.length)),
  };
}

function publishedOf(item: Item): Moment | null {
  const dates = ['datePublished', 'uploadDate', 'dateCreated'].map((name) => textOf(item, name)).filter(Boolean);
  return isoMoment(dates[0], item.from === 'embedded' ? 'embedded' : 'attribute');
}

const WRITTEN = /^(?:(?!SocialMedia)\w*Posting|\w*Article|Report|Question)$/;

function formatOf(item: Item): Format | null {
  const { types } = item;
  if (types.includes('LiveBlogPosting')) return 'live';
  if (types.includes('VideoObject') || valuesOf(item, 'video').some(isItem))
    return types.some((type) => WRITTEN.test(type)) ? 'text' : 'video';
  if (types.some((type) => WRITTEN.test(type) || type === 'CreativeWork')) return 'text';
  const images = valuesOf(item, 'image', 'sharedContent').filter(
    (image) => typeof image === 'string' || (isItem(image) && image.types.includes('ImageObject')),
  );
  return types.includes('SocialMediaPosting') && images.length ? (images.length > 1 ? 'carousel' : 'image') : null;
}
