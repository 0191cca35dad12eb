import type { PostReading } from '../model/capture';
import { all, attr, closest, matches, one, rawText, text, walkerOf } from './dom';
import { outgoingLinks } from './links';

const MOST_NAMES = 50;
/** What stands before the sign is asked after it, since signs are few. Letters of all scripts, digits and `_`; ＃ and ＠ are what Japanese and Chinese keyboards give. */
const HASHTAG = /[#＃](?<![\p{L}\p{N}_&/].)([\p{L}\p{M}\p{N}_]{1,139})/gu;
const LETTER = /\p{L}/u;
const MENTION = /[@＠](?<![\p{L}\p{N}_.@＠/].)(\w(?:[\w.-]{0,60}\w)?(?:@\w[\w.-]+\.\w{2,})?)/gu;

/** Each once, the case of the first: networks count #Lune and #lune as one. */
export function once(names: string[]): string[] {
  if (names.length < 2) return names;
  const [kept, seen]: [string[], string[]] = [[], []];
  for (const name of names) {
    const folded = name.toLowerCase();
    if (seen.includes(folded)) continue;
    seen.push(folded);
    if (kept.push(name) === MOST_NAMES) break;
  }
  return kept;
}

/** Hashtags of a text, without #, as written; one without a letter ("#1", the key "#️⃣") is none. @example hashtagsIn('Été #Lune ! #lune #1') // ['Lune'] */
export function hashtagsIn(words: string): string[] {
  const names: string[] = [];
  for (const tag of words.match(HASHTAG) ?? []) if (LETTER.test(tag)) names.push(tag.slice(1));
  return once(names);
}

/** Handles that a text mentions, without @; an e-mail address is none. @example mentionsIn('Merci @atelier.lune, a@b.fr') // ['atelier.lune'] */
export const mentionsIn = (words: string): string[] => once([...words.matchAll(MENTION)].map(([, name = '']) => name));

const LONGEST_WORDS = 20_000;
const LINE_ENDS = 'br,p,div,li';

/** What an element says, white space folded, with a space where a line ends: a `<br>` is no text, and the words around it are not one. */
export function linesOf(element: Element): string {
  if (!one(element, LINE_ENDS)) return text(element);
  const walker = walkerOf(element, 1 + 4 /* elements and texts */);
  let said = '';
  for (let node = walker.nextNode(); node && said.length < LONGEST_WORDS; node = walker.nextNode()) {
    if (node.nodeType === 3 /* text */) said += node.nodeValue;
    else if (matches(node as Element, LINE_ENDS)) said += ' ';
  }
  return said.replace(/\s+/gu, ' ').trim();
}

/** Language that the element of a post's words is marked with (BCP 47). */
export function languageIn(words: Element): string | undefined {
  const language = attr(words, 'lang') ?? attr(one(words, '[lang]'), 'lang') ?? '';
  return /^[a-z]{2,3}(?:-\w+)*$/i.test(language) && language !== 'und' ? language : undefined;
}

const LINK = 'a[href]';
/** Most texts have neither, and need no closer look. */
const TAGS = /[#＃]/;
const TAGS_OR_NAMES = /[#＃@＠]/;

/** The link that an element is in. */
function around(element: Element | null | undefined): Element[] {
  const link = element && closest(element, LINK);
  return link ? [link] : [];
}

/**
 * What the element that holds a post's words says beside them: language (where the page marks it), hashtags, mentions, and where it
 * leads outside the network. `cards` are further elements whose links belong to the post (a link preview). `handleOf` names the account
 * that a link of the network leads to, for networks that mention people by their name. Facts that are empty are left out.
 */
export function factsOfWords(
  words: Element | null | undefined,
  page: URL,
  { cards = [], handleOf }: { cards?: Element[]; handleOf?: (href: string) => string | null } = {},
): Pick<PostReading, 'language' | 'hashtags' | 'mentions' | 'links'> {
  const inWords = words ? all(words, LINK) : [];
  const anchors = [...inWords, ...around(words), ...cards.flatMap((card) => [...all(card, LINK), ...around(card)])];
  const language = words ? languageIn(words) : undefined;
  const said = words && (handleOf ? TAGS : TAGS_OR_NAMES).test(rawText(words)) ? linesOf(words) : '';
  const linked = handleOf ? inWords.flatMap((anchor) => handleOf(attr(anchor, 'href') ?? '') ?? []) : [];
  const facts = {
    hashtags: hashtagsIn(said),
    mentions: handleOf ? once(linked) : mentionsIn(said),
    links: outgoingLinks(
      anchors.map((anchor) => ({ href: attr(anchor, 'href'), shown: text(anchor) })),
      page,
    ),
  };
  const filled = Object.fromEntries(Object.entries(facts).filter(([, names]) => names.length));
  return language ? { language, ...filled } : filled;
}
