// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { instagram } from '../../lib/networks/instagram';
import type { PageContext } from '../../lib/networks/network';
import { threads } from '../../lib/networks/threads';
import { fixture, postsOf } from './instagram-pages';

const at = (handle: string | null): PageContext => ({
  url: new URL('https://www.instagram.com/halden.tea/'),
  surface: { kind: 'profile', handle, tab: 'posts' },
  counts: { locale: 'en', display: 'rounds', significant: 2 },
  now: 1_792_569_600_000,
});
const media = (more: object) => ({ code: 'DcKOaaaaaa1', user: { username: 'halden.tea' }, ...more });
const read = (body: unknown) => instagram.response?.(body, at('halden.tea')) ?? [];

describe('a post that the page received', () => {
  test.each<[string, object, object]>([
    [
      'of a grid',
      { like_count: 12, comment_count: 3, like_and_view_counts_disabled: false },
      { likes: { value: 12 }, comments: { value: 3 } },
    ],
    [
      'of a reel',
      { like_count: 1, comment_count: 2, play_count: 900, view_count: 400, product_type: 'clips', like_and_view_counts_disabled: false },
      { views: { value: 900 } },
    ],
    [
      'of a reel with its plays on Instagram alone',
      { like_count: 1, play_count: null, ig_play_count: 900, fb_play_count: null, product_type: 'clips' },
      { views: { value: 900 } },
    ],
    ['of a reel without plays', { like_count: 1, video_view_count: 400, product_type: 'clips' }, { likes: { value: 1 } }],
    [
      'with hidden likes',
      { like_count: 3, comment_count: 9, like_and_view_counts_disabled: true },
      { likes: { as: 'hidden' }, comments: { value: 9 } },
    ],
    ['with what may be the placeholder', { like_count: 3, comment_count: 9 }, { likes: { as: 'unread' }, comments: { value: 9 } }],
    [
      'of the old web',
      { shortcode: 'DcKOaaaaaa1', code: undefined, edge_media_preview_like: { count: -1 }, edge_media_to_comment: { count: 4 } },
      { likes: { as: 'hidden' }, comments: { value: 4 } },
    ],
  ])('%s', (_, more, metrics) => {
    const [post, second] = read({ data: { anything: [{ node: { media: media(more) } }] } });
    expect(second).toBeUndefined();
    expect(post).toMatchObject({ id: 'DcKOaaaaaa1', author: 'halden.tea', metrics });
    expect(post?.metrics.views?.value).not.toBe(400);
    for (const reading of Object.values(post?.metrics ?? {})) expect(reading.from).toBe('response');
  });

  test('takes no plays on Instagram alone for all of them', () => {
    const [post] = read([media({ like_count: 1, ig_play_count: 900, fb_play_count: 40, product_type: 'clips' })]);
    expect(post?.metrics.views).toBeUndefined();
  });

  test('says what the page may not: partners, payment', () => {
    const body = media({
      like_count: 1,
      coauthor_producers: [{ username: 'kiln24' }],
      sponsor_tags: [{}],
      caption: { text: '#tea with @kiln24' },
    });
    expect(read([body])[0]).toMatchObject({ flags: { collaboration: true, paid: true }, hashtags: ['tea'], mentions: ['kiln24'] });
  });

  test('is no advertisement', () => {
    expect(read({ ad: { items: [media({ like_count: 5 })] } })).toEqual([]);
    expect(read(media({ like_count: 5, product_type: 'ad' }))).toEqual([]);
    expect(read(media({ like_count: 0, comment_count: 0, product_type: 'story' }))).toEqual([]);
  });

  test('of hostile values is unread or left out, and nothing is thrown', () => {
    const hostile: unknown[] = ['12', 1e300, -5.5, null, {}, [], { toString: 1 }, true, Number.MAX_SAFE_INTEGER];
    for (const value of hostile) {
      const body = JSON.parse(
        JSON.stringify(
          media({
            like_count: value,
            comment_count: 7,
            media_type: value,
            taken_at: value,
            pk: value,
            caption: value,
            coauthor_producers: value,
          }),
        ),
      );
      const [post] = read({ __proto__: null, items: [body, value] });
      expect(post?.metrics.comments).toMatchObject({ value: 7 });
      expect(post?.metrics.likes?.value ?? null, JSON.stringify(value)).toBeNull();
      const thread = {
        code: 'DcKOaaaaaa1',
        like_count: value,
        media_type: value,
        taken_at: value,
        text_post_app_info: { direct_reply_count: 7, quote_count: value, share_info: value },
      };
      expect(threads.response?.([thread], at(null))[0]?.metrics.likes?.value ?? null).toBeNull();
    }
    let deep: unknown = media({ like_count: 1 });
    for (let level = 0; level < 20_000; level += 1) deep = { deep };
    expect(read(deep)).toEqual([]);
  });
});

describe('the account that the page received', () => {
  const user = { username: 'Halden.Tea', pk: '42', follower_count: 345_678, following_count: 98, media_count: 1204, is_verified: true };
  const facts = {
    biography: 'Tea',
    bio_links: [{ url: 'https://l.instagram.com/?u=https%3A%2F%2Fhalden.example%2F%3Futm_source%3Dig' }],
    category: 'Cafe',
  };
  test('is the page’s own', () => {
    expect(instagram.responseAccount?.({ data: { user: { ...user, ...facts } } }, at('halden.tea'))).toMatchObject({
      ...{ nativeId: '42', followers: { value: 345_678, from: 'response' }, following: { value: 98 }, posts: { value: 1204 } },
      ...{ verified: true, bio: 'Tea', category: 'Cafe', link: 'https://halden.example/' },
    });
    expect(instagram.responseAccount?.({ data: { user } }, at('juno.pots'))).toBeNull();
    expect(instagram.responseAccount?.({ data: { user } }, at(null))).toBeNull();
    expect(threads.responseAccount?.({ user: { ...user, ...facts } }, at('halden.tea'))).toMatchObject({
      followers: { value: 345_678 },
      bio: 'Tea',
    });
  });
});

describe('comments', () => {
  test('say who wrote them only as far as that is the account', async () => {
    const { document, url, now } = fixture('post-pt');
    const outcome = await readPage(instagram, document, url, now);
    const comments = outcome.ok ? (outcome.capture.comments ?? []) : [];
    expect(comments.map(({ id, byAccount, replyTo }) => [id, byAccount, replyTo])).toEqual([
      ['18000000000000001', false, null],
      ['18000000000000002', true, '18000000000000001'],
      ['18000000000000003', false, null],
    ]);
    expect(comments[0]).toMatchObject({ text: 'Quando chega em Porto Alegre?', published: { from: 'attribute' } });
    expect(JSON.stringify(comments)).not.toContain('kiln24"');
  });

  test('of other pages are none', async () => {
    expect(Object.keys(await postsOf(fixture('feed-tr')))).toHaveLength(3);
    const { document, url, now } = fixture('feed-tr');
    const outcome = await readPage(instagram, document, url, now);
    expect(outcome.ok && outcome.capture.comments).toBeFalsy();
  });
});
