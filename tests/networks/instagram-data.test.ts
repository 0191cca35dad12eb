// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { instagram } from '../../lib/networks/instagram';
import { type Fixture, readFixture } from './fixture';
import { changed, fixture, parse, postsOf } from './instagram-pages';

describe('data in the document', () => {
  const at = (address: string, html: string): Fixture => ({ ...fixture('post-de'), url: new URL(address), document: parse(html) });
  const owner = { id: '9', username: 'halden.tea' };
  const nodes = [
    {
      __typename: 'GraphImage',
      id: '1',
      shortcode: 'BcQcaaaaaa1',
      edge_media_to_comment: { count: 12 },
      edge_liked_by: { count: 345 },
      owner,
    },
    {
      __typename: 'GraphSidecar',
      id: '2',
      shortcode: 'BcQcaaaaaa2',
      edge_media_to_comment: { count: 0 },
      edge_liked_by: { count: -1 },
      owner,
    },
    {
      ...{ __typename: 'GraphVideo', id: '3', shortcode: 'BcQcaaaaaa3', edge_media_to_comment: { count: 7 }, owner },
      ...{ edge_media_preview_like: { count: 8 }, video_view_count: 99, taken_at_timestamp: 1512000000 },
    },
  ].map((node) => ({ node }));
  const shared = `<html lang="fr"><script>window._sharedData = ${JSON.stringify({ user: { edges: nodes } })};</script>`;

  test('of the old web is read where nothing was drawn', async () => {
    const posts = await postsOf(at('https://www.instagram.com/Halden.Tea/', shared), ['embedded']);
    expect(
      Object.values(posts).map(({ format, metrics }) => [format, metrics.likes?.value, metrics.likes?.as, metrics.comments?.value]),
    ).toEqual([
      ['image', 345, 'exact', 12],
      ['carousel', null, 'hidden', 0],
      ['video', 8, 'exact', 7],
    ]);
    expect(posts.BcQcaaaaaa3).toMatchObject({ published: { value: 1512000000000 }, metrics: { views: { value: 99 } } });
  });

  test('is left alone where it is about another page', async () => {
    expect(await postsOf(at('https://www.instagram.com/juno.pots/', shared), ['embedded'])).toEqual({});
    expect(await postsOf(at('https://www.instagram.com/p/BcQcaaaaaa9/', shared), ['embedded'])).toEqual({});
    expect(Object.keys(await postsOf(at('https://www.instagram.com/p/BcQcaaaaaa2/', shared), ['embedded']))).toHaveLength(3);
  });

  test.each([
    [
      'en',
      '12K likes, 1,017 comments - halden.tea on August 3, 2025: "5 cups"',
      { likes: { low: 11_500, high: 12_500 }, comments: { value: 1017 } },
    ],
    ['ja', '「いいね！」493件、コメント17件 - halden.tea: "5"', { likes: { value: 493 }, comments: { value: 17 } }],
    ['en', '3 likes, 17 comments - halden.tea on August 3, 2025: ""', { comments: { value: 17 } }],
    ['en', '17 comments - halden.tea on August 3, 2025: ""', {}],
  ])('%s: the description %s', async (lang, words, metrics) => {
    const html = `<html lang="${lang}"><meta property="og:url" content="https://www.instagram.com/halden.tea/p/DM5Faaaaaa1/"><meta property="og:description" content='${words}'>`;
    const post = (await postsOf(at('https://www.instagram.com/p/DM5Faaaaaa1/', html), ['embedded'])).DM5Faaaaaa1;
    expect(post?.author).toBe('halden.tea');
    expect(Object.keys(post?.metrics ?? {})).toEqual(Object.keys(metrics));
    expect(post?.metrics).toMatchObject(metrics);
  });

  test('advertisements carry zeros that are no counts', async () => {
    expect(fixture('post-de').document.documentElement.outerHTML).toContain('DVLaaaaaaa4');
    expect(instagram.embedded?.(fixture('post-de').document, context(fixture('post-de')))?.map(({ id }) => id)).not.toContain(
      'DVLaaaaaaa4',
    );
  });
});

function context({ url, now, document }: Fixture) {
  const surface = instagram.surface(url, document);
  if (!surface) throw new Error('no surface');
  return { url, now, surface, counts: { locale: 'de', display: 'rounds', significant: 2 } as const };
}

test('followers are read without links, and never from a description, which is older than the page', async () => {
  const plain = (html: string) => html.replaceAll(/href="\/halden.tea\/follow\w+\/"/g, 'href="#"');
  const read = async (change: (html: string) => string) => (await readFixture(instagram, changed(fixture('profile-en'), change))).account;
  expect(await read(plain)).toMatchObject({ followers: { value: 34_567 }, following: { value: 98 }, posts: { value: 1204 } });
  const silent = (html: string) => plain(html).replace(/<section><ul>.*?<\/ul>/s, '<section>');
  const unread = { followers: { as: 'unread' }, following: { as: 'unread' }, posts: { as: 'unread' } };
  expect(await read(silent)).toMatchObject({ ...unread, nativeId: '4242424242', name: 'Halden Tea' });
  const stale = (html: string) => silent(html).replace('instagram.com/halden.tea/"', 'instagram.com/juno.pots/"');
  expect(await read(stale)).toMatchObject({ ...unread, nativeId: null, name: null });
});
