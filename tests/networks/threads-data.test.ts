// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { threads } from '../../lib/networks/threads';
import { postsIn } from '../../lib/networks/threads/data';
import type { CountStyle } from '../../lib/reading/counts';
import { fixtureNamed, fixtures } from './fixture';

const PROFILE = 'https://www.threads.com/@kestrelkettles';
const EN: CountStyle = { locale: 'en', display: 'truncates', significant: 2 };
const pages = fixtures('threads');
const named = (name: string) => fixtureNamed(pages, name);

describe('data in the document', () => {
  const script = (name: string) => named(name).document.querySelector('script')?.outerHTML ?? '';
  const read = async (address: string, html: string) => {
    const page = new DOMParser().parseFromString(`<html lang="en"><head>${html}</head><body></body></html>`, 'text/html');
    const outcome = await readPage(threads, page, new URL(address), 0, { layers: ['embedded'] });
    return outcome.ok ? outcome.capture.posts.map(({ id, flags, metrics }) => [id, metrics.shares?.value, flags.repost]) : [];
  };
  const own = [
    ['Dd8bZrjgAAB', 790, false],
    ['Dfyy0VzgAAD', undefined, false],
    ['DfxWHuTgAAE', 40, false],
  ];

  it('stands in for a document without posts, where the address is about the same account or post', async () => {
    expect(await read(PROFILE, script('profile-en'))).toEqual(own);
    expect(await read(`${PROFILE}/post/Dd8bZrjgAAB`, script('profile-en'))).toEqual(own);
    expect(await read('https://www.threads.com/@lumenlofts', script('profile-en'))).toEqual([]);
    expect(await read(`${PROFILE}/post/Df4L23DgAAC`, script('profile-en'))).toEqual([]);
  });

  it('reads the post that was shared, not its wrapper, and survives broken data', async () => {
    const fromDe = [...named('reposts-de').document.querySelectorAll('script')].flatMap((found) =>
      postsIn(JSON.parse(found.textContent), 'embedded', EN),
    );
    expect(fromDe).toMatchObject([{ id: 'DfWOn8jgAAf', author: 'velowerk', flags: { repost: true }, metrics: { shares: { value: 9 } } }]);
    expect(
      await read(
        PROFILE,
        script('profile-en')
          .replace('}</script>', '</script>')
          .replace(/\}\s*<\/script>/, '</script>'),
      ),
    ).toEqual([]);
  });

  it('takes what others are shown of a post that goes after a day for no count', () => {
    const info = { is_ghost_post: true, direct_reply_count: 0, repost_count: 0, quote_count: 0 };
    const node = { code: 'Dd8bZrjgAAB', like_count: 0, text_post_app_info: info };
    const [post] = postsIn({ post: node }, 'embedded', EN);
    expect(post?.metrics).toMatchObject({ likes: { as: 'hidden' }, comments: { as: 'hidden' } });
    expect(post?.metrics.shares).toBeUndefined();
  });

  it('leaves out counts that are no whole numbers', () => {
    const node = {
      code: 'Dd8bZrjgAAB',
      like_count: '12',
      text_post_app_info: { direct_reply_count: -1, repost_count: 4, quote_count: null },
    };
    expect(postsIn({ post: node }, 'embedded', EN)).toMatchObject([{ id: 'Dd8bZrjgAAB', metrics: {} }]);
    expect(postsIn({ post: node }, 'embedded', EN)[0]?.metrics).toEqual({});
  });

  it('reads the replies that data of 2023 tells in words, where they are the post’s and not cut off', () => {
    const post = { code: 'CuXkT2jgAAB', like_count: 412, text_post_app_info: { share_info: { quoted_post: null, reposted_post: null } } };
    const metrics = (view_replies_cta_string: unknown, item: object = post, counts = EN) =>
      postsIn({ thread_items: [{ post: item, view_replies_cta_string }] }, 'response', counts)[0]?.metrics;
    expect(metrics('1,386 replies')).toMatchObject({ likes: { value: 412 }, comments: { value: 1386, as: 'exact' } });
    expect(metrics('1.386 Antworten', post, { ...EN, locale: 'de' })?.comments).toMatchObject({ value: 1386, as: 'exact' });
    for (const words of ['1.3K replies', 'View replies', null]) expect(metrics(words)?.comments).toBeUndefined();
    const counted = { ...post, text_post_app_info: { direct_reply_count: 7 } };
    expect(metrics('9 replies', counted)?.comments).toMatchObject({ value: 7 });
    const wrapper = { ...post, like_count: 0, text_post_app_info: { share_info: { reposted_post: { ...post, code: 'CuXkT2jgAAC' } } } };
    expect(metrics('9 replies', wrapper)).toMatchObject({ likes: { value: 412 } });
    expect(metrics('9 replies', wrapper)?.comments).toBeUndefined();
  });
});
