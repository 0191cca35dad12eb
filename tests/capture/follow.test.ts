// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type Following, follow } from '../../lib/capture/follow';
import type { Network } from '../../lib/networks/network';
import { all, attr, one, text } from '../../lib/reading/dom';
import { absent, exact } from '../../lib/reading/readings';
import { NOW, post } from '../store/build';

/** Posts are articles whose id and likes stand in texts and attributes, as recycled rows have them. */
const toy: Network = {
  ...{ id: 'web', name: 'Toy', hosts: ['*://toy.example/*'], version: 1, display: 'truncates', significant: 2, sharesCount: null },
  shows: { profile: ['likes'] },
  surface: (url) => {
    const [handle = '', postId] = url.pathname.slice(1).split('/');
    if (!handle) return { kind: 'feed', handle: null };
    return postId ? { kind: 'post', handle, postId } : { kind: 'profile', handle };
  },
  account: () => ({ nativeId: null, handle: 'lumen', name: null, url: null, followers: absent(), following: absent(), posts: absent() }),
  posts: (page) => all(page, 'article'),
  read: (element) => {
    const id = attr(one(element, 'a'), 'href');
    const likes = text(one(element, 'b'));
    return id ? post(id, { metrics: likes ? { likes: exact(Number(likes), 'text') } : {} }) : null;
  },
};

const row = (id: number, likes = id) => `<article><a href="${id}">link</a> <b>${likes}</b></article>`;
const settled = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));

interface Stage {
  main: HTMLElement;
  following: Following;
  go: (path: string) => void;
  changes: () => number;
  left: () => number;
  abort: () => void;
}
function stage(html: string, network = toy): Stage {
  // The test's own document: observers of a parsed one are not called here.
  document.body.innerHTML = `<main>${html}</main>`;
  let url = new URL('https://toy.example/lumen');
  let [changes, left] = [0, 0];
  const aborter = new AbortController();
  const page = { network, document, address: () => url.href, now: () => NOW };
  const on = {
    change: () => {
      changes += 1;
    },
    leave: () => {
      left += 1;
    },
  };
  const following = follow(page, { kind: 'profile', handle: 'lumen' }, on, aborter.signal);
  const main = document.querySelector('main') as HTMLElement;
  const go = (path: string) => {
    url = new URL(path, url);
  };
  return { main, following, go, changes: () => changes, left: () => left, abort: () => aborter.abort() };
}
const idsOf = async (following: Following) => (await following.end())?.posts.map(({ id }) => id);

describe('following a page', () => {
  it('keeps what the network takes out of the page, once and in order', async () => {
    const { main, following, changes } = stage([1, 2, 3].map((id) => row(id)).join(''));
    for (let first = 2; first < 12; first += 1) {
      await settled(30);
      main.querySelector('article')?.remove();
      main.insertAdjacentHTML('beforeend', row(first + 2));
    }
    await settled();
    expect(main.querySelectorAll('article')).toHaveLength(3);
    expect(following.count()).toBe(13);
    expect(changes()).toBeGreaterThan(3);
    expect(await idsOf(following)).toEqual(Array.from({ length: 13 }, (_, index) => String(index + 1)));
  });

  it('reads what came and went between two looks', async () => {
    const { main, following } = stage(row(1) + row(2));
    await settled();
    for (let id = 3; id < 40; id += 1) {
      main.insertAdjacentHTML('beforeend', `<div>${row(id)}</div>`);
      main.firstElementChild?.remove();
    }
    await settled();
    expect(main.querySelectorAll('article')).toHaveLength(2);
    expect(await idsOf(following)).toEqual(Array.from({ length: 39 }, (_, index) => String(index + 1)));
  });

  it('reads an element again that the network uses for another post', async () => {
    const { main, following } = stage(row(1) + row(2));
    await settled();
    const [first] = main.querySelectorAll('article');
    const likes = first?.querySelector('b')?.firstChild;
    first?.querySelector('a')?.setAttribute('href', '3');
    // Frameworks change the text node in place: no node is added.
    if (likes) likes.nodeValue = '33';
    await settled();
    const reading = await following.end();
    expect(reading?.posts.map(({ id, metrics }) => [id, metrics.likes?.value])).toEqual([
      ['1', 1],
      ['3', 33],
      ['2', 2],
    ]);
  });

  it('fills in a post that was drawn in two steps, and counts what never became one', async () => {
    const { main, following } = stage('<article>loading</article><article>nothing</article>');
    await settled();
    const [first] = main.querySelectorAll('article');
    if (first) first.innerHTML = '<a href="7">link</a>';
    await settled();
    if (first) first.innerHTML = '<a href="7">link</a><b>70</b>';
    const reading = await following.end();
    expect(reading?.posts.map(({ id, metrics }) => [id, metrics.likes?.value])).toEqual([['7', 70]]);
    expect(reading?.coverage).toMatchObject({ read: 1, unreadable: 1, unread: {} });
    expect(reading?.followedSince).toBe(NOW);
  });

  it('gives its reader one context for a look, in which to keep what holds for the page, and another once the page has changed', async () => {
    const given: unknown[] = [];
    const watched: Network = {
      ...toy,
      posts: (page, at) => {
        given.push('look', at);
        return toy.posts(page, at);
      },
      read: (element, at) => {
        given.push(at);
        return toy.read(element, at);
      },
    };
    const { main, abort } = stage([1, 2, 3].map((id) => row(id)).join(''), watched);
    await settled();
    main.insertAdjacentHTML('beforeend', row(4));
    await settled();
    abort();
    const [first, second, ...more] = given.flatMap((one, n) => (one === 'look' ? [given[n + 1]] : []));
    expect(more).toEqual([]);
    const names = given.map((one) => (one === first ? 'first' : one === second ? 'second' : one));
    expect(names).toEqual(['look', 'first', 'first', 'first', 'first', 'look', 'second', 'second']);
  });

  it('ends when the page goes to another account, before anything of it is read', async () => {
    const { main, following, go, left } = stage(row(1));
    await settled();
    go('/someone-else');
    main.innerHTML = row(50) + row(51);
    await settled();
    expect(left()).toBe(1);
    expect(await idsOf(following)).toEqual(['1']);
  });

  it('waits while one of the account’s posts is open, and goes on after it', async () => {
    const { main, following, go, left } = stage(row(1));
    await settled();
    go('/lumen/1');
    main.innerHTML = row(1) + row(90);
    await settled();
    go('/lumen');
    main.innerHTML = row(1) + row(2);
    await settled();
    expect(left()).toBe(0);
    expect(await idsOf(following)).toEqual(['1', '2']);
  });

  it('can be cut at once when the page closes, and stops for good when aborted', async () => {
    const { main, following, abort } = stage(row(1) + row(2));
    await settled();
    expect(following.cut()?.posts.map(({ id }) => id)).toEqual(['1', '2']);
    abort();
    main.insertAdjacentHTML('beforeend', row(3));
    await settled();
    expect(following.count()).toBe(2);
  });

  it('has what came right before the page closed, also where that was gone again or stood in for another post', async () => {
    const { main, following } = stage(row(1) + row(2));
    await settled();
    main.insertAdjacentHTML('beforeend', row(3) + row(4));
    main.querySelector('article:nth-child(3)')?.remove();
    const [first] = main.children;
    if (first) first.innerHTML = '<a href="5">link</a> <b>5</b>';
    expect(new Set(following.cut()?.posts.map(({ id }) => id))).toEqual(new Set(['1', '2', '3', '4', '5']));
  });

  it('is null when nothing was read', async () => {
    expect(await stage('<p>nothing</p>').following.end()).toBeNull();
  });
});
