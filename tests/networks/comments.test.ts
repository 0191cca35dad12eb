// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { repliesOf } from '../../lib/capture/replies';
import { networks } from '../../lib/networks';
import { fixtures, readFixture } from './fixture';

describe('comments', () => {
  const pages = networks.flatMap((network) => fixtures(network.id).map((page) => [`${network.id} ${page.name}`, network, page] as const));
  // A page without them is as good a test: nothing on it is a comment.
  it.each(pages)('%s are read as a person reads them', async (_, network, page) => {
    expect((await readFixture(network, page)).comments).toEqual(page.expected.comments);
  });

  it.each(networks.filter(({ comments }) => comments).map(({ id }) => id))('%s has a page with comments', (id) => {
    expect(pages.some(([, network, { expected }]) => network.id === id && expected.comments)).toBe(true);
  });

  it.each(['x', 'bluesky', 'mastodon'])('%s: replies are posts, and become comments on the page of the post', async (id) => {
    const network = networks.find((each) => each.id === id);
    if (!network) throw new Error(id);
    const found = [];
    for (const page of fixtures(id)) {
      const outcome = await readPage(network, page.document, page.url, page.now);
      if (outcome.ok) found.push(...repliesOf(outcome.capture));
    }
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/"author"|"name"/);
  });

  it('threads: what the page receives tells replies from what is merely suggested below', async () => {
    const threads = networks.find(({ id }) => id === 'threads');
    const page = fixtures('threads').find(({ name }) => name === 'post-es');
    if (!threads || !page) throw new Error('threads');
    const said = (is_reply: boolean) =>
      page.expected.posts.map(({ id, author }) => ({
        code: id,
        user: { username: author },
        text_post_app_info: { is_reply: is_reply && id !== page.expected.posts[0]?.id },
      }));
    const repliesWith = async (body: unknown) => {
      const outcome = await readPage(threads, page.document, page.url, page.now, { bodies: [JSON.stringify(body)] });
      return outcome.ok ? repliesOf(outcome.capture).map(({ id }) => id) : outcome.refusal;
    };
    const below = page.expected.posts.slice(1).map(({ id }) => id);
    expect(below.length).toBeGreaterThan(0);
    expect(await repliesWith(said(true))).toEqual(below);
    expect(await repliesWith(said(false))).toEqual([]);
  });

  /** The replies of one of our pages after a change of its markup: whose answer each is. */
  async function answersOf(id: string, name: string, change: (html: string) => string = (html) => html) {
    const network = networks.find((each) => each.id === id);
    const page = fixtures(id).find((each) => each.name === name);
    if (!network || !page) throw new Error(name);
    const document = new DOMParser().parseFromString(change(page.document.documentElement.outerHTML), 'text/html');
    const outcome = await readPage(network, document, page.url, page.now);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return (outcome.capture.comments ?? repliesOf(outcome.capture)).map(({ id: own, replyTo }) => [own, replyTo]);
  }

  it('x: the line down from a picture says what is answered, and so does its absence', async () => {
    expect(await answersOf('x', 'post-fr')).toEqual([
      ['2022747669918646279', null],
      ['2022748928209846279', '2022747669918646279'],
    ]);
    const unjoined = await answersOf('x', 'post-fr', (html) =>
      html.replace(/(<div data-testid="Tweet-User-Avatar">.*?<\/div>)<div[^>]*><\/div>/g, '$1'),
    );
    expect(unjoined.map(([, answered]) => answered)).toEqual([null, null]);
  });

  it('bluesky: a line above the picture joins a reply to the row above, and to nothing where that is no post', async () => {
    const row = 'data-testid="postThreadItem-by-kestrel-kettles.bsky.social"';
    const joined = (html: string) => {
      const at = html.lastIndexOf(row);
      return html.slice(0, at) + html.slice(at).replace('<div style="width: 42px;"></div>', '<div style="width: 42px;"><div></div></div>');
    };
    expect(await answersOf('bluesky', 'post-fr-signed-in')).toEqual([
      ['3mylp7i6f222u', null],
      ['3mylskrfo222u', null],
    ]);
    expect(await answersOf('bluesky', 'post-fr-signed-in', joined)).toEqual([
      ['3mylp7i6f222u', null],
      ['3mylskrfo222u', '3mylp7i6f222u'],
    ]);
    const deleted = (html: string) => {
      const document = new DOMParser().parseFromString(joined(html), 'text/html');
      const last = [...document.querySelectorAll(`[${row}]`)].at(-1);
      last?.insertAdjacentHTML('beforebegin', '<div><p>Post supprimé</p></div>');
      return document.documentElement.outerHTML;
    };
    expect((await answersOf('bluesky', 'post-fr-signed-in', deleted)).map(([, answered]) => answered)).toEqual([null, null]);
  });

  it('mastodon: an answer in a thread is joined to the row above, unless a branch begins there', async () => {
    const thread = (first: string) => (html: string) =>
      html.replace(/(class="status status-public status-reply)"(?=[^>]*data-id="117590143795200034")/, `$1 status--in-thread${first}"`);
    expect(await answersOf('mastodon', 'post-ja', thread(''))).toEqual([
      ['ito.example/117589907865600033', null],
      ['ito.example/117590143795200034', 'ito.example/117589907865600033'],
    ]);
    expect((await answersOf('mastodon', 'post-ja', thread(' status--first-in-thread'))).map(([, answered]) => answered)).toEqual([
      null,
      null,
    ]);
  });

  it('tiktok: where comments have numbers, answers name theirs, and the number tells the time', async () => {
    const numbered = (html: string) => html.replace('class="css-w-DivCommentItemWrapper"', 'id="7591815163371159553" class="css-w"');
    expect(await answersOf('tiktok', 'photo-pt-2026', numbered)).toEqual([
      ['7591815163371159553', null],
      ['~2', '7591815163371159553'],
      ['~3', null],
    ]);
  });

  it('pinterest: what stands in one thread answers its first comment', async () => {
    const nested = (html: string) => {
      const document = new DOMParser().parseFromString(html, 'text/html');
      const [first, second] = document.querySelectorAll('[data-test-id="commentThread-comment"]');
      if (second) first?.append(...second.childNodes);
      second?.remove();
      return document.documentElement.outerHTML;
    };
    expect(await answersOf('pinterest', 'pin-de-stale-data')).toEqual([
      ['~1', null],
      ['~2', null],
    ]);
    expect(await answersOf('pinterest', 'pin-de-stale-data', nested)).toEqual([
      ['~1', null],
      ['~2', '~1'],
    ]);
  });
});
