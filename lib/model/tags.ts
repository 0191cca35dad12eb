import * as z from 'zod/mini';

/** Words of the workspace's own beside the fixed tags. More cannot be chosen from at a glance. */
export const MOST_WORDS = 20;
const LONGEST = 30;
/** Fixed tags, own words, and words that were given up since; only a hostile file has more on one post. */
const MOST_ON_A_POST = 60;

/** One of FIXED_TAGS or a word of the workspace's own: without white space, so that several stand in one cell. */
const tagSchema = z.string().check(z.regex(/^\S+$/), z.maxLength(LONGEST));

/** The words of the workspace's own, in the order in which they were made. */
export const tagWordsSchema = z.array(tagSchema).check(z.maxLength(MOST_WORDS));

const key = z.string().check(z.minLength(1), z.maxLength(300));

/** Tags of one account's posts by post key, each with when it was last changed (epoch ms). */
export const accountTagsSchema = z.object({
  accountKey: key,
  posts: z.record(key, z.object({ tags: z.array(tagSchema).check(z.minLength(1), z.maxLength(MOST_ON_A_POST)), at: z.number() })),
});
export type AccountTags = z.infer<typeof accountTagsSchema>;

/** Tags of a post on one account's page: what one account promotes another may only pass on. */
export type TagsOf = (post: { accountKey: string; postKey: string }) => readonly string[];

/** What was typed, as a tag: one word in lower case; null where nothing is left of it. @example wordOf(' Coulisses  du métier ') → 'coulisses-du-métier' */
export function wordOf(typed: string): string | null {
  const word = typed
    .normalize('NFC')
    .trim()
    .replace(/^[#\s]+/u, '')
    .replace(/\s+/gu, '-')
    .toLowerCase();
  return word && word.length <= LONGEST ? word : null;
}
