/** What a new network starts from: a reader of a plain page and three fixtures that it reads. Everything in it is to be replaced by what the network's pages are like. */

const capital = (id: string) => id[0]?.toUpperCase() + id.slice(1);

/** The reader's file. */
export const readerFile = (id: string) => `import type { AccountReading, PostReading, Surface } from '../model/capture';
import { countIn } from '../reading/counts';
import { isoMoment } from '../reading/dates';
import { all, attr, concealed, one, text } from '../reading/dom';
import { absent, unread } from '../reading/readings';
import { factsOfWords } from '../reading/words';
import type { Network, PageContext } from './network';

/** Paths of the site itself, which are no accounts. */
const RESERVED = /^(?:about|explore|help|home|login|notifications|search|settings|terms)$/;

function surfaceOf(url: URL): Surface | null {
  const [handle = '', part, postId] = url.pathname.split('/').filter(Boolean);
  if (!handle) return { kind: 'feed', handle: null };
  if (RESERVED.test(handle)) return handle === 'search' ? { kind: 'search', handle: null } : null;
  return part === 'post' && postId ? { kind: 'post', handle, postId } : { kind: 'profile', handle };
}

function accountOf(page: Document, { surface, counts }: PageContext): AccountReading {
  const header = one(page, 'header');
  const followers = header && one(header, 'a[href$="/followers"]');
  return {
    nativeId: null,
    handle: surface.handle,
    name: text(header && one(header, 'h1')) || null,
    url: surface.handle ? \`https://${id}.example/\${surface.handle}\` : null,
    followers: followers ? (countIn(text(followers), counts) ?? unread()) : absent(),
    following: absent(),
    posts: absent(),
  };
}

/** Quoted posts are articles inside an article: no posts of this page. */
const postsOf = (page: Document) => all(page, 'article').filter((article) => !concealed(article) && !article.parentElement?.closest('article'));

function readPost(post: Element, at: PageContext): PostReading | null {
  const address = attr(one(post, 'a[href*="/post/"]'), 'href') ?? '';
  const [, author, id] = /\\/([^/]+)\\/post\\/(\\w+)/.exec(address) ?? [];
  if (!id || !author) return null;
  const words = one(post, 'p');
  const count = (label: string) => {
    const button = one(post, \`button[data-count="\${label}"]\`);
    const words = attr(button, 'aria-label') ?? '';
    return button ? { [label]: countIn(words, at.counts, 'label') ?? unread('label', words) } : {};
  };
  return {
    id,
    aliases: [],
    url: \`https://${id}.example/\${author}/post/\${id}\`,
    author,
    published: isoMoment(attr(one(post, 'time'), 'datetime')),
    format: one(post, 'video') ? 'video' : one(post, 'img') ? 'image' : 'text',
    text: text(words).slice(0, 2000),
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
    metrics: { ...count('likes'), ...count('comments') },
    ...factsOfWords(words, at.url),
  };
}

/** ${capital(id)}. Say here what \`shares\` counts, how counts are abbreviated, and what no real page was seen of. */
export const ${id}: Network = {
  id: '${id}',
  name: '${capital(id)}',
  hosts: ['*://${id}.example/*'],
  version: 1,
  display: 'either',
  significant: 2,
  sharesCount: null,
  shows: { profile: ['likes', 'comments'], post: ['likes', 'comments'] },
  surface: surfaceOf,
  account: accountOf,
  posts: postsOf,
  read: readPost,
};
`;

/** Its test. */
export const testFile = (id: string) => `// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ${id} } from '../../lib/networks/${id}';
import { fixtures, readFixture } from './fixture';

describe('pages', () => {
  it.each(fixtures('${id}').map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(${id}, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toMatchObject(page.expected.account);
  });
});

describe('addresses', () => {
  it.each([
    ['/', 'feed'],
    ['/lumen', 'profile'],
    ['/lumen/post/a1', 'post'],
    ['/settings', undefined],
  ])('%s is %s', (path, kind) => {
    expect(${id}.surface(new URL(\`https://${id}.example\${path}\`), document)?.kind).toBe(kind);
  });
});
`;

interface Case {
  name: string;
  lang: string;
  path: string;
  likes: { label: string; value: number };
  comments: { label: string; value: number };
  words: string;
}
const CASES: Case[] = [
  {
    name: 'profile-en',
    lang: 'en',
    path: '/lumen',
    likes: { label: '1,234 likes', value: 1234 },
    comments: { label: '0 comments', value: 0 },
    words: 'The first lamp of the year.',
  },
  {
    name: 'post-fr',
    lang: 'fr',
    path: '/lumen/post/a1',
    likes: { label: '1 234 J’aime', value: 1234 },
    comments: { label: '56 commentaires', value: 56 },
    words: 'La première lampe de l’année.',
  },
  {
    name: 'profile-ar',
    lang: 'ar',
    path: '/lumen',
    likes: { label: '١٬٢٣٤ إعجاب', value: 1234 },
    comments: { label: '٥٦ تعليق', value: 56 },
    words: 'أول مصباح هذا العام.',
  },
];

const page = ({ lang, likes, comments, words }: Case) => `<!doctype html>
<html lang="${lang}"><body>
<header><h1>Lumen</h1></header>
<main><article>
  <a href="/lumen/post/a1"><time datetime="2026-03-02T10:15:30Z"></time></a>
  <p>${words}</p>
  <button data-count="likes" aria-label="${likes.label}"></button>
  <button data-count="comments" aria-label="${comments.label}"></button>
</article></main>
</body></html>
`;

function expected(id: string, { path, likes, comments, words }: Case) {
  const time = Date.UTC(2026, 2, 2, 10, 15, 30);
  const exact = ({ label, value }: Case['likes']) => ({
    value,
    low: value,
    high: value,
    as: 'exact',
    from: 'label',
    raw: (/\d[\d,٬\s]*|[٠-٩][٠-٩٬]*/u.exec(label)?.[0] ?? '').trim(),
  });
  const post = {
    id: 'a1',
    aliases: [],
    url: `https://${id}.example/lumen/post/a1`,
    author: 'lumen',
    published: { value: time, low: time, high: time, from: 'attribute' },
    format: 'text',
    text: words,
    flags: { pinned: false, promoted: false, repost: false, quote: false, reply: false },
    metrics: { likes: exact(likes), comments: exact(comments) },
  };
  return { url: `https://${id}.example${path}`, now: Date.UTC(2026, 2, 3), account: { handle: 'lumen', name: 'Lumen' }, posts: [post] };
}

/** Three pages and what is to be read off them, by file name. */
export const fixtureFiles = (id: string): Record<string, string> =>
  Object.fromEntries(
    CASES.flatMap((one) => [
      [`${one.name}.html`, page(one)],
      [`${one.name}.expected.json`, `${JSON.stringify(expected(id, one), null, 2)}\n`],
    ]),
  );

/** Name of a network as people write it. */
export const nameOf = capital;
