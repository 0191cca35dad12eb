// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { networks } from '../../lib/networks';
import { networkAt } from '../../lib/networks/lookup';
import { demoPages, ownWatchPages } from './site';
import { verdict } from './truth';

const readerAt = (url: URL) => networks.find(({ id }) => id === networkAt(url)?.id);

const NOW = Date.UTC(2026, 10, 22, 18, 0);

describe.each([1, 0] as const)('the demo pages, %i weeks ago', (weeksAgo) => {
  it.each([...demoPages(NOW, weeksAgo), ...(weeksAgo === 0 ? ownWatchPages(NOW) : [])].map((page) => [page.url, page] as const))(
    '%s reads as it truly is',
    async (address, page) => {
      const url = new URL(address);
      const network = readerAt(url);
      if (!network) throw new Error('no network reads this address');
      const outcome = await readPage(network, new DOMParser().parseFromString(page.html, 'text/html'), url, NOW);
      if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
      const result = verdict(page.truth, outcome.capture.account, outcome.capture.posts, outcome.capture.comments);
      expect(result.wrong).toEqual([]);
      expect(result).toMatchObject({ found: result.expected, unread: 0 });
      const dated = outcome.capture.posts.filter((post) => post.published);
      expect(dated).toHaveLength(outcome.capture.posts.length);
    },
  );
});

describe('the demo site', () => {
  it('is the same for the same time', () => {
    expect(demoPages(NOW, 0)).toEqual(demoPages(NOW, 0));
  });

  it('has new posts and higher counts a week later', () => {
    const before = demoPages(NOW, 1);
    for (const [i, after] of demoPages(NOW, 0).entries()) {
      const earlier = before[i];
      expect(earlier?.url).toBe(after.url);
      expect(after.truth.followers).toBeGreaterThan(earlier?.truth.followers ?? 0);
      if (!after.url.includes('/watch')) expect(after.truth.posts.length).toBeGreaterThan(earlier?.truth.posts.length ?? 0);
    }
  });
});

describe('the comparison with the truth', () => {
  const [page] = demoPages(NOW, 0);
  const at = new URL(page?.url ?? '');
  const read = async () => {
    const network = readerAt(at);
    if (!network || !page) throw new Error('no page');
    const outcome = await readPage(network, new DOMParser().parseFromString(page.html, 'text/html'), at, NOW);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return { truth: page.truth, account: outcome.capture.account, posts: outcome.capture.posts };
  };

  it('notices a number that is off by one, a missing post and an invented count', async () => {
    const { truth, account, posts } = await read();
    const [pinned, second, third] = posts;
    if (!pinned || !second?.metrics.likes?.value || !third) throw new Error('too few posts');
    const likes = second.metrics.likes.value + 1;
    const off = { ...second, metrics: { ...second.metrics, likes: { ...second.metrics.likes, value: likes, low: likes, high: likes } } };
    const invented = {
      ...pinned,
      metrics: { ...pinned.metrics, views: { value: 0, low: 0, high: 0, as: 'exact' as const, from: 'text' as const } },
    };
    const { wrong } = verdict(truth, account, [invented, off, ...posts.slice(3)]);
    expect(wrong.map((what) => what.split(':')[0])).toEqual([`${pinned.id} views`, `${second.id} likes`, `post ${third.id} was not found`]);
  });
});
