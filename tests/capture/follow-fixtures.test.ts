// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { follow } from '../../lib/capture/follow';
import { contextOf, readPage } from '../../lib/capture/read-page';
import { networks } from '../../lib/networks';
import { fixtures } from '../networks/fixture';

const turn = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

/** Puts a page's head and nothing else into the test's own document: observers of a parsed one are not called here. */
function begin(page: Document): void {
  const { documentElement: root } = document;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of page.documentElement.attributes) root.setAttribute(name, value);
  document.head.innerHTML = page.head.innerHTML;
  document.body.innerHTML = '';
}

/** Takes posts out of the page as lists do that show a few at a time: each with whatever stands around it alone. */
function takeOut(posts: Element[]): void {
  for (const post of posts) {
    const others = posts.filter((other) => other !== post);
    let top = post;
    while (top.parentElement && top.parentElement !== document.body && !others.some((other) => top.parentElement?.contains(other)))
      top = top.parentElement;
    top.remove();
  }
}

const cases = networks.flatMap((network) => fixtures(network.id).map((page) => [network.id, page.name, network, page] as const));
/** An opened post does not go while it is looked at. */
const lists = cases.filter(([, , network, page]) => network.surface(page.url, page.document)?.kind !== 'post');

describe.each([
  ['stay', cases],
  ['go', lists],
] as const)('posts that come after the page is followed, and %s', (what, pages) => {
  it.each(pages)('%s %s: are read as when they are captured', async (_, __, network, page) => {
    const captured = await readPage(network, page.document, page.url, page.now);
    const surface = network.surface(page.url, page.document);
    if (!surface || !captured.ok) throw new Error('not a page that is read');
    begin(page.document);
    const of = { network, document, address: () => page.url.href, now: () => page.now };
    const following = follow(of, surface, { change: () => undefined, leave: () => undefined }, new AbortController().signal);
    await turn();
    const body = document.createElement('div');
    body.innerHTML = page.document.body.innerHTML;
    document.body.append(...body.childNodes);
    for (let tries = 500; following.count() < captured.capture.posts.length && tries > 0; tries -= 1) await turn(20);
    if (what === 'go') takeOut(network.posts(document, contextOf(network, document, page.url, surface, page.now)));
    const followed = await following.end();
    expect(followed?.posts).toEqual(captured.capture.posts);
    expect(followed?.account).toEqual(captured.capture.account);
  });
});
