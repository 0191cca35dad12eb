import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import type { ReadingSource } from '../../model/vocabulary';
import { countIn, refine } from '../../reading/counts';
import { relativeMoment } from '../../reading/dates';
import { absent, exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import type { VideoLink } from './links';
import { videoPost } from './post';

/** One piece of the line under a title: "1.2M views", "2 years ago", the channel's name. */
export interface Part {
  text: string;
  /** Accessibility label, where the piece has one. */
  label: string;
  channel?: boolean;
  /** An icon stands before it (layouts since 2026 print an eye instead of the word "views"). */
  icon?: boolean;
}

/** What a video's card says, whichever generation of the page drew it, or the page's data describes it. */
export interface Facts {
  link: VideoLink;
  title: string;
  author: string | null;
  /** The card says whose the video is, beside its lines or as a piece of them that is known to be the channel's name. */
  named: boolean;
  /** The lines under the title, each with its pieces in order. */
  rows: Part[][];
  /** Accessibility label of the title without the title and the channel's name: what is left are age, length and views. */
  label: string;
  /** Live now or announced: such cards print viewers or people waiting, which are not views. */
  live: boolean;
  /** The card prints how long the video is, so it can be watched and has views. */
  length: boolean;
  promoted: boolean;
}

const DIGIT = /\p{Nd}/u;
const TIME = /^\p{Nd}{1,3}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2})?$/u;

/** Whether a text is the length of a video ("4:58", "1:02:33"). */
export const isLength = (text: string): boolean => TIME.test(text.trim());

/** What is left of a title's label without the title and the channel's name, since both may hold numbers; empty when the title is not in it. */
export function labelRest(label: string | null, title: string, channel: string): string {
  const fold = (value: string) => value.replace(/[ \t\n]+/g, ' ').trim();
  const whole = fold(label ?? '');
  const name = fold(title);
  const start = name ? whole.indexOf(name) : -1;
  if (start < 0) return '';
  const rest = `${whole.slice(0, start)} ${whole.slice(start + name.length)}`;
  return channel ? rest.replace(fold(channel), ' ') : rest;
}

/** The post that a card describes. */
export function toPost(facts: Facts, at: PageContext, from: ReadingSource = 'text'): PostReading {
  const { link } = facts;
  const { views, published } = readRows(facts, at);
  const metrics: PostReading['metrics'] = { views: from === 'text' ? views : { ...views, from } };
  // A watch page prints likes for its own video alone.
  if (at.surface.kind === 'post') metrics.likes = absent(from);
  const author = facts.author ?? (at.surface.kind === 'profile' ? at.surface.handle : null);
  return videoPost(link, { ...facts, author, published, metrics });
}

/** Views and age from the lines of a card: the age is recognised, and the views are the piece before it. */
function readRows(facts: Facts, at: PageContext): { views: Reading; published: Moment | null } {
  let published: Moment | null = null;
  let row: Part[] = [];
  let place = -1;
  for (const candidate of facts.rows) {
    candidate.forEach((part, index) => {
      const moment = part.channel ? null : ageOf(part, at);
      if (moment) [published, row, place] = [moment, candidate, index];
    });
  }
  if (facts.live) return { views: absent(), published };
  const before = place > 0 ? row[place - 1] : undefined;
  const slot = place < 0 ? undated(facts) : before?.channel ? undefined : before;
  // The piece before the age may be the channel's name where the card prints that nowhere else ("Studio 24 · 2 days ago").
  if (place === 1 && row === facts.rows[0] && !facts.named && at.surface.kind !== 'profile')
    return { views: unread('text', slot?.text), published };
  if (slot && DIGIT.test(slot.text)) return { views: countOf(slot, facts, at), published };
  if (slot && place > 0 && printsZero(slot, row, facts, at)) return { views: exact(0, 'text', slot.text), published };
  const printed = slot ?? facts.rows.flat().find((part) => part !== row[place] && !part.channel && DIGIT.test(part.text));
  return { views: printed ? unread('text', printed.text) : absent(), published };
}

const ageOf = (part: Part, at: PageContext): Moment | null =>
  relativeMoment(part.label, at.counts.locale, at.now) ?? relativeMoment(part.text, at.counts.locale, at.now);

function countOf(part: Part, facts: Facts, at: PageContext): Reading {
  const shown = countIn(part.text, at.counts) ?? countIn(part.label, at.counts, 'label');
  if (!shown) return unread('text', part.text);
  return refine(refine(shown, part.label, at.counts), facts.label, at.counts);
}

/** The views of a card without an age. Shorts never print one; videos of music catalogues do not either, but a length shows that they are no stream. */
function undated(facts: Facts): Part | undefined {
  const row = facts.rows.at(-1) ?? [];
  const counted = row.filter((part) => !part.channel && DIGIT.test(part.text));
  if (facts.link.short && row.length === 1) return row[0];
  return facts.length && counted.length > 0 && counted.length < 3 ? counted[0] : undefined;
}

/**
 * "No views", "Keine Aufrufe": words without a digit where the views stand, before an age. Not claimed in languages that write
 * one and two as words too (Arabic, Hebrew: those with a dual), nor where the piece could be the channel's name.
 */
function printsZero(slot: Part, row: Part[], facts: Facts, at: PageContext): boolean {
  if (!slot.text || new Intl.PluralRules(at.counts.locale).resolvedOptions().pluralCategories.includes('two')) return false;
  if (facts.label.includes(slot.text) || slot.icon) return true;
  return row.length === 2 && (facts.rows.indexOf(row) > 0 || at.surface.kind === 'profile');
}
