import type { Moment } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { ReadingSource } from '../../model/vocabulary';
import { countIn, readCount, refine } from '../../reading/counts';
import { relativeMoment } from '../../reading/dates';
import { exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';

/** Whether a text holds a digit of any script. */
export const hasDigit = (text: string): boolean => /\p{Nd}/u.test(text);

/** A count that is written in digits alone, as data has it; null for anything else. */
export const dataCount = (digits: string): Reading | null => (/^\d{1,13}$/.test(digits) ? exact(Number(digits), 'embedded', digits) : null);

/** The count of a phrase that should hold one. */
export const phraseCount = (phrase: string, { counts }: PageContext): Reading => countIn(phrase, counts) ?? unread('text', phrase);

/** What a button shows (null: pieces that differ), then the labels that say the same. */
export type Button = [shown: string | null, ...labels: string[]];

/** A like button. Of what the viewer likes, the labels count the other people. */
export const likeButton = (shown: string | null, labels: string[], pressed: boolean): Button => [shown, ...(pressed ? [] : labels)];

/** The count on a button, with every digit where a label has them. None is printed for zero, as for what is not there yet. */
export function buttonCount([shown, ...labels]: Button, { counts }: PageContext): Reading {
  const count = shown === '' ? labels.map((label) => countIn(label, counts, 'label')).find(Boolean) : readCount(shown, counts);
  return count ? labels.reduce((reading, label) => refine(reading, label, counts), count) : unread('text', shown ?? undefined);
}

/** Readings of data, whatever they were read with. */
export const stamped = <T extends object>(readings: T, from: ReadingSource): T =>
  Object.fromEntries(Object.entries(readings).map(([name, reading]) => [name, { ...reading, from }])) as T;

/** When something was published that tells its age. */
export const ageOf = (words: string | null, { counts, now }: PageContext): Moment | null => relativeMoment(words, counts.locale, now);
