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
  channel: boolean;
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

/** What is left of a title's label without the title and the channel's name, since both may hold numbers; empty when the title is not in it. */
export function labelRest(label: string, title: string, channel: string): string {
  return title && label.includes(title) ? label.replace(title, ' ').replace(channel, ' ') : '';
}

/** Lines without the empty ones. A line of its own above the others is the channel's name, with or without a link. */
export function withName(lines: Part[][]): Part[][] {
  const rows = lines.filter((row) => row.length > 0);
  const [first] = rows;
  if (rows.length > 1 && first?.length === 1 && first[0]) first[0].channel = true;
  return rows;
}

/** The post that a card describes. */
export function toPost(facts: Facts, at: PageContext, from: ReadingSource = 'text'): PostReading {
  const { kind, handle } = at.surface;
  const { views, published } = readRows(facts, at);
  const metrics: PostReading['metrics'] = { views: from === 'text' ? views : { ...views, from } };
  // A watch page prints likes for its own video alone.
  if (kind === 'post') metrics.likes = absent(from);
  return videoPost(facts.link, { ...facts, author: facts.author ?? (kind === 'profile' ? handle : null), published, metrics });
}

/** Views and age from the lines of a card: the age is recognised, and the views are the piece before it. */
function readRows(facts: Facts, at: PageContext): { views: Reading; published: Moment | null } {
  const { rows, named, live } = facts;
  const { locale } = at.counts;
  const profile = at.surface.kind === 'profile';
  let published: Moment | null = null;
  let age: Part | undefined;
  let slot: Part | undefined;
  // Where the card names the channel nowhere else, the first piece may be that name ("Studio 24 · 2 days ago").
  let sure = true;
  for (const row of rows) {
    for (const [place, part] of row.entries()) {
      const moment = part.channel ? null : (relativeMoment(part.label, locale, at.now) ?? relativeMoment(part.text, locale, at.now));
      if (!moment) continue;
      [published, age, slot] = [moment, part, row[place - 1]];
      sure = named || profile || place > 1 || row !== rows[0];
    }
  }
  if (live) return { views: absent(), published };
  if (!age) slot = undated(facts);
  if (slot?.channel) slot = undefined;
  if (slot && sure) {
    if (DIGIT.test(slot.text)) return { views: countOf(slot, facts, at), published };
    // "No views", "Keine Aufrufe". Not claimed in languages that write one and two as words too (Arabic, Hebrew: those with a dual).
    const dual = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.includes('two');
    if (age && slot.text && !dual) return { views: exact(0, 'text', slot.text), published };
  }
  const printed = slot ?? rows.flat().find((part) => part !== age && !part.channel && DIGIT.test(part.text));
  return { views: printed ? unread('text', printed.text) : absent(), published };
}

function countOf(part: Part, facts: Facts, { counts }: PageContext): Reading {
  const shown = countIn(part.text, counts) ?? countIn(part.label, counts, 'label');
  return shown ? refine(refine(shown, part.label, counts), facts.label, counts) : unread('text', part.text);
}

/** The views of a card without an age. Shorts never print one; videos of music catalogues do not either, but a length shows that they are no stream. */
function undated({ rows, link, length }: Facts): Part | undefined {
  const row = rows.at(-1) ?? [];
  const counted = row.filter((part) => !part.channel && DIGIT.test(part.text));
  if (link.short && row.length === 1) return row[0];
  return length && counted.length < 3 ? counted[0] : undefined;
}
