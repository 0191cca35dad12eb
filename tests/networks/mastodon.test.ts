// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading, Surface } from '../../lib/model/capture';
import { mastodon } from '../../lib/networks/mastodon';
import { changed, type Fixture, fixtureNamed, fixtures, postsOn, readFixture } from './fixture';

const pages = fixtures('mastodon');
const named = (name: string) => fixtureNamed(pages, name);
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const htmlOf = ({ document }: Fixture) => document.documentElement.outerHTML;
const postsOf = (fixture: Fixture) => postsOn(mastodon, fixture);
const about = (posts: PostReading[], words: string) => posts.find(({ text }) => text.startsWith(words))?.metrics;

describe('pages', () => {
  it.each(pages.map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(mastodon, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toEqual(page.expected.account);
  });

  it('leaves out shells, the screen before, other columns, slides out of sight, and what is quoted', async () => {
    for (const [name, decoys] of [
      ['profile-pt-BR', ['Longe da tela', 'Citado']],
      ['profile-tr-2025', ['Önceki ekran']],
      ['tag-zh-TW-columns', ['首頁的貼文', '888']],
    ] as const) {
      const posts = JSON.stringify(await postsOf(named(name)));
      for (const decoy of decoys) {
        expect(htmlOf(named(name))).toContain(decoy);
        expect(posts).not.toContain(decoy);
      }
    }
  });
});

describe('numbers', () => {
  it('adds the quotes that an opened post shows to its boosts, exact only where both are', async () => {
    const alone = changed(named('post-ja'), (html) => html.replace(/<script type="application\/ld\+json">.*?<\/script>/, ''));
    const [, post] = await postsOf(alone);
    expect(post?.metrics).toMatchObject({ shares: { as: 'rounded', low: 992, high: 1141 }, quotes: { value: 42 } });
    expect(post?.metrics.comments).toBeUndefined();
    const [, exact] = await postsOf(named('post-ja'));
    expect(exact?.metrics).toMatchObject({ shares: { as: 'exact', value: 1101 }, comments: { value: 64 }, likes: { value: 12345 } });
  });

  it('does not take boosts for the whole where quotes are missing that this version prints', async () => {
    const gone = changed(named('post-ja'), (html) =>
      html.replace(/·<span class="detailed-status__link"><span class="detailed-status__quotes">.*?引用<\/span>/, ''),
    );
    expect((await postsOf(gone))[1]?.metrics).toMatchObject({ shares: { as: 'unread', value: null }, likes: { value: 12345 } });
  });

  it('leaves data of another page alone, after navigation inside the app', async () => {
    const other = changed(named('post-ja'), (html) =>
      html
        .replaceAll('"url":"https://ito.example/@tsukinoito/', '"url":"https://ito.example/@tsukinoito/9')
        .replaceAll('"url": "https://ito.example/@tsukinoito/', '"url": "https://ito.example/@tsukinoito/9'),
    );
    expect((await postsOf(other))[1]?.metrics).toMatchObject({ likes: { as: 'rounded', low: 11_500, high: 12_999 } });
  });

  it('reads no number while one rolls over into the next', async () => {
    const rolling = changed(named('profile-pt-BR'), (html) =>
      html.replace('<span style="transform: translateY(0%);">87</span>', '$&<span style="position: absolute">88</span>'),
    );
    expect(about(await postsOf(rolling), 'Quatro')).toMatchObject({ comments: { as: 'unread' }, likes: { low: 9850 } });
  });

  it('says hidden of "1+", and tells replies from boosts in pages where both have one class', async () => {
    expect(about(await postsOf(named('profile-ru-static')), 'Мёд')).toMatchObject({ comments: { as: 'hidden', value: null } });
    expect(about(await postsOf(named('post-fa-static')), 'باغ')).toMatchObject({ comments: { value: 7 }, shares: { value: 13 } });
  });

  it('takes no count of reactions or mentions for one of favourites or boosts, whatever its class', async () => {
    const page = named('post-ja-reactions');
    const less = (...parts: string[]) =>
      changed(page, (html) => parts.reduce((rest, part) => rest.replace(new RegExp(`<a [^>]*/${part}"><span.*?</a>`), ''), html));
    const [post] = await postsOf(less('reblogs', 'favourites'));
    expect(post?.metrics).toMatchObject({ likes: { as: 'unread', value: null }, shares: { as: 'unread', value: null } });
    expect((await postsOf(less('references')))[0]?.metrics).toMatchObject({ likes: { value: 340 }, shares: { value: 12 } });
  });

  it('reads "B" in Turkish as no number: it is a thousand or a billion', async () => {
    const doubt = changed(named('profile-tr-2025'), (html) => html.replace('<span>12</span>Bin', '<span>12</span>B'));
    expect(about(await postsOf(doubt), 'Yeni')).toMatchObject({ likes: { as: 'unread', value: null } });
  });

  it('takes parts of two posts for none', async () => {
    const [first, second] = named('home-ar').expected.posts.map(({ id }) => id.split('/')[1] ?? '');
    const mixed = changed(named('home-ar'), (html) =>
      html.replace(`class="status status-public" data-id="${first}"`, `class="status status-public" data-id="${second}9"`),
    );
    const outcome = await readPage(mastodon, mixed.document, mixed.url, mixed.now);
    expect(outcome.ok && [outcome.capture.posts.length, outcome.capture.coverage.unreadable]).toEqual([2, 1]);
  });
});

