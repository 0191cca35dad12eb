import { browser } from 'wxt/browser';
import { type AccountTags, MOST_WORDS, type TagsOf, tagWordsSchema } from '../model/tags';
import { exclusively } from './lock';
import { namesOutside, outside } from './outside';

/**
 * Tags are the user's own work: no capture can bring them back. They are kept outside the database, where the journal is, one value per account, and
 * so outlive whatever befalls the database. They are few and never searched, so the database needs none of them.
 */
const PREFIX = 'tags:';
const WORDS = 'tagWords';
const nameOf = (accountKey: string) => PREFIX + accountKey;

type Posts = AccountTags['posts'];

const NONE: readonly string[] = [];
const postsIn = (value: unknown): Posts => (value as AccountTags | undefined)?.posts ?? {};

/** The tags of some accounts' posts, in the order in which they were given. */
export async function tagsOf(accountKeys: readonly string[]): Promise<TagsOf> {
  const found = accountKeys.length ? await outside().get(accountKeys.map(nameOf)) : {};
  return ({ accountKey, postKey }) => {
    const posts = postsIn(found[nameOf(accountKey)]);
    return Object.hasOwn(posts, postKey) ? (posts[postKey]?.tags ?? NONE) : NONE;
  };
}

/** Gives a post a tag or takes it back, at a time in epoch ms; twice is the same as once. Resolves with its tags once they are written. */
export function setTag(post: { accountKey: string; postKey: string }, tag: string, on: boolean, at: number): Promise<readonly string[]> {
  const { accountKey, postKey } = post;
  return exclusively(async () => {
    const before = (await tagsOf([accountKey]))(post);
    if (before.includes(tag) === on) return before;
    const tags = on ? [...before, tag] : before.filter((other) => other !== tag);
    const { [postKey]: _, ...others } = postsIn((await outside().get(nameOf(accountKey)))[nameOf(accountKey)]);
    await write({ accountKey, posts: tags.length ? { ...others, [postKey]: { tags, at } } : others });
    return tags;
  });
}

const write = ({ accountKey, posts }: AccountTags): Promise<void> =>
  Object.keys(posts).length ? outside().set({ [nameOf(accountKey)]: { accountKey, posts } }) : outside().remove(nameOf(accountKey));

/** The workspace's own words, oldest first. */
export async function tagWords(): Promise<string[]> {
  const checked = tagWordsSchema.safeParse((await outside().get(WORDS))[WORDS]);
  return checked.success ? checked.data : [];
}

/** Adds a word; false where there are as many as are kept. */
export const addTagWord = (word: string): Promise<boolean> =>
  exclusively(async () => {
    const words = await tagWords();
    if (words.includes(word)) return true;
    if (words.length >= MOST_WORDS) return false;
    await outside().set({ [WORDS]: [...words, word] });
    return true;
  });

/** Offers a word no more; posts that have it keep it. */
export const removeTagWord = (word: string): Promise<void> =>
  exclusively(async () => outside().set({ [WORDS]: (await tagWords()).filter((other) => other !== word) }));

/** All tags, account by account. */
export async function allTags(): Promise<AccountTags[]> {
  const names = await namesOutside(PREFIX);
  return names.length ? (Object.values(await outside().get(names)) as AccountTags[]) : [];
}

/** Takes tags and words in from elsewhere; a post that has tags here keeps these. Only under the store's lock. */
export async function bringTags(brought: readonly AccountTags[], words: readonly string[]): Promise<void> {
  for (const { accountKey, posts } of brought) {
    const own = postsIn((await outside().get(nameOf(accountKey)))[nameOf(accountKey)]);
    await write({ accountKey, posts: { ...posts, ...own } });
  }
  const all = [...new Set([...(await tagWords()), ...words])].slice(0, MOST_WORDS);
  if (words.length) await outside().set({ [WORDS]: all });
}

/** Removes the tags of some accounts' posts, or all of them with the words. Only under the store's lock. */
export async function forgetTags(accountKeys: readonly string[] | 'all'): Promise<void> {
  await outside().remove(accountKeys === 'all' ? [...(await namesOutside(PREFIX)), WORDS] : accountKeys.map(nameOf));
}

/** Tells of every change of tags and words, whichever part of the extension made it. Returns the way to stop. */
export function followTags(told: () => void): () => void {
  const changed = (changes: object) => {
    if (Object.keys(changes).some((name) => name.startsWith(PREFIX) || name === WORDS)) told();
  };
  browser.storage.local.onChanged.addListener(changed);
  return () => browser.storage.local.onChanged.removeListener(changed);
}
