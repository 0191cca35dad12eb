// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import type { AccountReading } from '../../lib/model/capture';
import { networks } from '../../lib/networks';
import type { Network } from '../../lib/networks/network';

const NOW = Date.UTC(2026, 10, 22);
const networkOf = (id: string): Network => {
  const found = networks.find((network) => network.id === id);
  if (!found) throw new Error(`no network ${id}`);
  return found;
};
const pageOf = (html: string) => new DOMParser().parseFromString(`<!doctype html><html lang="en"><body>${html}</body></html>`, 'text/html');

/** What an account's page says of the account, of a page of markup alone. */
function accountOf(id: string, address: string, html: string): AccountReading {
  const [network, page, url] = [networkOf(id), pageOf(html), new URL(address)];
  const surface = network.surface(url, page);
  if (!surface) throw new Error('no surface');
  return network.account(page, contextOf(network, page, url, surface, NOW));
}

describe('LinkedIn', () => {
  const read = (html: string) => accountOf('linkedin', 'https://www.linkedin.com/company/kestrel-kettles/', html);

  it('signed in: badge, trade and link at the head, description in its “about”', () => {
    const account = read(`<main><div class="org-top-card"><h1>Kestrel Kettles<svg data-test-icon="verified-small"></svg></h1>
      <div class="org-top-card-summary-info-list__info-item">Appliances</div><div class="org-top-card-summary-info-list__info-item">12K followers</div>
      <a class="org-top-card-primary-actions__action" href="https://kettles.example/?utm_source=linkedin">Visit website</a></div>
      <section class="org-page-details-module"><p>Kettles that whistle in tune.</p></section></main>`);
    expect(account).toMatchObject({
      ...{ verified: true, category: 'Appliances', bio: 'Kettles that whistle in tune.', link: 'https://kettles.example/' },
    });
  });

  it('signed out: its “about us”', () => {
    const account = read(`<section class="top-card-layout"><h1>Kestrel Kettles</h1></section><section data-test-id="about-us">
      <p data-test-id="about-us__description">Kettles that whistle in tune.</p>
      <dl><div data-test-id="about-us__website"><dd><a href="https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fkettles%2Eexample%2F">kettles.example</a></dd></div>
      <div data-test-id="about-us__industry"><dt>Industry</dt><dd>Appliances</dd></div></dl></section>`);
    expect(account).toMatchObject({ category: 'Appliances', bio: 'Kettles that whistle in tune.', link: 'https://kettles.example/' });
    expect(account).not.toHaveProperty('verified');
  });

  it('a figure in the place of the trade is none', () => {
    const html =
      '<main><div class="org-top-card"><h1>Kestrel</h1><div class="org-top-card-summary-info-list__info-item">12K followers</div></div></main>';
    expect(read(html)).not.toHaveProperty('category');
  });
});

it('TikTok: badge, link and trade from the data that the page came with, and the shown link before the data’s', () => {
  const user = {
    ...{ id: '68', uniqueId: 'barroebrasa', nickname: 'Barro e Brasa', signature: 'Clay', verified: true },
    ...{ bioLink: { link: 'barro.example/loja' }, commerceUserInfo: { category: 'Home & Garden' } },
  };
  const data = {
    __DEFAULT_SCOPE__: { 'webapp.user-detail': { userInfo: { user, stats: { followerCount: 12, followingCount: 3, videoCount: 4 } } } },
  };
  const script = `<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__" type="application/json">${JSON.stringify(data)}</script>`;
  const head = '<h1 data-e2e="user-title">barroebrasa</h1><h2 data-e2e="user-subtitle">Barro e Brasa</h2>';
  const read = (html: string) => accountOf('tiktok', 'https://www.tiktok.com/@barroebrasa', html);
  expect(read(script + head)).toMatchObject({ verified: true, bio: 'Clay', link: 'https://barro.example/loja', category: 'Home & Garden' });
  expect(read(`${script}${head}<a data-e2e="user-link" href="https://barro.example/novo">barro.example/novo</a>`).link).toBe(
    'https://barro.example/novo',
  );
});

it('Reddit: the description of a community, and no number of its visitors for its members', () => {
  const html = `<shreddit-subreddit-header name="kettles" prefixed-name="r/kettles" display-name="Kettles" description="All that boils"
    subreddit-id="t5_2kettl" weekly-active-users="7300"></shreddit-subreddit-header>`;
  const account = accountOf('reddit', 'https://www.reddit.com/r/kettles/', html);
  expect(account).toMatchObject({
    handle: 'r/kettles',
    name: 'Kettles',
    bio: 'All that boils',
    nativeId: 't5_2kettl',
    followers: { as: 'absent' },
  });
});

it('Threads: a paid partnership is named in the data alone, and reaches the post that the page shows', async () => {
  const post = {
    ...{
      pk: '3393128163418847112',
      code: 'C8XGGhhOLrI',
      media_type: 19,
      is_paid_partnership: true,
      like_count: 7,
      taken_at: 1_790_000_000,
    },
    ...{ user: { username: 'lumen' }, caption: { text: 'Lamps' } },
    text_post_app_info: { direct_reply_count: 1, repost_count: 0, quote_count: 0 },
  };
  const page = pageOf(`<script type="application/json">${JSON.stringify({ edges: [{ node: { thread_items: [{ post }] } }] })}</script>
    <div data-pressable-container="true"><a href="/@lumen">lumen</a><a href="/@lumen/post/C8XGGhhOLrI"><time datetime="2026-09-21T14:13:20.000Z">1d</time></a>
    <span dir="auto">Lamps</span></div>`);
  const outcome = await readPage(networkOf('threads'), page, new URL('https://www.threads.com/@lumen'), NOW);
  expect(outcome.ok && outcome.capture.posts[0]?.flags).toMatchObject({ paid: true, promoted: false });
});
