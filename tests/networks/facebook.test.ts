// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { facebook } from '../../lib/networks/facebook';
import { handleOf, postLink } from '../../lib/networks/facebook/links';
import { kindIn, metricIn } from '../../lib/networks/facebook/words';
import { type Fixture, fixtures, readFixture } from './fixture';

const pages = fixtures('facebook');
const named = (name: string): Fixture => {
  const found = pages.find((page) => page.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
async function postsOf(fixture: Fixture, change: (html: string) => string = (html) => html): Promise<PostReading[]> {
  const page = new DOMParser().parseFromString(change(fixture.document.documentElement.outerHTML), 'text/html');
  const outcome = await readPage(facebook, page, fixture.url, fixture.now);
  return outcome.ok ? outcome.capture.posts : [];
}
const surface = (address: string) => facebook.surface(new URL(address, 'https://www.facebook.com/'), document);

describe('pages', () => {
  it.each(pages.map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(facebook, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toMatchObject(page.expected.account);
  });

  it('keeps shared posts, comments, decoys and former screens out', async () => {
    const all = (await Promise.all(pages.map((page) => postsOf(page)))).flat();
    const numbers = all.flatMap(({ metrics }) => Object.values(metrics).map(({ value }) => value));
    for (const foreign of [777, 99, 888, 5, 250]) expect(numbers).not.toContain(foreign);
    const texts = all.map(({ text }) => text).join();
    for (const foreign of ['Taze ekmek', 'Eski ekran', 'Qual o', 'Facebook', 'Ver mais']) expect(texts).not.toContain(foreign);
  });

  it('reads comments without their authors', () => {
    const { document, url, now } = named('post-pt-2025');
    const kind = surface(url.href);
    if (!kind) throw new Error('no surface');
    const comments = facebook.comments?.(document, contextOf(facebook, document, url, kind, now)) ?? [];
    expect(comments.map(({ id, byAccount, replyTo, language }) => ({ id, byAccount, replyTo, language }))).toEqual([
      { id: '920000000000001', byAccount: false, replyTo: null, language: 'pt' },
      { id: '920000000000002', byAccount: true, replyTo: '920000000000001', language: 'pt' },
      { id: '920000000000003', byAccount: false, replyTo: null, language: 'pt' },
    ]);
    expect(comments[2]?.published).toMatchObject({ low: now - 3 * 3_600_000, high: now - 2 * 3_600_000 });
    expect(JSON.stringify(comments)).not.toMatch(/Duda|Rui/);
  });
});

describe('addresses', () => {
  it.each([
    ['/atelierlune/posts/', { kind: 'profile', handle: 'atelierlune', tab: 'posts' }],
    ['https://m.facebook.com/profile.php?id=100000000000001&sk=reels_tab', { kind: 'profile', handle: '100000000000001', tab: 'reels' }],
    ['/people/Ana-Lou/61550000000001/', { kind: 'profile', handle: '61550000000001', tab: 'posts' }],
    ['/atelier.brume/videos', { kind: 'profile', handle: 'atelier.brume', tab: 'videos' }],
    ['/brume/posts/pfbid0AbCdEfGhJkMnPqRsTuVwXl', { kind: 'post', handle: 'brume', postId: 'pfbid0AbCdEfGhJkMnPqRsTuVwXl' }],
    ['/brume/posts/un-titre/3741738029450000/', { kind: 'post', handle: 'brume', postId: '3741738029450000' }],
    ['/permalink.php?story_fbid=12345678&id=61550000000001', { kind: 'post', handle: '61550000000001', postId: '12345678' }],
    ['/groups/5550000/permalink/5550777/', { kind: 'post', handle: null, postId: '5550777' }],
    ['/watch/?v=760000000000003', { kind: 'post', handle: null, postId: '760000000000003' }],
    ['/reel/740000000000001', { kind: 'post', handle: null, postId: '740000000000001' }],
    ['/photo/?fbid=750000000000001&set=a.1', { kind: 'post', handle: null, postId: '750000000000001' }],
    ['/', { kind: 'feed', handle: null }],
    ['/groups/5550000/', { kind: 'feed', handle: null }],
    ['/hashtag/kahve', { kind: 'search', handle: null }],
  ])('%s', (address, expected) => expect(surface(address)).toEqual(expected));

  it.each([
    '/messages/t/1',
    '/notifications',
    '/settings',
    '/brume/about',
    '/brume/photos',
    '/login.php',
    '/l.php?u=x',
    'https://x.com/brume',
  ])('%s holds no posts', (address) => expect(surface(address)).toBeNull());

  it('tells accounts from other pages, and what a photo is part of', () => {
    expect(handleOf('/groups/5550000/user/61550000000009/')).toBe('61550000000009');
    expect(handleOf('/hashtag/kahve')).toBeNull();
    expect(handleOf('/reel/740000000000001')).toBeNull();
    expect(postLink('/photo/?fbid=7500001&set=pcb.9000003')?.within).toBe('9000003');
    expect(postLink('https://facebook.example/reel/740000000000001')).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ['83 yorum', 'comments'],
    ['114 compartilhamentos', 'shares'],
    ['12 Mal geteilt', 'shares'],
    ['シェア12件', 'shares'],
    ['조회 1.2만회', 'views'],
    ['2,3 K vues', 'views'],
    ['٢٤ تعليقًا', 'comments'],
    ['Most relevant', null],
  ])('%s', (said, metric) => expect(metricIn(said)).toBe(metric));

  it('knows kinds of reaction by their names', () => {
    expect(kindIn('J’aime : 6 personnes')).toBe('like');
    expect(kindIn('超いいね!: 3人')).toBe('love');
    expect(kindIn('Bravo: 3')).toBeNull();
  });
});

describe('changed pages', () => {
  it('leaves a post unread whose counts are in two places', async () => {
    const [first] = await postsOf(named('profile-tr-2025'), (html) =>
      html.replace('>41 paylaşım<', '>41 paylaşım</span><span>42 paylaşım<'),
    );
    expect(first?.metrics.shares).toMatchObject({ as: 'unread', value: null });
  });

  it('does not take the kinds of reaction for more than all of them', async () => {
    const [first] = await postsOf(named('search-fr-2025'), (html) => html.replace('J’aime : 6 personnes', 'J’aime : 60 personnes'));
    expect(first?.metrics.likes).toMatchObject({ as: 'unread', value: null });
  });

  it('claims no zero where something stood', async () => {
    const [, second] = await postsOf(named('profile-tr-2025'), (html) => html.replace('>2 yorum<', '><'));
    expect(second?.metrics).toMatchObject({ likes: { value: 9 }, comments: { value: null }, shares: { value: null } });
  });

  it('claims no zero where the whole line of counts is gone, unless the buttons are drawn as they are without one', async () => {
    const line = /<div><div><div><span aria-label="Buna[\s\S]*?41 paylaşım<\/span><\/span><\/div><\/span><\/div><\/div><\/div>/;
    const [first, , third] = await postsOf(named('profile-tr-2025'), (html) => html.replace(line, ''));
    for (const name of ['likes', 'comments', 'shares'] as const) {
      expect(first?.metrics[name]).toMatchObject({ as: 'unread', value: null });
      expect(third?.metrics[name]).toMatchObject({ as: 'exact', value: 0 });
    }
    const alike = await postsOf(named('profile-tr-2025'), (html) => html.replaceAll('class="xabvvm4 x9f619"', 'class="x9f619"'));
    expect(alike[2]?.metrics.likes).toMatchObject({ as: 'unread', value: null });
  });

  it('claims no zero where a number got below a button or among the reactions', async () => {
    const button = '<div aria-label="Yorum Yap" role="button" tabindex="0"><i data-visualcompletion="css-img"></i>Yorum Yap</div>';
    const [below] = await postsOf(named('post-tr-2026'), (html) => html.replace('1,2 B yorum</span></span></div>', `$&${button}`));
    expect(below?.metrics).toMatchObject({ comments: { value: 1200 }, shares: { value: null } });
    const counts =
      /(Buna tepki verenleri gör" role="toolbar">)([\s\S]*?)(<div><div><\/div><div><span><div id=":f13:"[\s\S]*?41 paylaşım<\/span><\/span><\/div><\/span><\/div><\/div>)/;
    const [among] = await postsOf(named('post-tr-2026'), (html) => html.replace(counts, '$1$3$2'));
    expect(among?.metrics).toMatchObject({ comments: { value: null }, shares: { value: null } });
  });

  it('takes the number in a sentence of the mobile site for no count of all', async () => {
    const sentence = (html: string) => html.replace('1.466 Me gusta', 'A Ana Ruiz y 12 personas más les gusta');
    const [post] = await postsOf(named('mobile-es-2021'), sentence);
    expect(post?.metrics).toMatchObject({ likes: { as: 'unread', value: null }, comments: { value: 34 } });
  });

  it('takes no words in a button for a count', async () => {
    const posts = await postsOf(named('profile-es-2026'), (html) =>
      html.replaceAll(/(>(?:Me gusta|Comentar)<\/span>)(<\/span>)/g, '$1<div dir="auto">Tostamos 3 mil kilos.</div>$2'),
    );
    expect(posts.flatMap(({ metrics }) => Object.values(metrics).map(({ value }) => value))).not.toContain(3000);
  });

  it('tells a post by its own author’s line, also where a shared post’s stands before it', async () => {
    const shared = /<div id=":r9:">[\s\S]*?777 yorum<\/span><\/div><\/div><\/div><\/div><\/div><\/div>/;
    const page = named('profile-tr-2025');
    const html = page.document.documentElement.outerHTML;
    const [moved = ''] = shared.exec(html) ?? [];
    const ids = (await postsOf(page)).map(({ id }) => id);
    const posts = await postsOf(page, (whole) => {
      const left = whole.replace(moved, '');
      const own = left.lastIndexOf('<blockquote>', left.indexOf('id=":r12:"'));
      return left.slice(0, own) + moved + left.slice(own);
    });
    expect(moved).not.toBe('');
    expect(posts.map(({ id }) => id)).toEqual(ids);
  });

  it('reads no followers where another number runs into theirs', async () => {
    const page = named('reels-id-2025');
    const html = page.document.documentElement.outerHTML.replace('1,2 jt pengikut', '<span>987</span>$&');
    const changed = new DOMParser().parseFromString(html, 'text/html');
    const outcome = await readPage(facebook, changed, page.url, page.now);
    expect(outcome.ok && outcome.capture.account.followers).toMatchObject({ as: 'unread', value: null });
  });

  it('reads no bare number without the id that names it', async () => {
    const [first] = await postsOf(named('search-fr-2025'), (html) => html.replace(/(<a href="#") id="[^"]*"/, '$1'));
    expect(first?.metrics.comments).toMatchObject({ as: 'unread' });
    expect(first?.metrics.shares).toMatchObject({ as: 'unread' });
  });
});
