/** What kind of character stands somewhere. */

/** Keeps a pattern's answers: Unicode classes are slow to ask, and a page uses few different characters. */
function remembered(pattern: RegExp): (char: string | undefined) => boolean {
  const answers = new Map<string, boolean>();
  return (char) => {
    if (char === undefined) return false;
    let answer = answers.get(char);
    if (answer === undefined) {
      // Enough for every script at once; a hostile page must not fill the memory.
      if (answers.size > 5000) answers.clear();
      answer = pattern.test(char);
      answers.set(char, answer);
    }
    return answer;
  };
}

/** Letters, marks, digits and other number signs (½, ²). */
export const isWord = remembered(/[\p{L}\p{M}\p{N}_]/u);
/** Scripts without spaces between words: what stands beside a number there may be glued to it. */
export const isGluing = remembered(
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]/u,
);
/** Punctuation that a number may follow. A dot, a sign or a slash makes it part of something else. */
export const isOpening = remembered(/[\s\p{Ps}\p{Pi}"„:;|·•∙…!?¡¿、。，：；！？،؛]/u);
/** Punctuation that may follow a number. */
export const isClosing = remembered(/[\s\p{Pe}\p{Pf}",.:;|·•∙…!?、。，：；！？،؛؟।]/u);
/** Signs that make a number no count. */
export const isMeasure = remembered(/[%٪‰€$£¥₹°]/u);
/** Numerals of East Asia. Where the language's own table doesn't explain one, the number beside it isn't the whole count ("12백만"). */
export const isNumeral = remembered(/[十百千万萬億亿兆京십백천만억조경]/u);

export const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** The whole character at a place: those beyond the first plane are two units. */
export function charAt(text: string, place: number): string | undefined {
  const unit = text[place];
  return unit !== undefined && unit >= '\uD800' && unit <= '\uDBFF' ? text.slice(place, place + 2) : unit;
}

/** The whole character that ends at a place. */
export function charBefore(text: string, place: number): string | undefined {
  const unit = text[place - 1];
  return unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF' ? text.slice(place - 2, place) : unit;
}

/** The word that starts at a place; empty where none does. */
export function wordAt(text: string, place: number): string {
  let end = place;
  for (let char = charAt(text, end); isWord(char); char = charAt(text, end)) end += char?.length ?? 1;
  return text.slice(place, end);
}

/** Whether two neighbours are part of one word, so that nothing may end or begin between them. */
export const sameWord = (left: string | undefined, right: string | undefined): boolean =>
  isWord(left) && isWord(right) && !isGluing(left) && !isGluing(right);
