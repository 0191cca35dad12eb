import type { AccountReading } from '../../model/capture';
import { readCount } from '../../reading/counts';
import { all, attr, concealed, one, text } from '../../reading/dom';
import { absent, unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { whole } from './facts';
import { accountUrl, same } from './links';
import { postsOf, readPost } from './post';

const PREFIX = /^\/?r\//i;

/** The account of a page: the community or person that it belongs to, or who wrote the post whose page it is. */
export function redditAccount(page: Document, at: PageContext): AccountReading {
  const { kind, postId } = at.surface;
  if (kind === 'profile' && at.surface.handle?.startsWith('r/')) return community(page, at.surface.handle, at);
  const writer =
    kind === 'post'
      ? (postsOf(page, at)
          .map((post) => readPost(post, at))
          .find((post) => post?.id === postId)?.author ?? null)
      : at.surface.handle;
  // Today's layout prints a person's followers unless they hide them, and it is not known where.
  const followers = kind === 'profile' && one(page, 'shreddit-app,shreddit-post') ? unread() : absent();
  return { ...blank(writer, numberOf(page, writer)), name: nameOf(page, writer), followers };
}

const blank = (handle: string | null, nativeId: string | null): AccountReading => ({
  nativeId,
  handle,
  name: null,
  url: accountUrl(handle),
  followers: absent(),
  following: absent(),
  posts: absent(),
});

/** A community. Since September 2025 its page counts visitors a week in place of members: those are no followers. */
function community(page: Document, handle: string, { counts }: PageContext): AccountReading {
  const name = handle.slice(2);
  const header = all(page, 'shreddit-subreddit-header').find((each) => same(attr(each, 'name'), name) && !concealed(each));
  const [old] = all(page, '.side .titlebox').filter((box) => same(text(one(box, '.redditname')).replace(PREFIX, ''), name));
  const [members, another] = old ? all(old, '.subscribers .number') : [];
  const said = attr(header, 'subscribers');
  const written = text(old && one(old, '.redditname')).replace(PREFIX, '');
  return {
    ...blank(attr(header, 'prefixed-name') ?? (written ? `r/${written}` : handle), attr(header, 'subreddit-id')),
    name: attr(header, 'display-name') ?? null,
    ...(attr(header, 'description') && { bio: (attr(header, 'description') ?? '').slice(0, 1000) }),
    followers: members
      ? (!another && readCount(text(members), counts)) || unread('text', text(members))
      : said
        ? (whole(said) ?? unread('embedded', said))
        : absent(),
  };
}

/** Reddit's own number of a person, as their posts carry it. */
function numberOf(page: Document, writer: string | null): string | null {
  const post = writer ? all(page, 'shreddit-post[author-id]').find((each) => same(attr(each, 'author'), writer)) : undefined;
  const number = attr(post, 'author-id');
  return number && /^t2_\w{1,20}$/.test(number) ? number : null;
}

/** The name that a person goes by, from the window's title: "Name (u/handle)". */
function nameOf({ title }: Document, writer: string | null): string | null {
  const end = writer ? title.toLowerCase().indexOf(` (u/${writer.toLowerCase()})`) : -1;
  return end > 0 ? title.slice(0, end).trim().slice(0, 300) : null;
}
