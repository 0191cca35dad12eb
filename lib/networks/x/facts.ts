import type { AccountReading, PostReading } from '../../model/capture';
import { all, attr, childCount, closest, concealed, contains, matches, one, rawText, text } from '../../reading/dom';
import { outgoing, outgoingLinks } from '../../reading/links';
import { hashtagsIn, languageIn, once } from '../../reading/words';
import { accountOf, BADGE, type Link, TWEET, type Tweet, testid, wording } from './tweet';

const LONGEST_BIO = 1000;
const LONGEST_NAME = 300;
/** A post has one. */
const MOST_CARDS = 4;
/** An address without a host is X's own. */
const OWN_SITE = /^(?:https?:\/\/(?:\w+\.)?(?:x|twitter)\.com)?\/(?!\/)/i;

/** The address that a link shows. X writes long ones in full and hides what does not fit from the eye, with a sign of its own after it. */
function shownBy(link: Element): string {
  const shown = text(link);
  if (!shown.endsWith('…')) return shown;
  const hidden = all(link, '[aria-hidden="true"]');
  return hidden.length > 1 && text(hidden.at(-1)) === '…' ? shown.slice(0, -1) : shown;
}

/** What a post's own words and card say beside the words, which are `said` in that element. */
export function factsOf(tweet: Tweet, said: Element | undefined, words: string, page: URL): Partial<PostReading> {
  const inWords = said && one(said, 'a') ? tweet.links.filter(({ element }) => contains(said, element)) : [];
  const inCards = tweet
    .marked('card.wrapper')
    .slice(0, MOST_CARDS)
    .flatMap((card) => tweet.links.filter(({ element }) => contains(card, element) || contains(element, card)));
  const anchors: { href: string; shown: string }[] = [];
  const add = ({ element, href }: Link) => {
    if (OWN_SITE.test(href) || anchors.some((known) => known.href === href)) return;
    anchors.push({ href, shown: shownBy(element) });
  };
  inWords.forEach(add);
  inCards.forEach(add);
  const language = said && languageIn(said);
  const hashtags = hashtagsIn(words);
  const mentions = once(inWords.flatMap(({ href }) => (OWN_SITE.test(href) && accountOf(href)) || []));
  const links = anchors.length ? outgoingLinks(anchors, page) : [];
  const facts: Partial<PostReading> = {};
  // X marks texts without words by codes that begin with q, and zxx.
  if (language && !/^(?:q|zxx)/.test(language)) facts.language = language;
  if (hashtags.length) facts.hashtags = hashtags;
  if (mentions.length) facts.mentions = mentions;
  if (links.length) facts.links = links;
  return facts;
}

/**
 * "Paid partnership" as X words it (since March 2026) in its interface languages: nothing but the words sets this line apart. A language
 * that is missing here leaves the flag out.
 */
const PAID = new RegExp(
  'paid partnership|partenariat rémunéré|bezahlte (?:werbe)?partnerschaft|colaboración (?:pagada|remunerada)|asociación pagada|parceria paga|partnership a pagamento|collaborazione a pagamento|betaalde samenwerking|płatna współpraca|ücretli (?:ortaklık|iş birliği)|оплачиваемое партн[её]рство|شراكة مدفوعة|有料パートナーシップ|유료 파트너십|付费合作|付費合作|सशुल्क साझेदारी'.replaceAll(
    ' ',
    '\\s+',
  ),
  'iu',
);

/** Whether X's own line below the text says that the post was paid for. */
export const isPaid = (tweet: Tweet): boolean =>
  // Folding all of a post's text would take longer than looking for these words.
  PAID.test(rawText(tweet.root)) &&
  tweet.own('span').some((part) => {
    if (childCount(part)) return false;
    // Nothing else may be said there.
    if (text(part).replace(PAID, '-') !== '-') return false;
    return matches(closest(part, '[data-testid],div[lang],[role="group"]') ?? part, TWEET);
  });

/** What a profile's head says beside its numbers: the parts near the name, never those of cards that float over the page. */
export function headFacts(header: Element, head: (selector: string) => Element[], url: URL): Partial<AccountReading> {
  const column = closest(header, testid('primaryColumn'));
  const part = (name: string) => head(testid(name)).find((each) => contains(column, each) && !concealed(each) && !closest(each, 'article'));
  const description = part('UserDescription');
  const bio = description ? wording(description).trim().slice(0, LONGEST_BIO) : '';
  const site = part('UserUrl');
  const link = site && outgoing(attr(site, 'href') ?? attr(one(site, 'a[href]'), 'href'), url, shownBy(site));
  const category = text(part('UserProfessionalCategory')).slice(0, LONGEST_NAME);
  return { verified: one(header, BADGE) !== null, ...(bio && { bio }), ...(link && { link }), ...(category && { category }) };
}
