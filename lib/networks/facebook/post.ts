import type { PostReading } from '../../model/capture';
import type { Format } from '../../model/vocabulary';
import { all, attr, closest, contains, follows, one, pageOf, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { unread } from '../../reading/readings';
import { factsOfWords } from '../../reading/words';
import type { PageContext } from '../network';
import { authorOf, BUTTON, type Card, cardOf, cardsIn, LINK, MESSAGE, postAt } from './card';
import { classicMetrics, notedIn, TESTED } from './classic';
import { numberBelow } from './comments';
import { metricsOf } from './counts';
import { saidMoment } from './dates';
import { besides, blank, handleOf, only, type PostLink, postLink, same } from './links';
import { PAID, SPONSORED } from './words';

const LONGEST_TEXT = 2000;
/** Dates and notices above a post are short. */
const LONGEST_NOTICE = 80;

/** What a post's element names the post. */
interface Named {
  id: string;
  aliases: string[];
  link: PostLink | null | undefined;
}

/** Reads one post element; null when it tells no id. */
export function readPost(root: Element, at: PageContext): PostReading | null {
  const card = cardOf(root);
  const noted = notedIn(root);
  const words = card.own(MESSAGE)[0];
  const dated = dateLinks(card, words);
  const signed = authorOf(card);
  const named = nameOf(card, signed, dated, noted, at);
  if (!named) return null;
  const { id, aliases, link } = named;
  const author = signed ?? link?.handle ?? null;
  const notices = aboveWords(card, words, 'a[href],span,[aria-label]').flatMap(saidBy).join('\n');
  const cards = card.own(LINK).filter((each) => outgoing(attr(each, 'href'), at.url) && !contains(words, each));
  const counted = (noted[0] ?? one(root, TESTED)) ? classicMetrics(card, at.counts) : metricsOf(card, at);
  const post = blank(id, author, link?.kind);
  return {
    ...post,
    // A name of letters ends with an l, which is none of its own; links that were cut off are without it.
    aliases: /^pfbid\w+l$/.test(id) ? [...aliases, id.slice(0, -1)] : aliases,
    // Letters that are shuffled so that no script reads them are no date.
    published:
      dated
        .flatMap(saidBy)
        .map((said) => saidMoment(said, at))
        .find(Boolean) ?? null,
    format: formatOf(card, link, words, !!cards[0]),
    text: wording(words).slice(0, LONGEST_TEXT),
    flags: {
      ...post.flags,
      promoted: SPONSORED.test(notices) || !!card.own('a[href*="/ads/about"]')[0],
      quote: card.sharing,
      ...(PAID.test(notices) && { paid: true }),
    },
    ...counted,
    metrics: { likes: unread(), comments: unread(), shares: unread(), ...counted.metrics },
    ...factsOfWords(words, at.url, { cards, handleOf }),
  };
}

/** Text without the button at its end ("See more"). */
function wording(words: Element | undefined): string {
  const said = text(words);
  const more = words ? text(all(words, BUTTON).at(-1)) : '';
  return more && said.endsWith(more) ? said.slice(0, -more.length).trim() : said;
}

/** More stand in no post, and each is compared with its neighbours. */
const MOST_ABOVE = 1000;

/** Elements between the author's name, its line included, and the post's words. */
const aboveWords = ({ head, own }: Card, words: Element | undefined, selector: string): Element[] =>
  own(selector)
    .slice(0, MOST_ABOVE)
    .filter((each) => head && follows(head, each) && (!words || (follows(each, words) && !contains(each, words))));

/** Links of a post that name a post by its date: short texts below the author's name, before all words and pictures. */
const dateLinks = (card: Card, words: Element | undefined): Element[] =>
  aboveWords(card, words, LINK).filter((link) => {
    const short = text(link).length < LONGEST_NOTICE && !one(link, 'img,video,h3') && !contains(card.head, link);
    return short && postAt(link) !== null;
  });

/** Short texts of an element: its label, and what stands in it; where an element elsewhere labels it, that one's, since it may be shuffled itself. */
function saidBy(element: Element): string[] {
  const labelled = attr(one(element, '[aria-labelledby]'), 'aria-labelledby');
  const shown = labelled ? Document.prototype.getElementById.call(pageOf(element), labelled.split(' ')[0] ?? '') : element;
  return [attr(element, 'aria-label') ?? '', text(shown)].filter((said) => said && said.length < LONGEST_NOTICE);
}

const linksOf = (elements: Element[]): PostLink[] => elements.flatMap((each) => postAt(each) ?? []);
const idsOf = (links: PostLink[]): string[] => links.map(({ id }) => id);

/** The post's names, by the surest of: notes of old layouts, its date's link, links of its comments, its pictures, and the page's address. */
function nameOf(
  card: Card,
  author: string | null,
  dated: Element[],
  [main, key]: (string | null | undefined)[],
  at: PageContext,
): Named | null {
  const dates = linksOf(dated);
  const posts = dates.filter(({ kind }) => kind === 'post');
  // What got into a button is another post's, and so is what got into the words that stand in for "Facebook".
  const media = linksOf(card.own(LINK).filter((each) => !closest(each, `${BUTTON},blockquote`))).filter(({ kind }) => kind !== 'post');
  const whole = only(media.map(({ within }) => within));
  const number = numberBelow(card.root);
  const { kind, postId, handle } = at.surface;
  const alone = kind === 'post' && !media.length && cardsIn(pageOf(card.root)).length === 1;
  const addressed = alone && (!handle || !author || same(handle, author)) ? postId : null;
  const ways = [[main], idsOf(posts), idsOf(dates), [number], [whole], idsOf(media), [addressed]];
  const id = only(ways.map((ids) => ids.filter(Boolean)).find((ids) => ids.length) ?? []);
  if (!id) return null;
  // A post's only picture is another name of it: where the date is shuffled it is the only one.
  const picture = card.sharing ? null : only(idsOf(media));
  const link = [...dates, ...media, postLink(at.url.href)].find((each) => each?.id === id);
  return { id, aliases: besides(id, [key, number, whole ?? picture]), link };
}

/** What a post shows, by where its pictures lead; words alone where no picture behind them leads anywhere. */
function formatOf({ own }: Card, link: Named['link'], words: Element | undefined, linking: boolean): Format | null {
  const media = linksOf(own(LINK).filter((each) => one(each, 'img,i,video') && !contains(words, each)));
  const kinds = [link, ...media].map((each) => each?.kind);
  if (kinds.includes('reel')) return 'short';
  if (kinds.includes('video') || own('video')[0]) return 'video';
  if (kinds.includes('photo')) return only(idsOf(media)) || !media.length ? 'image' : 'carousel';
  if (linking) return 'link';
  return words && own('a img').every((image) => follows(image, words) || contains(words, image)) ? 'text' : null;
}
