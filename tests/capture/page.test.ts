// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../lib/capture/assemble';
import { ownPostsOnly } from '../../lib/capture/own';
import { readPage } from '../../lib/capture/read-page';
import { sendUntilAnswered } from '../../lib/capture/send';
import type { Network } from '../../lib/networks/network';
import { all, attr } from '../../lib/reading/dom';
import { absent, exact } from '../../lib/reading/readings';
import { capture, NOW, post } from '../store/build';

/** A network of our own making, so that what is tested is the reading of a page and no adapter. */
const toy: Network = {
  ...{ id: 'web', name: 'Toy', hosts: ['*://toy.example/*'], version: 3, display: 'truncates', significant: 2 },
  sharesCount: null,
  shows: { profile: ['likes', 'views'] },
  surface: (url) => (url.pathname === '/' ? null : { kind: 'profile', handle: url.pathname.slice(1) }),
  account: () => ({ nativeId: null, handle: null, name: 'Toy', url: null, followers: absent(), following: absent(), posts: absent() }),
  posts: (page) => all(page, 'article'),
  read: (element) => (attr(element, 'id') ? post(attr(element, 'id') ?? '', { metrics: { likes: exact(1, 'label') } }) : null),
};
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const read = (html: string, path = '/lumen', network: Network = toy) =>
  readPage(network, page(html), new URL(`https://toy.example${path}`), NOW);
const reading = async (html: string, network: Network = toy) => {
  const outcome = await read(html, '/lumen', network);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.capture;
};

describe('reading a page', () => {
  it('marks what the surface prints and was not found as unread, and says how often', async () => {
    const { posts, coverage } = await reading('<article id="1"></article><article id="2"></article>');
    expect(posts.map((entry) => entry.metrics.views?.as)).toEqual(['unread', 'unread']);
    expect(coverage).toMatchObject({ seen: 2, read: 2, unread: { views: 2 }, hidden: {}, layers: ['label'] });
  });

  it('counts each post once and elements without an id as unreadable', async () => {
    const { posts, coverage } = await reading('<article id="1"></article><article></article><article id="1"></article>');
    expect(posts.map((entry) => entry.id)).toEqual(['1']);
    expect(coverage).toMatchObject({ seen: 3, read: 1, unreadable: 1 });
  });

  it('lets data sharpen posts of the page and never add one', async () => {
    const data = [post('1', { metrics: { views: exact(77, 'embedded'), likes: exact(2, 'embedded') } }), post('9')];
    const { posts, coverage } = await reading('<article id="1"></article>', { ...toy, embedded: () => data });
    expect(posts.map((entry) => entry.id)).toEqual(['1']);
    expect(posts[0]?.metrics).toMatchObject({ views: { value: 77 }, likes: { value: 1 } });
    expect(coverage.conflicts).toBe(0);
  });

  it('says why when there is nothing to read', async () => {
    expect(await read('<article id="1"></article>', '/')).toMatchObject({ ok: false, refusal: 'no-account', network: 'web' });
    expect(await read('<p>nothing</p>')).toMatchObject({ ok: false, refusal: expect.stringMatching(/no-posts|loading/) });
  });

  it('cuts a page of thousands of posts short and says so', async () => {
    const many = Array.from({ length: 2100 }, (_, index) => `<article id="${index}"></article>`).join('');
    const { posts, coverage } = await reading(many);
    expect(posts).toHaveLength(2000);
    expect(coverage).toMatchObject({ seen: 2100, partial: 'too-many-posts' });
  });

  it('keeps no secret of the address and takes the page’s language, however it is spelled', async () => {
    const html = '<html lang="pt_BR"><article id="1"></article></html>';
    const outcome = await readPage(toy, page(html), new URL('https://user:word@toy.example/lumen?v=1&token=secret#frag'), NOW);
    expect(outcome).toMatchObject({ ok: true, capture: { url: 'https://toy.example/lumen?v=1', locale: 'pt-BR', adapter: 3 } });
  });
});

describe('what is kept of a page', () => {
  const { id: _, ...base } = capture('a', []);
  const repost = post('3', { author: 'someone', flags: { ...post('3').flags, repost: true } });
  const reply = post('2', { author: 'reader' });

  it('is the account’s own posts and its reposts; other people’s are counted and never sent', () => {
    const kept = ownPostsOnly({
      ...base,
      posts: [post('1', { author: 'LUMEN' }), reply, repost, post('4', { author: null })],
    } as PageReading);
    expect(kept.posts.map((entry) => entry.id)).toEqual(['1', '3', '4']);
    expect(kept.coverage).toMatchObject({ read: 3, others: 1 });
  });

  it('on a post’s page, an unknown author is not taken for the account', () => {
    const surface = { kind: 'post' as const, handle: 'lumen', postId: '1' };
    const kept = ownPostsOnly({
      ...base,
      surface,
      posts: [post('1', { author: null }), reply, post('4', { author: null })],
    } as PageReading);
    expect(kept.posts.map((entry) => entry.id)).toEqual(['1']);
  });
});

describe('sending', () => {
  const saved = { saved: true, snapshotId: 'a', accountKey: 'x:lumen', kept: 1, rejected: 0, doubts: 0 } as const;
  it('tries until it is answered', async () => {
    const waits: number[] = [];
    let calls = 0;
    const send = async () => {
      calls += 1;
      if (calls < 4) throw new Error('no worker');
      return saved;
    };
    const wait = async (ms: number) => void waits.push(ms);
    expect(await sendUntilAnswered(send, () => true, wait)).toEqual(saved);
    expect(waits).toEqual([100, 200, 400]);
  });

  it('stops for good when the extension was reloaded, and after its tries', async () => {
    let alive = true;
    let calls = 0;
    const send = async () => {
      calls += 1;
      throw new Error('context invalidated');
    };
    expect(
      await sendUntilAnswered(
        send,
        () => alive,
        async () => {
          alive = false;
        },
      ),
    ).toBeNull();
    expect(calls).toBe(1);
    expect(
      await sendUntilAnswered(
        send,
        () => true,
        async () => undefined,
      ),
    ).toEqual({ saved: false, reason: 'context invalidated' });
    expect(calls).toBe(9);
  });

  it('sends again what is never answered, and takes a late answer to an early try', async () => {
    const never = new Promise<never>(() => undefined);
    const now = async () => undefined;
    const soon = () => new Promise<void>((resolve) => setTimeout(resolve));
    let calls = 0;
    const second = () => {
      calls += 1;
      return calls === 1 ? never : Promise.resolve(saved);
    };
    expect(await sendUntilAnswered(second, () => true, now, soon)).toEqual(saved);

    let answerFirst: (answer: typeof saved) => void = () => undefined;
    const first = new Promise<typeof saved>((resolve) => {
      answerFirst = resolve;
    });
    const tries = [() => first, () => Promise.reject(new Error('no worker'))];
    const late = () => {
      const next = tries.shift();
      if (!next) answerFirst(saved);
      return next?.() ?? never;
    };
    expect(
      await sendUntilAnswered(
        late,
        () => true,
        now,
        () => new Promise((resolve) => setTimeout(resolve)),
      ),
    ).toEqual(saved);
  });
});
