import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, readCount } from '../../reading/counts';
import { all, concealed, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { collect, dataCount, pageData, string, type Tree } from './data';
import { same } from './links';
import { named } from './names';
import { postsOf, readPost } from './post';

/** What the page's data says of an account. */
interface Known {
  user: Tree;
  /** Exact counts as texts since 2024, before that shortened ones. */
  stats: Tree;
}

/** Whose page it is: a profile's, or the author of the post that is open. */
export function accountOf(page: Document, at: PageContext): AccountReading {
  const { kind, handle, postId } = at.surface;
  if (kind === 'profile') return profileOf(page, at);
  const post = postId
    ? postsOf(page, at)
        .map((element) => readPost(element, at))
        .find((each) => each?.id === postId)
    : null;
  const { user } = known(page, post?.author ?? handle, at);
  const unshown = { followers: absent(), following: absent(), posts: absent() };
  return { ...identity(post?.author ?? handle, user), name: string(user?.nickname) || null, ...unshown };
}

const identity = (handle: string | null, user: Tree) => ({
  nativeId: string(user?.id) || null,
  handle: handle && (string(user?.uniqueId) || handle),
  url: handle && `https://www.tiktok.com/@${string(user?.uniqueId) || handle}`,
});

function profileOf(page: Document, at: PageContext): AccountReading {
  const { handle } = at.surface;
  const shown = (name: string) => all(page, named(name)).find((element) => !concealed(element)) ?? null;
  // Handle and display name, which changed places in the past.
  const titles = [shown('user-title'), shown('user-subtitle')].map(text);
  const place = titles.findIndex((title) => same(title.replace(/^@/, ''), handle));
  // The address may be ahead of what is shown.
  const ours = place >= 0 || !titles.some(Boolean);
  const { user, stats } = known(page, handle, at);
  const count = (name: string, key: string): Reading => {
    const element = ours ? shown(name) : null;
    return sharper(element && text(element), dataCount(stats?.[key]), at.counts);
  };
  return {
    ...identity(handle, user),
    name: (place >= 0 && titles[1 - place]) || string(user?.nickname) || null,
    followers: count('followers-count', 'followerCount'),
    following: count('following-count', 'followingCount'),
    posts: dataCount(stats?.videoCount) ?? absent(),
  };
}

/** The exact count of the data, unless what is shown says that it is out of date. */
function sharper(shown: string | null, data: Reading | undefined, counts: CountStyle): Reading {
  const read = readCount(shown, counts) ?? unread('text', shown ?? undefined);
  if (!data || read.value === null) return shown ? read : (data ?? read);
  const within = data.as === 'exact' && Number(data.value) >= Number(read.low) && Number(data.value) <= Number(read.high);
  return within ? data : read;
}

/** The account in the page's data, if it is the one asked for. */
function known(page: Document, handle: string | null, at: PageContext): Known {
  for (const tree of pageData(page, at)) {
    const [info] = collect(tree, ({ user }) => same(string(user?.uniqueId), handle));
    if (info) return { user: info.user, stats: info.statsV2 ?? info.stats };
    // Before 2023 accounts and their counts stood in two lists.
    const [module] = collect(tree, ({ users, stats }) => users && stats);
    const user = Object.values(module?.users ?? {}).find((each) => same(string(each?.uniqueId), handle));
    if (user) return { user, stats: module?.stats?.[string(user.uniqueId)] };
    const [author] = collect(tree, ({ uniqueId }) => same(string(uniqueId), handle));
    if (author) return { user: author, stats: null };
  }
  return { user: null, stats: null };
}
