import { type AccountAnswers, type AnswerOf, accountAnswersSchema, type PostAnswer, wholePosts } from '../model/answers';
import { exclusively } from './lock';
import { namesOutside, outside } from './outside';

/** What was said of single posts lies beside their tags, and like them: outside the database, one value per account. */
export const POST_ANSWERS = 'post-answers:';
const nameOf = (accountKey: string) => POST_ANSWERS + accountKey;

const NONE: PostAnswer = {};

/** What was said of some accounts' posts. */
export async function postAnswers(accountKeys: readonly string[]): Promise<AccountAnswers[]> {
  const found = accountKeys.length ? await outside().get(accountKeys.map(nameOf)) : {};
  return accountKeys.map((accountKey) => ({ accountKey, posts: wholePosts(found[nameOf(accountKey)]) }));
}

/** The same, post by post. */
export function answerIn(all: readonly AccountAnswers[]): AnswerOf {
  const known = new Map(all.map(({ accountKey, posts }) => [accountKey, posts]));
  return ({ accountKey, postKey }) => {
    const posts = known.get(accountKey) ?? {};
    return Object.hasOwn(posts, postKey) ? (posts[postKey] ?? NONE) : NONE;
  };
}

/** Says something of a post, at a time in epoch ms; undefined takes it back. Throws when it does not fit, and then nothing changes. */
export function answerPost(post: { accountKey: string; postKey: string }, change: PostAnswer, at: number): Promise<void> {
  const { accountKey, postKey } = post;
  return exclusively(async () => {
    const [before] = await postAnswers([accountKey]);
    const { [postKey]: known, ...others } = before?.posts ?? {};
    const { at: _, ...said } = { at, ...known, ...change };
    const open = Object.values(said).every((part) => part === undefined);
    await write(accountAnswersSchema.parse({ accountKey, posts: open ? others : { ...others, [postKey]: { ...said, at } } }));
  });
}

const write = ({ accountKey, posts }: AccountAnswers): Promise<void> =>
  Object.keys(posts).length ? outside().set({ [nameOf(accountKey)]: { accountKey, posts } }) : outside().remove(nameOf(accountKey));

/** What was said of all posts, account by account. */
export const allPostAnswers = async (): Promise<AccountAnswers[]> =>
  postAnswers((await namesOutside(POST_ANSWERS)).map((name) => name.slice(POST_ANSWERS.length)));

/** Takes answers in from elsewhere; what was said of a post here stays. Only under the store's lock. */
export async function bringPostAnswers(brought: readonly AccountAnswers[]): Promise<void> {
  for (const { accountKey, posts } of brought) {
    const [own] = await postAnswers([accountKey]);
    await write({ accountKey, posts: { ...posts, ...own?.posts } });
  }
}

/** Removes what was said of some accounts' posts, or of all. Only under the store's lock. */
export async function forgetPostAnswers(accountKeys: readonly string[] | 'all'): Promise<void> {
  await outside().remove(accountKeys === 'all' ? await namesOutside(POST_ANSWERS) : accountKeys.map(nameOf));
}