describe('changed pages', () => {
  const changes: [string | RegExp, string][] = [
    ['status__action-bar', 'gone'],
    ['icon-button__counter', 'gone'],
    ['animated-number', 'gone'],
    [/icon icon-\w+/g, 'icon'],
    [/fa fa-\w+/g, 'fa'],
    ['star-icon', 'gone'],
    ['data-id=', 'data-gone='],
    [/href="\/@[^"]*\/\d+[^"]*"/g, 'href="/about"'],
    ['status__relative-time', 'gone'],
    ['detailed-status__meta', 'gone'],
    ['detailed-status__reblogs', 'gone'],
    ['detailed-status__quotes', 'gone'],
    ['status__quote', 'gone'],
    ['class="status ', 'class="gone '],
    ['class="detailed-status"', 'class="gone"'],
    ['status__wrapper', 'gone'],
    ['detailed-status__link', 'gone'],
  ];
  const tried = pages.filter(({ name }) => /pt-BR|ja|fa|ar/.test(name));
  it.each(changes)('%s: no wrong number', async (what, instead) => {
    for (const page of tried) {
      for (const post of await postsOf(changed(page, (html) => html.replaceAll(what, instead)))) {
        const truth = page.expected.posts.find(({ id }) => id === post.id);
        for (const [metric, reading] of Object.entries(post.metrics)) {
          if (reading.value === null) continue;
          const meant = truth?.metrics[metric as 'likes'];
          expect(meant?.value ?? null, `${page.name} ${post.id} ${metric}`).not.toBeNull();
          expect(reading.low, `${page.name} ${post.id} ${metric}`).toBeLessThanOrEqual(meant?.high ?? 0);
          expect(reading.high, `${page.name} ${post.id} ${metric}`).toBeGreaterThanOrEqual(meant?.low ?? 0);
        }
      }
    }
  });
});

