import { asciiDigits, tidy } from './prepare';

/**
 * How a language writes numbers: signs, digits, and the affixes of compact notation ("1.2K", "1,2 mil", "elfu 1.2").
 * Everything is asked of the browser's own CLDR data, since the same affix means different powers of ten elsewhere
 * ("B" is 10³ in Turkish, 10⁹ in English, 10¹² in Spanish).
 */

/** One affix as the language writes it. `exponent` is NaN where the language uses it for two powers of ten. */
export interface Affix {
  before: string;
  after: string;
  /** `after` in lower case. */
  folded: string;
  exponent: number;
  /** Whether a space stands between number and affix. */
  spaced: boolean;
}

/** Affixes spelled alike but for case and spacing. */
export interface AffixGroup {
  folded: string;
  alike: Affix[];
}

export interface Signs {
  decimal: string;
  group: string;
  /** Digits of the last group, and of those before it (3 and 2 in India). */
  last: number;
  other: number;
}

export interface NumberTable {
  locale: string;
  /** Signs among 0–9, and among the language's own digits. */
  latin: Signs;
  native: Signs;
  /** Affixes that only follow, by their first letter in lower case, longest first. */
  after: Map<string, AffixGroup[]>;
  /** Affixes that precede the number, and may follow it too; longest first. */
  around: Affix[];
  /** Compact texts without a digit ("mille"). */
  words: Map<string, number>;
}

const tables = new Map<string, NumberTable>();
const LONGEST_TAG = 40;

/** A tag that Intl takes: the one given, else English. Never throws. */
export function knownLocale(tag: string): string {
  try {
    const [canonical] = tag.length <= LONGEST_TAG ? Intl.getCanonicalLocales(tag.trim().replace(/_/g, '-')) : [];
    return canonical && Intl.NumberFormat.supportedLocalesOf(canonical).length > 0 ? canonical : 'en';
  } catch {
    return 'en';
  }
}

function signsOf(locale: string, numberingSystem?: string): Signs {
  const parts = new Intl.NumberFormat(locale, numberingSystem ? { numberingSystem } : {}).formatToParts(1234567891.5);
  const sign = (type: string) => tidy(parts.find((part) => part.type === type)?.value ?? '') || ' ';
  const groups = parts.filter((part) => part.type === 'integer').map((part) => [...part.value].length);
  const last = groups.at(-1) ?? 3;
  const decimal = sign('decimal');
  // Without any group sign (a few locales write none) nothing groups.
  if (groups.length < 2) return { decimal, group: '', last: 3, other: 3 };
  return { decimal, group: sign('group'), last, other: groups.at(-2) ?? last };
}

/** Mantissas that reach every plural form of CLDR (1, 21 and 1.5 of the Slavic languages, 3–10 and 11 of Arabic …): 1.1 × 10⁴ is shown as 11, 1.01 × 10⁵ as 101. */
const MANTISSAS = [1, 1.01, 1.02, 1.03, 1.1, 1.2, 1.5, 2, 2.1, 3, 4, 5, 6, 7];
const LARGEST_EXPONENT = 15;
/** Trailing dots of abbreviations are optional everywhere, and so is the Devanagari abbreviation sign. */
const withoutDot = (affix: string) => affix.replace(/[.॰]+$/u, '');

/** One compact text taken apart; null where it holds no compact affix. */
function takeApart(parts: Intl.NumberFormatPart[], value: number): Affix | null {
  let number = '';
  let before = '';
  let after = '';
  for (const { type, value: text } of parts) {
    if (type === 'integer' || type === 'fraction') number += asciiDigits(text);
    else if (type === 'decimal') number += '.';
    else if (type !== 'group') {
      if (number) after += text;
      else before += text;
    }
  }
  if (!number) return { before: '', after: tidy(before), folded: '', exponent: -1, spaced: false };
  const spaced = /\s\p{Cf}*$/u.test(before) || /^\p{Cf}*\s/u.test(after);
  before = tidy(before);
  after = withoutDot(tidy(after));
  return before || after
    ? { before, after, folded: after.toLowerCase(), exponent: Math.round(Math.log10(value / Number(number))), spaced }
    : null;
}

/** The affixes that the language itself writes, keyed by text and spacing; texts without a digit go to `words`. */
function affixesOf(locale: string, words: Map<string, number>): Affix[] {
  const found = new Map<string, Affix>();
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, maximumSignificantDigits: 15 });
    for (let exponent = 3; exponent <= LARGEST_EXPONENT; exponent++) {
      for (const mantissa of MANTISSAS) {
        const value = Math.round(mantissa * 100) * 10 ** (exponent - 2);
        const affix = takeApart(format.formatToParts(value), value);
        if (!affix) continue;
        if (affix.exponent < 0) words.set(affix.after.toLowerCase(), value);
        else {
          const key = `${affix.before}\n${affix.after}\n${affix.spaced}`;
          const known = found.get(key);
          if (!known) found.set(key, affix);
          else if (known.exponent !== affix.exponent) known.exponent = Number.NaN;
        }
      }
    }
  }
  // Bengali writes 10⁷ as "১ কো" and 10¹¹ as "১কো": without the space it may be either, since pages drop spaces.
  for (const affix of found.values()) {
    const twin = affix.spaced ? null : found.get(`${affix.before}\n${affix.after}\ntrue`);
    if (twin && twin.exponent !== affix.exponent) affix.exponent = Number.NaN;
  }
  return [...found.values()];
}

const fold = (affix: Affix) => `${affix.before.toLowerCase()}\n${affix.folded}`;

/** The language as written in its script, without the region: pages of Hong Kong write 萬 although CLDR has K for them. */
function parentOf(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  return script ? `${language}-${script}` : language;
}

/** Every affix of a table. */
export const allOf = ({ after, around }: NumberTable): Affix[] => [
  ...[...after.values()].flat().flatMap((group) => group.alike),
  ...around,
];

function grouped(affixes: Affix[]): Map<string, AffixGroup[]> {
  const byLetter = new Map<string, AffixGroup[]>();
  for (const affix of affixes) {
    const letter = affix.folded[0] ?? '';
    const groups = byLetter.get(letter) ?? [];
    const group = groups.find(({ folded }) => folded === affix.folded);
    if (group) group.alike.push(affix);
    else groups.push({ folded: affix.folded, alike: [affix] });
    byLetter.set(letter, groups);
  }
  return byLetter;
}

function build(locale: string): NumberTable {
  const words = new Map<string, number>();
  const affixes = affixesOf(locale, words);
  const parent = parentOf(locale);
  if (parent !== locale && new Intl.Locale(locale).region) {
    const own = new Map(affixes.map((affix) => [fold(affix), affix.exponent]));
    affixes.push(...allOf(numberTable(parent)).filter((affix) => (own.get(fold(affix)) ?? affix.exponent) === affix.exponent));
  }
  affixes.sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length);
  const latin = signsOf(locale, 'latn');
  const native = new Intl.NumberFormat(locale).resolvedOptions().numberingSystem === 'latn' ? latin : signsOf(locale);
  const after = grouped(affixes.filter((affix) => !affix.before));
  return { locale, latin, native, words, after, around: affixes.filter((affix) => affix.before) };
}

/** The table of a locale, built when first asked for. Any tag is taken; an unknown one counts as English. */
export function numberTable(tag: string): NumberTable {
  let table = tables.get(tag);
  if (!table) {
    const locale = knownLocale(tag);
    table = tables.get(locale) ?? build(locale);
    tables.set(tag, table).set(locale, table);
  }
  return table;
}
