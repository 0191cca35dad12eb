import type { Moment, PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn, refine } from '../../reading/counts';
import { absent, exact, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import type { VideoLink } from './links';
import { ageOf, hasDigit } from './numbers';
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
  label?: string;
  /** Live now or announced: such cards print viewers or people waiting, which are not views. */
  live: boolean;
  /** The card prints how long the video is, so it can be watched and has views. */
  length: boolean;
  flags: Partial<PostReading['flags']>;
  /** The channel's name. */
  owner?: string;
  /** Something stands where it cannot belong. */
  muddled?: boolean;
}

/** How long a video is ("1:02:30", "4.05"), in digits of any script. */
export const LENGTH = /^\p{Nd}{1,3}(?:[:.]\p{Nd}\p{Nd}){1,2}$/u;

// No-break spaces stay: they may stand inside a number.
const fold = (label: string) => label.replace(/[ \t\n]+/g, ' ');

/** What is left of the label that holds the title, without the title and the channel's name, since both may hold numbers; empty when none does. */
export function labelRest(labels: string[], title: string, channel: string): string {
  const label = title && labels.map(fold).find((candidate) => candidate.includes(title));
  return label ? label.replace(title, ' ').replace(channel, ' ') : '';
}

/** The post that a card describes. */
export function toPost(facts: Facts, at: PageContext): PostReading {
  const { kind, handle } = at.surface;
  const { views, published } = readRows(facts, at);
  // A watch page prints likes for its own video alone.
  const metrics = { views, ...(kind === 'post' && { likes: absent() }) };
  return videoPost(facts.link, { ...facts, author: facts.author || (kind === 'profile' ? handle : null), published, metrics });
}

/** Views and age from the lines of a card: the age is recognised, and the views are the piece before it. */
function readRows(facts: Facts, at: PageContext): { views: Reading; published: Moment | null } {
  const { counts, surface } = at;
  const { link, live, length, named } = facts;
  const rows = facts.rows.map((row) => row.filter((part) => !part.channel));
  const digits = rows.flat().filter((part) => hasDigit(part.text));
  let published: Moment | null = null;
  let age: Part | undefined;
  // A card without an age is a Short, or a video of a music catalogue; its length shows that it is no stream.
  let slot = link.short ? rows.at(-1)?.[0] : length && digits.length < 3 ? digits[0] : undefined;
  // Where the card names the channel nowhere else, the first piece may be that name ("Studio 24 · 2 days ago").
  let sure = !facts.muddled && !(link.short && digits[1]);
  for (const row of rows) {
    for (const [place, part] of row.entries()) {
      const moment = ageOf(part.label, at) ?? ageOf(part.text, at);
      if (!moment) continue;
      // Of two ages neither tells what stands before it.
      sure &&= !age && (named || surface.kind === 'profile' || place > 1 || row !== rows[0]);
      [published, age, slot] = [moment, part, row[place - 1]];
    }
  }
  const views = (): Reading => {
    if (live) return absent();
    const foreign = [facts.title, facts.owner ?? ''].some((words) => words.length > 3 && slot?.text.includes(words));
    if (slot && sure && !foreign) {
      const { text, label } = slot;
      if (hasDigit(text)) {
        const shown = countIn(text, counts) ?? countIn(label, counts, 'label') ?? unread('text', text);
        // An age in words that we do not know is a number too; none is above 59 ("59 minutes"). So is the year that a film is from.
        const { value, raw = '' } = shown;
        return age || link.short || ((value ?? 0) > 59 && !(/^\p{Nd}{4}$/u.test(raw) && /^(?:19|20)/.test(`${value}`)))
          ? refine(refine(shown, label, counts), facts.label, counts)
          : unread('text', text);
      }
      // "No views", "Keine Aufrufe". Not claimed in languages that write one and two as words too (Arabic, Hebrew: those with a dual).
      if (age && !digits[1] && new Intl.PluralRules(counts.locale).select(2) !== 'two') return exact(0, 'text', text);
    }
    const printed = digits.find((part) => part !== age) ?? slot;
    return printed ? unread('text', printed.text) : absent();
  };
  return { views: views(), published };
}
