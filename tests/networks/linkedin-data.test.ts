// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { contextOf, readPage } from '../../lib/capture/read-page';
import { linkedin } from '../../lib/networks/linkedin';
import { commentIn } from '../../lib/networks/linkedin/comments';

const NOW = Date.UTC(2026, 0);
const A = 'urn:li:activity:7350000000000102210';
const B = 'urn:li:ugcPost:7349900000000150752';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const at = (address = 'https://www.linkedin.com/company/kestrel-kettles/posts/') => {
  const page = parse('<main></main>');
  const surface = linkedin.surface(new URL(address), page);
  if (!surface) throw new Error(address);
  return contextOf(linkedin, page, new URL(address), surface, NOW);
};
const read = (body: unknown) => linkedin.response?.(body, at()) ?? [];
const counts = (urn: string, numbers: object) => ({ entityUrn: `urn:li:fsd_socialActivityCounts:${urn}`, urn, ...numbers });
const update = (urn: string, more = {}) => ({
  entityUrn: `urn:li:fsd_update:(${urn},MAIN_FEED,EMPTY,DEFAULT,false)`,
  metadata: { backendUrn: urn },
  '*socialDetail': `detail:${urn}`,
  ...more,
});
const detail = (urn: string, more = {}) => ({
  entityUrn: `detail:${urn}`,
  threadUrn: urn,
  '*totalSocialActivityCounts': `urn:li:fsd_socialActivityCounts:${urn}`,
  ...more,
});

describe('bodies that the page received', () => {
  it('have comments with counts that are no post’s, wherever they are named', () => {
    const counted = { totalSocialActivityCounts: { numLikes: 4, numComments: 0 } };
    const comment = `urn:li:comment:(${A},7350000000000109999)`;
    for (const more of [
      { urn: comment, socialDetail: counted },
      { urn: A, socialDetail: { ...counted, urn: comment } },
    ])
      expect(read({ elements: [more] })).toEqual([]);
    expect(read({ elements: [{ urn: A, socialDetail: counted }] })).toMatchObject([{ metrics: { likes: { value: 4 } } }]);
  });

  it('are read where a collector put what is named in the place of its name', () => {
    const whole = { ...detail(A), '*totalSocialActivityCounts': counts(A, { numLikes: 41, numComments: 7, numShares: 3 }) };
    const [found] = read({ item_id: 'x', data: update(A, { '*socialDetail': whole }) });
    expect(found?.metrics).toMatchObject({ likes: { value: 41 }, comments: { value: 7 }, shares: { value: 3 } });
  });

  it('are read with reactions by kind, words, mentions, links and format', () => {
    const words = 'Thé avec Lumen Lofts #thé kettles.example';
    const mark = (shown: string, hyperlink: string) => ({ start: words.indexOf(shown), length: shown.length, detailData: { hyperlink } });
    const attributesV2 = [
      mark('Lumen Lofts', 'https://www.linkedin.com/company/lumen-lofts/'),
      mark('kettles.example', 'https://kettles.example/?utm_source=li'),
    ];
    const post = update(A, {
      commentary: { text: { text: words, attributesV2 } },
      content: { imageComponent: { images: [{}, {}] }, articleComponent: null },
      actor: { navigationContext: { actionTarget: 'https://www.linkedin.com/company/kestrel-kettles/posts' } },
    });
    const reactionTypeCounts = [
      { count: 9, reactionType: 'LIKE' },
      { count: 3, reactionType: 'PRAISE' },
      { count: 1, reactionType: 'MAYBE' },
      { count: '7', reactionType: 'EMPATHY' },
      { count: 5, reactionType: '__proto__' },
    ];
    const [found] = read({ included: [post, detail(A), counts(A, { numLikes: 13, numComments: 2, numShares: 0, reactionTypeCounts })] });
    expect(found).toMatchObject({
      author: 'kestrel-kettles',
      format: 'carousel',
      hashtags: ['thé'],
      mentions: ['lumen-lofts'],
      links: ['https://kettles.example/'],
      metrics: { likes: { value: 13, from: 'response' }, comments: { value: 2 }, shares: { value: 0 } },
    });
    expect(Object.entries(found?.reactions ?? {}).map(([kind, { value }]) => [kind, value])).toEqual([
      ['like', 9],
      ['celebrate', 3],
    ]);
  });

  it('are read in the older shape too, one inside the other', () => {
    const value = {
      updateMetadata: { urn: B },
      socialDetail: { totalShares: 4, totalSocialActivityCounts: { numLikes: 12, numComments: 1 } },
      content: { 'com.linkedin.voyager.feed.render.LinkedInVideoComponent': { tracking: 1 } },
    };
    expect(read({ elements: [{ value: { 'com.linkedin.voyager.feed.render.UpdateV2': value } }] })).toMatchObject([
      { id: '7349900000000150752', format: 'video', metrics: { likes: { value: 12 }, comments: { value: 1 }, shares: { value: 4 } } },
    ]);
  });

  it('give comments’ and shared posts’ numbers to no other post', () => {
    const comment = { entityUrn: `urn:li:fsd_comment:(7350000000000999999,${A})`, '*socialDetail': 'detail:c' };
    const about = `urn:li:comment:(${A},7350000000000999999)`;
    const bodies = [
      comment,
      { entityUrn: 'detail:c', threadUrn: about, '*totalSocialActivityCounts': 'counts:c' },
      { entityUrn: 'counts:c', urn: about, numLikes: 77 },
      update(A, { '*resharedUpdate': `urn:li:fsd_update:(${B},MAIN_FEED,EMPTY,DEFAULT,false)` }),
      detail(A),
      counts(A, { numLikes: 1, numComments: 1, numShares: 0 }),
      update(B),
      detail(B),
      counts(B, { numLikes: 500, numComments: 6, numShares: 7 }),
    ];
    const found = read({ included: bodies });
    expect(found.map(({ metrics: { likes }, flags }) => [likes?.value, flags.quote])).toEqual([
      [1, true],
      [500, false],
    ]);
  });

  it('that are hostile throw nothing and give no number', () => {
    let deep: unknown = update(A);
    for (let level = 0; level < 10_000; level++) deep = { deep };
    const values = ['12', -1, 1e300, 1.5, null, Number.NaN, {}];
    for (const numLikes of values) {
      const [post] = read({ included: [update(A), detail(A), counts(A, { numLikes })] });
      expect(post?.metrics.likes).toMatchObject({ as: 'unread', value: null });
    }
    expect(read(deep)).toEqual([]);
    expect(read(JSON.parse('{"__proto__":{"*socialDetail":"x"},"included":[null,1,{"entityUrn":7}]}'))).toEqual([]);
    expect(read([update(A, { '*socialDetail': 'nobody' }), 'x', null])).toEqual([]);
  });

  it('tell the page’s own account, and nobody else', () => {
    const company = (universalName: string) => ({
      entityUrn: 'urn:li:fsd_company:1234567',
      ...{ universalName, name: 'Kestrel Kettles', description: 'Kettles since 1921.', websiteUrl: 'https://kettles.example/?trk=li' },
      ...{ '*followingState': 'state:1', '*industry': ['urn:li:fsd_industry:1'] },
    });
    const state = { entityUrn: 'state:1', followerCount: 12_345 };
    expect(linkedin.responseAccount?.({ included: [company('kestrel-kettles'), state] }, at())).toMatchObject({
      nativeId: '1234567',
      bio: 'Kettles since 1921.',
      link: 'https://kettles.example/',
      followers: { value: 12_345, as: 'exact', from: 'response' },
    });
    expect(linkedin.responseAccount?.({ included: [company('lumen-lofts'), state] }, at())).toBeNull();
  });
});

