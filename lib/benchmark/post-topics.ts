import type { PostRecord } from '../model/records';
import { stopWordsOf } from './stop-words';

/** What a topic is written as: a hashtag, a word of the text, or two words in a row. */
export const TOPIC_KINDS = ['tag', 'word', 'phrase'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** Shorter words are articles and abbreviations. */
const SHORTEST = 3;
/** Runs of words without punctuation between them: two words on both sides of a full stop are no phrase. */
const RUNS = /[^\p{L}\p{M}\p{N}\s’'-]+/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’-]*/gu;
/** « l’eau » is about water, and "baker’s" about a baker. */
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)’/u;
/** « Voulez-vous » asks, and « dites-le-nous » invites. */
const PRONOUNS = /(?:-(?:t-)?(?:vous|nous|moi|toi|lui|leur|les?|la|je|tu|ils?|elles?|on|ce|ci|là|y|en))+$/u;
const POSSESSIVE = /’s?$/u;

const plain = (text: string) => text.normalize('NFC').toLowerCase().replaceAll("'", '’');

/** Topics of a post, each once: `#tag`, `word` and `two words`, in lower case. Addresses, names of accounts and hashtags are no words. */
export function topicsOf({ text, hashtags = [], language }: Pick<PostRecord, 'text' | 'hashtags' | 'language'>): Map<string, TopicKind> {
  const topics = new Map<string, TopicKind>();
  for (const tag of hashtags) topics.set(`#${plain(tag)}`, 'tag');
  const isStop = stopWordsOf(language);
  if (!isStop) return topics;
  const words = text.replace(/https?:\/\/\S+|www\.\S+|[#@][\p{L}\p{M}\p{N}_.-]+/giu, ' . ');
  for (const run of plain(words).split(RUNS)) {
    let before: string | null = null;
    for (const [found] of run.matchAll(WORD)) {
      const word = isStop(found) ? found : bare(found);
      const carries = word.length >= SHORTEST && !isStop(word) && /\p{L}{2}/u.test(word);
      if (carries) topics.set(word, 'word');
      // « récolte d’altitude » is not "récolte altitude".
      if (carries && before !== null && before !== word && !ELIDED.test(found)) topics.set(`${before} ${word}`, 'phrase');
      before = carries ? word : null;
    }
  }
  return topics;
}

const bare = (word: string) => word.replace(ELIDED, '').replace(POSSESSIVE, '').replace(/-+$/, '').replace(PRONOUNS, '');
