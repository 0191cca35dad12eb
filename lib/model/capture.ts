import * as z from 'zod/mini';
import { readingSchema } from './reading';
import { FORMATS, METRIC_NAMES, MOMENT_SOURCES, NETWORK_IDS, REACTIONS, READING_SOURCES, SURFACE_KINDS } from './vocabulary';

const time = z.number().check(z.gte(0), z.lte(8.64e15));
const short = z.string().check(z.maxLength(300));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const address = z.string().check(z.maxLength(2000), z.regex(/^https?:\/\//));
const tally = z.number().check(z.int(), z.gte(0));

/** When something was published, epoch ms: `low` and `high` bound it, equal to `value` when exact. */
export const momentSchema = z.object({ value: time, low: time, high: time, from: z.enum(MOMENT_SOURCES) });
export type Moment = z.infer<typeof momentSchema>;

/** What a page is and whose. `tab` names the part of an account's page ("posts", "videos", "shorts", "replies"). */
export const surfaceSchema = z.object({
  kind: z.enum(SURFACE_KINDS),
  handle: z.nullable(short),
  tab: z.optional(short),
  /** On a post's page, the post's native id. */
  postId: z.optional(id),
});
export type Surface = z.infer<typeof surfaceSchema>;

const flag = z.boolean();

/** An account as one page shows it. `handle` has no @. The optional facts are left out where the page does not say. */
export const accountReadingSchema = z.object({
  nativeId: z.nullable(id),
  handle: z.nullable(short),
  name: z.nullable(short),
  url: z.nullable(address),
  followers: readingSchema,
  following: readingSchema,
  posts: readingSchema,
  /** Whether the network vouches for it (a badge). */
  verified: z.optional(flag),
  /** Its description of itself. */
  bio: z.optional(z.string().check(z.maxLength(1000))),
  /** The address that it gives as its own, without tracking. */
  link: z.optional(address),
  /** What the network or the account calls its trade ("Clothing shop"), in the page's language. */
  category: z.optional(short),
});
export type AccountReading = z.infer<typeof accountReadingSchema>;

const names = z.array(short).check(z.maxLength(100));
/** A post as one page shows it. A metric that the surface does not print is left out of `metrics`, as is a fact that it does not show. */
export const postReadingSchema = z.object({
  /** The network's own id, always a string. */
  id,
  /** Other ids of the same post. */
  aliases: z.array(id).check(z.maxLength(8)),
  url: z.nullable(address),
  /** Handle of whoever published it, without @; null where the page does not say. */
  author: z.nullable(short),
  published: z.nullable(momentSchema),
  format: z.nullable(z.enum(FORMATS)),
  text: z.string().check(z.maxLength(5000)),
  flags: z.object({
    ...{ pinned: flag, promoted: flag, repost: flag, quote: flag, reply: flag },
    ...{ paid: z.optional(flag), collaboration: z.optional(flag) },
  }),
  metrics: z.partialRecord(z.enum(METRIC_NAMES), readingSchema),
  /** On a post's page: id of the post above that it answers, where the page joins the two by a line. */
  answers: z.optional(id),
  /** Language of the text as the page marks it (BCP 47). */
  language: z.optional(z.string().check(z.maxLength(35))),
  /** Without #, as written, each once. */
  hashtags: z.optional(names),
  /** Handles without @, each once. */
  mentions: z.optional(names),
  /** Where its text and card lead outside the network, without tracking. */
  links: z.optional(z.array(address).check(z.maxLength(20))),
  /** Its `likes` by kind, where the page counts them apart. */
  reactions: z.optional(z.partialRecord(z.enum(REACTIONS), readingSchema)),
});
export type PostReading = z.infer<typeof postReadingSchema>;

/** A comment as a post's page shows it. Its author is not read at all; its text is only looked at on the way into the store, and not kept. */
export const commentReadingSchema = z.object({
  /** Null where the page has none; "~" and its place where only answers name it: then it means nothing in another capture. */
  id: z.nullable(id),
  published: z.nullable(momentSchema),
  /** Written by the post's own account. */
  byAccount: flag,
  /** Id of the comment that it answers; null where it answers the post, or the page does not say. */
  replyTo: z.nullable(id),
  /** Whether the account's own like is marked on it; null where the network marks no such thing. */
  likedByAccount: z.nullable(flag),
  text: z.string().check(z.maxLength(1000)),
  language: z.optional(z.string().check(z.maxLength(35))),
});
export type CommentReading = z.infer<typeof commentReadingSchema>;

/** What a capture saw and could not read. Counts of posts, by metric where it says so. */
export const coverageSchema = z.object({
  /** Post elements in the page. */
  seen: tally,
  /** Posts read (they have an id). */
  read: tally,
  /** Elements that look like a post and gave no id. */
  unreadable: tally,
  /** Posts on the page by other accounts (replies, suggestions): never saved. */
  others: tally,
  /** Posts that the page had loaded without showing them: never saved. */
  loaded: z.optional(tally),
  /** Posts by metric that a number was read for. */
  values: z.optional(z.partialRecord(z.enum(METRIC_NAMES), tally)),
  unread: z.partialRecord(z.enum(METRIC_NAMES), tally),
  hidden: z.partialRecord(z.enum(METRIC_NAMES), tally),
  /** Posts whose date, format or author was not found. */
  missing: z.optional(z.object({ published: tally, format: tally, author: tally })),
  /** Readings whose layers could not both be true. */
  conflicts: tally,
  layers: z.array(z.enum(READING_SOURCES)),
  oldest: z.nullable(time),
  newest: z.nullable(time),
  /** Set when the page was cut short: it had more posts than anybody looks at. */
  partial: z.nullable(z.enum(['too-many-posts'])),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** One reading of one page: what the page's script sends to be kept. */
export const captureSchema = z.object({
  id,
  takenAt: time,
  url: address,
  network: z.enum(NETWORK_IDS),
  /** Version of the network's reader. */
  adapter: tally,
  locale: short,
  surface: surfaceSchema,
  account: accountReadingSchema,
  posts: z.array(postReadingSchema).check(z.maxLength(2000)),
  /** On a post's page: its comments, as far as they are in the page. */
  comments: z.optional(z.array(commentReadingSchema).check(z.maxLength(1000))),
  /** When following began, epoch ms; left out for a page read at one moment. */
  followedSince: z.optional(time),
  coverage: coverageSchema,
  /** How long the page was read for, in milliseconds of our own work. */
  ms: z.number().check(z.gte(0)),
});
export type Capture = z.infer<typeof captureSchema>;
