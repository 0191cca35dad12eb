// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { MetricName } from '../../lib/model/vocabulary';
import { mastodon } from '../../lib/networks/mastodon';
import type { Network } from '../../lib/networks/network';
import { reddit } from '../../lib/networks/reddit';
import { changed, fixtureNamed, fixtures, readFixture } from './fixture';

const CASES: [string, MetricName, Network, string][] = [
  ['.icon-button__counter', 'comments', mastodon, 'profile-pt-BR'],
  ['button[data-click-id="upvote"] + div', 'likes', reddit, 'feed-middle-en-2019'],
  ['a[data-click-id="comments"]', 'comments', reddit, 'feed-middle-en-2019'],
];

it.each(CASES)('a post with more %s than any has says nothing of its %s', async (selector, metric, network, name) => {
  const page = fixtureNamed(fixtures(network.id), name);
  const before = (await readFixture(network, page)).posts;
  const crowded = changed(page, (html) => {
    const copy = new DOMParser().parseFromString(html, 'text/html');
    const place = copy.querySelector(selector);
    if (!place) throw new Error(`${name} has no ${selector}`);
    const button = place.previousElementSibling?.matches('button') ? place.previousElementSibling : null;
    for (let n = 0; n < 120; n += 1) place.after(...(button ? [button.cloneNode(true)] : []), place.cloneNode(true));
    return copy.documentElement.outerHTML;
  });
  const after = (await readFixture(network, crowded)).posts;
  const lost = after.filter((post, nth) => before[nth]?.metrics[metric]?.value != null && post.metrics[metric]?.value === null);
  expect(lost.map(({ metrics }) => metrics[metric]?.as)).toEqual(['unread']);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});