describe('hostile pages', () => {
  const traps = [
    'getAttribute',
    'children',
    'childNodes',
    'contains',
    'ownerDocument',
    'textContent',
    'matches',
    'closest',
    'parentElement',
    'querySelectorAll',
  ];
  const form = `<form>${traps.map((name) => `<input name="${name}">`).join('')}</form>`;
  it('reads past forms that put fields in the place of methods', async () => {
    for (const page of [named('profile-pt-BR'), named('post-ja')]) {
      const posts = await postsOf(
        changed(page, (html) =>
          html.replaceAll('<div class="status__info">', `${form}$&`).replaceAll('<div class="detailed-status__meta">', `${form}$&`),
        ),
      );
      expect(posts.map(({ id, metrics }) => [id, metrics])).toEqual(page.expected.posts.map(({ id, metrics }) => [id, metrics]));
    }
  });

  it('stays fast with a long text and with thousands of levels', async () => {
    const page = named('home-ar');
    const long = changed(page, (html) => html.replace('موسم', 'موسم '.repeat(200_000)));
    const started = performance.now();
    expect((await postsOf(long))[0]?.text.length).toBeLessThanOrEqual(2000);
    const root = page.document.querySelector('.status__content__text p');
    let inner = root;
    for (let level = 0; level < 3000 && inner; level++) {
      const next = page.document.createElement('span');
      inner.append(next, 'x');
      inner = next;
    }
    expect(await postsOf(page)).toHaveLength(3);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('addresses', () => {
  const app = parse(
    '<div id="mastodon" class="app-holder"></div><script id="initial-state" type="application/json">{"meta":{"domain":"lune.example"}}</script>',
  );
  const profile = (handle: string, tab = 'posts'): Surface => ({ kind: 'profile', handle, tab });
  const own = 'atelier@lune.example';
  const post = (handle: string | null): Surface => ({ kind: 'post', handle, postId: '117643817779200012' });
  const feed = (tab?: string): Surface => ({ kind: 'feed', handle: null, ...(tab && { tab }) });
  it.each<[string, Surface | null]>([
    ['/@atelier', profile(own)],
    ['/@Atelier/', profile('Atelier@lune.example')],
    ['/@atelier@LUNE.example', profile(own)],
    ['/@rui@oficina.example', profile('rui@oficina.example')],
    ['/%40rui%40oficina.example?x=1#y', profile('rui@oficina.example')],
    ['/@atelier/with_replies', profile(own, 'replies')],
    ['/@atelier/media', profile(own, 'media')],
    ['/@atelier/featured', profile(own, 'featured')],
    ['/@atelier/tagged/th%C3%A9', profile(own, 'tagged')],
    ['/users/atelier', profile(own)],
    ['/deck/@atelier', profile(own)],
    ['/web/@atelier', profile(own)],
    ['/@atelier/followers', null],
    ['/@atelier/following', null],
    ['/@atelier/117643817779200012', post(own)],
    ['/@rui@oficina.example/117643817779200012/', post('rui@oficina.example')],
    ['/@atelier/117643817779200012/embed', post(own)],
    ['/users/atelier/statuses/117643817779200012', post(own)],
    ['/web/statuses/117643817779200012', post(null)],
    ['/@atelier/117643817779200012/favourites', null],
    ['/@atelier/117643817779200012/reblogs', null],
    ['/@atelier/117643817779200012/quotes', feed('quotes')],
    ['/', feed()],
    ['/home', feed('home')],
    ['/public/local', feed('public')],
    ['/explore', feed('explore')],
    ['/lists/12', feed('lists')],
    ['/web/timelines/home', feed('timelines')],
    ['/tags/lune', { kind: 'search', handle: null }],
    ['/search?q=lune', { kind: 'search', handle: null }],
    ['/explore/tags', null],
    ['/notifications', null],
    ['/conversations', null],
    ['/bookmarks', null],
    ['/favourites', null],
    ['/settings/profile', null],
    ['/about', null],
    ['/auth/sign_in', null],
  ])('%s', (path, surface) => {
    expect(mastodon.surface(new URL(path, 'https://social.lune.example'), app)).toEqual(surface);
  });

  it('knows nothing of pages that are not Mastodon', () => {
    const others = [
      '<h2 id="mastodon">Follow us on Mastodon</h2><a rel="me" href="https://lune.example/@atelier">@atelier</a>',
      '<body class="app-body"><div class="status">Posted</div><script id="initial-state" type="application/json">{"meta":{"domain":"shop.example"}}</script></body>',
      '<div class="h-feed"><article class="h-entry"><div class="status">Sold out</div></article></div>',
      '<div id="app"><div class="Status" data-id="1"></div></div>',
    ];
    for (const html of others)
      for (const path of ['/', '/@atelier', '/@atelier/123', '/search'])
        expect(mastodon.surface(new URL(path, 'https://shop.example'), parse(html))).toBeNull();
  });
});
