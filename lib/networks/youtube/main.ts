import type { PostReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { countIn } from '../../reading/counts';
import { absent, hidden, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { writtenDay } from './days';
import type { VideoLink } from './links';
import { ageOf, type Button, buttonCount, hasDigit, phraseCount } from './numbers';
import { videoPost } from './post';

/** What a video's own page shows of it, or what the data behind that page says. */
export interface MainFacts extends VideoLink {
  author: string | null;
  title: string;
  description?: string;
  links?: string[] | undefined;
  flags?: Partial<PostReading['flags']>;
  live: boolean;
  /** Lines that begin with the views, those with every digit first. */
  lines: string[][];
  /** Where its day or its age may stand. */
  dates: string[];
  like: Button;
  /** What the head of the comments says; null where there is none. */
  comments: string | null;
}

/** The video that a page is about. */
export function mainPost(facts: MainFacts, at: PageContext): PostReading {
  const { lines, dates, short, comments } = facts;
  const published = writtenDay(dates.join('\n'), at.counts.locale) ?? dates.map((date) => ageOf(date, at)).find(Boolean) ?? null;
  const announced = !!published && published.low > at.now;
  // On the air or announced: viewers and people waiting stand where views do.
  const live = facts.live || announced;
  const printed = lines.flat().find(Boolean);
  // What is printed first is the views; a date in words that are not known is a number too.
  const leading = lines.flatMap((line) => line.find(hasDigit) ?? []);
  const views = leading.map((phrase) => (ageOf(phrase, at) ? null : countIn(phrase, at.counts))).find(Boolean);
  return videoPost(facts, {
    ...facts,
    live,
    published: announced ? null : published,
    metrics: {
      likes: likesOf(facts, at),
      views: live || (short && !printed) ? absent() : (views ?? unread('text', printed)),
      ...(comments !== null && { comments: phraseCount(comments, at) }),
    },
  });
}

function likesOf({ like }: MainFacts, at: PageContext): Reading {
  const [shown] = like;
  const count = buttonCount(like, at);
  // A word in place of the count: the channel conceals it.
  return shown && count.value === null && !hasDigit(like.join()) ? hidden('text', shown) : count;
}
