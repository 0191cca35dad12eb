import type { Reading } from '../../model/reading';
import { readCount } from '../../reading/counts';
import { rounded, unread } from '../../reading/readings';
import type { PageContext } from '../network';

/**
 * Powers of ten as Mastodon's translators write them (`units.short.*` of its locales): English letters with the language's own decimals on most
 * pages, and words that CLDR does not have. What stands for different powers in two translations is left out.
 */
const UNITS: Record<string, number> = {
  K: 3,
  k: 3,
  M: 6,

  'Tsd.': 3,
  Tsd: 3,
  Bin: 3,
  천: 3,
  백만: 6,
  千: 3,
  百万: 6,
  百萬: 6,
  Χ: 3,
  Ε: 6,
};
const COMPACT = /^(\p{Nd}[\p{Nd}.,٫٬'’\u00a0\u202f ]{0,20}?)[\u00a0\u202f ]?(\p{L}{1,6}\.?)$/u;

/** Reads a text that is one count and nothing else, in Mastodon's own abbreviations; unread where it is anything else, or could be two counts. */
export function shownCount(said: string, { counts }: Pick<PageContext, 'counts'>): Reading {
  const plain = readCount(said, counts);
  const [, number = '', unit = ''] = COMPACT.exec(said.trim()) ?? [];
  const power = Object.hasOwn(UNITS, unit) ? (UNITS[unit] ?? 0) : 0;
  // Every language has its thousands read under "K".
  const thousands = power ? readCount(`${number}K`, counts) : null;
  if (thousands?.value == null || thousands.low === null || thousands.high === null) return plain ?? unread('text', said);
  // At most one decimal is ever printed: "1.000K" was written in another language than the page's.
  const decimals = number.replace(/\P{Nd}/gu, '').length - String(Math.floor(thousands.value / 1000)).length;
  if (decimals > 1) return unread('text', said);
  const scale = 10 ** (power - 3);
  const [value, low, high] = [thousands.value * scale, thousands.low * scale, (thousands.high + 1) * scale - 1];
  if (high > 1e13 || (plain && plain.value !== value)) return unread('text', said);
  return rounded(value, low, high, 'text', said);
}
