// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { networkAt } from '../../lib/networks';
import { demoPages } from './site';
import { verdict } from './truth';

const NOW = Date.UTC(2026, 10, 22, 18, 0);

describe.each([1, 0] as const)('the demo pages, %i weeks ago', (weeksAgo) => {
  it.each(demoPages(NOW, weeksAgo).map((page) => [page.url, page] as const))('%s reads as it truly is', async (address, page) => {
    const url = new URL(address);
    const network = networkAt(url);
    if (!network) throw new Error('no network reads this address');
    const outcome = await readPage(network, new DOMParser().parseFromString(page.html, 'text/html'), url, NOW);
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
    const result = verdict(page.truth, outcome.capture.account, outcome.capture.posts);
    expect(result.wrong).toEqual([]);
    expect(result).toMatchObject({ found: result.expected, unread: 0 });
    const dated = outcome.capture.posts.filter((post) => post.published);
    expect(dated).toHaveLength(outcome.capture.posts.length);
  });
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
