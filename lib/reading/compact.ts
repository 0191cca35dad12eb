import { asciiDigits, tidy } from './prepare';

/** An affix that precedes the number, and may follow it too ("elfu 12"). */
export interface Around {
  before: string;
  after: string;
  exponent: number;
}

/**
 * How a language writes numbers: signs, and the affixes of compact notation ("1.2K", "1,2 mil", "elfu 1.2").
 * Everything is asked of the browser's own CLDR data, since the same affix means different powers of ten elsewhere
 * ("B" is 10³ in Turkish, 10⁹ in English, 10¹² in Spanish).
 */
export interface NumberTable {
  locale: string;
  /** A number with the language's own signs: first the digits with group signs, then the decimals. */
  number: RegExp;
  /**
   * Powers of ten of the affixes that follow a number, NaN where the language uses one for two. Under "K" and " mil" as the language writes
   * them, under "~mil" whatever space and case, and under "=mille" where it writes no digit.
   */
  affixes: Map<string, number>;
  /** Longest first. */
  around: Around[];
}

/** Abbreviations that CLDR lacks and pages write: "12 Tsd. Follower", "1,3 mill. seguidores". No word of these languages is like them. */
const WRITTEN: Record<string, [string, number]> = { de: ['~tsd', 3], es: ['~mill', 6] };

const tables = new Map<string, NumberTable>();
const LONGEST_TAG = 40;

/** A tag that Intl takes: the one given, else English. Never throws. */
export function knownLocale(tag: string): string {
  try {
    const [known] = tag.length <= LONGEST_TAG ? Intl.NumberFormat.supportedLocalesOf(tag.trim().replace(/_/g, '-')) : [];
    return known ?? 'en';
  } catch {
    return 'en';
  }
}

/** Arabic signs are understood everywhere: they are the only ones that differ between a language's own digits and 0–9. */
function numberPattern(locale: string): RegExp {
  const sample = tidy(new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(1234567891.5));
  const groups = sample.slice(0, -2).split(/\D/);
  // Three and two digits in India. Without any group sign (a few languages write none) nothing groups.
  const [last, other] = groups.reverse().map(({ length }) => length);
  const sign = other ? (/\D/.exec(sample)?.[0] ?? '') : '';
  return new RegExp(
    `^(0|[1-9]\\d*|[1-9]\\d{0,${(other ?? 3) - 1}}(?:[${sign}٬]\\d{${other ?? 3}})*[${sign}٬]\\d{${other ? last : 3}})(?:[${sample.at(-2)}٫](\\d+))?$`,
  );
}

/** Numbers that reach every plural form of a language: 1, 2 and 5 in Russian. */
export function pluralNumbers(locale: string): number[] {
  const rules = new Intl.PluralRules(locale);
  const forms = new Map<string, number>();
  for (let n = 30; n > 0; n--) forms.set(rules.select(n), n);
  return [...forms.values()];
}

function build(locale: string): NumberTable {
  const affixes = new Map<string, number>();
  const around = new Map<string, Around>();
  const add = (key: string, exponent: number) => {
    const known = affixes.get(key) ?? exponent;
    affixes.set(key, known === exponent ? exponent : Number.NaN);
  };
  // 1.11 for 11, which a higher power makes it again; 1.01 for 1, 10 and 101 at once; 1.5 for the form of fractions.
  const values = [1.5, ...pluralNumbers(locale).map((n) => (n < 10 ? n : n / 10) + 0.01)];
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, useGrouping: false });
    for (let power = 3; power < 15; power++) {
      for (const value of values) {
        const text = asciiDigits(tidy(format.format(value * 10 ** power)));
        const [, before = '', whole = '', space = '', suffix = ''] = /^(\D*)(\d+)(?:\D\d+)?( ?)(.*)$/.exec(text) ?? [];
        // Trailing dots of abbreviations are optional everywhere, and so is the Devanagari abbreviation sign.
        const after = suffix.replace(/[.॰]$/, '');
        const exponent = power + 1 - whole.length;
        if (!whole) add(`=${text.toLowerCase()}`, power);
        else if (before) around.set(before + suffix, { before: before.trim(), after, exponent });
        else if (after) {
          add(space + after, exponent);
          add(`~${after}`, exponent);
          // The case of a single letter is kept: "m" may be minutes or metres.
          if (after.length > 1) add(`~${after.toLowerCase()}`, exponent);
        }
      }
    }
  }
  const { language, script, region } = new Intl.Locale(locale).maximize();
  const own = WRITTEN[language];
  if (own) affixes.set(...own);
  // What the language writes in its script's own region: pages of Hong Kong write 萬 although CLDR has K for them.
  const parent = `${language}-${script}`;
  if (new Intl.Locale(parent).maximize().region !== region)
    for (const [key, exponent] of numberTable(parent).affixes) {
      const own = affixes.get(key) ?? affixes.get(`~${key.replace(/^[ ~]/, '').toLowerCase()}`);
      if (own === undefined || own === exponent) affixes.set(key, exponent);
    }
  // K is a thousand wherever CLDR has it (but in Tongan), and understood elsewhere.
  if (!affixes.has('~k')) affixes.set('~k', 3);
  return {
    locale,
    number: numberPattern(locale),
    affixes,
    around: [...around.values()].sort((a, b) => b.before.length + b.after.length - a.before.length - a.after.length),
  };
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