describe('data that a page came with', () => {
  it('adds kinds of reaction, and does not touch other posts', async () => {
    const body = {
      included: [
        update(A),
        detail(A),
        counts(A, { numLikes: 12, numComments: 0, numShares: 0, reactionTypeCounts: [{ count: 12, reactionType: 'LIKE' }] }),
      ],
    };
    const post = (urn: string) =>
      `<div data-urn="${urn}"><div class="update-components-actor__container"><a class="update-components-actor__meta-link" href="https://www.linkedin.com/company/kestrel-kettles">Kestrel</a></div><div class="social-details-social-counts"><ul><li class="social-details-social-counts__reactions"><button><span aria-hidden="true" class="social-details-social-counts__reactions-count">12</span></button></li></ul></div><div class="feed-shared-social-action-bar"><button>Like</button></div></div>`;
    const html = `<html lang="en"><body><code id="bpr-guid-1">${JSON.stringify(body)}</code>${post(A)}${post('urn:li:activity:7350000000009999999')}</body></html>`;
    const outcome = await readPage(linkedin, parse(html), new URL('https://www.linkedin.com/feed/'), NOW);
    if (!outcome.ok) throw new Error(outcome.refusal);
    expect(outcome.capture.posts.map(({ reactions }) => reactions?.like?.value)).toEqual([12, undefined]);
    expect(outcome.capture.coverage.conflicts).toBe(0);
  });
});

describe('comments', () => {
  it.each([
    [`urn:li:comment:(${A},7350000000000999999)`, '7350000000000999999'],
    ['urn:li:comment:(activity:7350000000000102210,7350000000000999999)', '7350000000000999999'],
    [`urn:li:fsd_comment:(7350000000000999999,${A})`, '7350000000000999999'],
    [A, undefined],
  ])('%s', (name, id) => {
    expect(commentIn(name)?.id).toBe(id);
  });

  it('say when, by whom of two, and what they answer', async () => {
    const urn = (id: string) => `urn:li:comment:(${A},${id})`;
    const comment = (id: string, who: string, said: string, inside = '') =>
      `<article class="comments-comment-entity" data-id="${urn(id)}"><a href="https://www.linkedin.com${who}">X</a><div class="comments-comment-item__main-content">${said}</div>${inside}</article>`;
    const answer = comment('7350000000400999999', '/company/kestrel-kettles/', 'Merci <a href="/in/zoe/">Zoé</a> !');
    const html = `<html lang="fr"><body><div data-urn="${A}"><a class="update-components-actor__meta-link" href="https://www.linkedin.com/company/kestrel-kettles">Kestrel</a><div class="feed-shared-social-action-bar"><button>J’aime</button></div>
${comment('7350000000300999999', '/in/zoe/', 'Combien ?', answer)}${comment('7350000000300999999', '/in/zoe/', 'Deux fois')}
<article class="comments-comment-entity" data-id="urn:li:comment:(activity:7359000000000102210,7359000000000999999)">Autre</article></div></body></html>`;
    const url = `https://www.linkedin.com/feed/update/${A}/`;
    const outcome = await readPage(linkedin, parse(html), new URL(url), NOW);
    const found = outcome.ok ? outcome.capture.comments : undefined;
    expect(found?.map(({ byAccount, replyTo, text }) => [byAccount, replyTo, text])).toEqual([
      [false, null, 'Combien ?'],
      [true, '7350000000300999999', 'Merci Zoé !'],
    ]);
    expect(found?.every(({ published }) => published?.from === 'id')).toBe(true);
  });
});
