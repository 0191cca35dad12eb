import type { Reading } from '../model/reading';
import type { ReadingSource } from '../model/vocabulary';

/** How a page writes its counts. */
export interface CountStyle {
  /** Interface language (BCP 47). */
  locale: string;
  /** Whether the network cuts abbreviated counts off (346,668 → "346K"), rounds them, or it is not known. */
  display: 'truncates' | 'rounds' | 'either';
  /** Significant digits that an abbreviated count keeps at least: "1K" of two digits stands for 1.0K. 1 when unknown. */
  significant: number;
}

/** Reads a text that is one count and nothing else; null when it is anything else. */
export function readCount(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading | null {
  throw new Error('being written');
}

/** Reads the one count in a phrase ("1.5M views", "Like (12,345 likes)"); null when it holds none or several. */
export function countIn(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading | null {
  throw new Error('being written');
}

/** Every count in a phrase, in order. */
export function countsIn(text: string | null | undefined, style: CountStyle, from: ReadingSource = 'text'): Reading[] {
  throw new Error('being written');
}

/** Sharpens a rounded reading by the one exact count in a label that lies within its bounds; returns it unchanged where there is none or more than one. */
export function refine(shown: Reading, label: string | null | undefined, style: CountStyle): Reading {
  throw new Error('being written');
}
