import type { AccountReading } from '../../model/capture';
import type { Reading } from '../../model/reading';
import { type CountStyle, readCount } from '../../reading/counts';
import { all, attr, concealed, one, parent, text } from '../../reading/dom';
import { outgoing } from '../../reading/links';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { collect, dataCount, pageData, string, type Tree, wordsOf } from './data';
import { same } from './links';
import { named } from './names';
import { postsOf, readPost } from './post';

const LONGEST_BIO = 1000;

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
    const named = ours ? shown(name) : null;
    // What holds other named parts is more than a count.
    const element = named && one(named, '[data-e2e]') ? null : named;
    return sharper(element && text(element), dataCount(stats?.[key]), at.counts);
  };
  return {
    ...identity(handle, user),
    name: (place >= 0 && titles[1 - place]) || string(user?.nickname) || null,
    followers: count('followers-count', 'followerCount'),
    following: count('following-count', 'followingCount'),
    posts: dataCount(stats?.videoCount) ?? absent(),
    ...(ours && aboutOf(page, user, at)),
  };
}

/** What an account says of itself. Where it says nothing a profile prints a sentence in place of that, and the data nothing. */
function aboutOf(page: Document, user: Tree, at: PageContext): Partial<AccountReading> {
  const title = one(page, named('user-title', 'user-subtitle'));
  const badge = title && parent(title) && one(parent(title) ?? title, 'svg circle');
  const none = wordsOf(page, at, 'No bio yet.') || 'No bio yet.';
  const shown = text(one(page, named('user-bio')));
  const bio = user || shown === none ? '' : shown;
  const anchor = one(page, named('user-link'));
  const address = text(anchor);
  const link = outgoing(attr(anchor, 'href'), at.url, address) ?? linkTo(address, at);
  return { ...(bio && { bio: bio.slice(0, LONGEST_BIO) }), ...saidBy(user, at), ...(badge && { verified: true }), ...(link && { link }) };
}

/** What the data of an account says of it. */
function saidBy(user: Tree, at: PageContext): Partial<AccountReading> {
  const bio = string(user?.signature).slice(0, LONGEST_BIO);
  const category = string(user?.commerceUserInfo?.category).slice(0, 300);
  const link = linkTo(string(user?.bioLink?.link), at);
  return {
    ...((user?.verified as unknown) === true && { verified: true }),
    ...(bio && { bio }),
    ...(link && { link }),
    ...(category && { category }),
  };
}

/** An address as it was typed, often without a protocol. */
const linkTo = (typed: string, at: PageContext): string | null =>
  typed ? outgoing(/^https?:/.test(typed) ? typed : `https://${typed}`, at.url) : null;

/** What a body that the page received says of the page's own account: its profile, or the author of one of its posts. */
export function responseAccount(body: unknown, at: PageContext): Partial<AccountReading> | null {
  const { handle } = at.surface;
  if (!handle) return null;
  const [profile] = collect(body, ({ user, stats }) => stats && same(string(user?.uniqueId), handle));
  const [item] = profile ? [] : collect(body, ({ author, authorStats }) => authorStats && same(string(author?.uniqueId), handle));
  const user = profile?.user ?? item?.author;
  if (!user) return null;
  const count = (key: string) =>
    [profile?.statsV2, profile?.stats, item?.authorStatsV2, item?.authorStats]
      .map((stats) => dataCount(stats?.[key], 'response'))
      .find(Boolean);
  const [followers, following, posts] = [count('followerCount'), count('followingCount'), count('videoCount')];
  return {
    nativeId: string(user.id) || null,
    name: string(user.nickname) || null,
    ...(followers && { followers }),
    ...(following && { following }),
    ...(posts && { posts }),
    ...saidBy(user, at),
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
