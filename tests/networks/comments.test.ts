// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import { repliesOf } from '../../lib/capture/replies';
import { networks } from '../../lib/networks';
import { fixtures, readFixture } from './fixture';

describe('comments', () => {
  const withComments = networks.flatMap((network) =>
    fixtures(network.id)
      .filter(({ expected }) => expected.comments)
      .map((page) => [`${network.id} ${page.name}`, network, page] as const),
  );
  it.each(withComments)('%s are read as a person reads them', async (_, network, page) => {
    expect((await readFixture(network, page)).comments).toEqual(page.expected.comments);
  });

  it.each(networks.filter(({ comments }) => comments).map(({ id }) => id))('%s has a page with comments', (id) => {
    expect(withComments.some(([name]) => name.startsWith(`${id} `))).toBe(true);
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
});
