// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PostReading, Surface } from '../../lib/model/capture';
import { linkedin } from '../../lib/networks/linkedin';
import { reactions } from '../../lib/networks/linkedin/card';
import { postsInData } from '../../lib/networks/linkedin/data';
import { postIn, postInKey } from '../../lib/networks/linkedin/links';
import { changed, type Fixture, fixtureNamed, fixtures, postsOn, readFixture } from './fixture';

const pages = fixtures('linkedin');
const named = (name: string) => fixtureNamed(pages, name);
const postsOf = (fixture: Fixture, change = (html: string) => html) => postsOn(linkedin, changed(fixture, change));
const by = (posts: PostReading[], text: string) => posts.find((post) => post.text.includes(text))?.metrics;

describe('pages', () => {
  it.each(pages.map((page) => [page.name, page] as const))('%s is read as a person reads it', async (_, page) => {
    const { account, posts } = await readFixture(linkedin, page);
    expect(posts).toEqual(page.expected.posts);
    expect(account).toMatchObject(page.expected.account);
  });

  it('keeps shared posts, comments, former screens and side columns out', async () => {
    const all = (await Promise.all(pages.map((page) => postsOf(page)))).flat();
    const numbers = all.flatMap(({ metrics }) => Object.values(metrics).map(({ value }) => value));
    for (const foreign of [777, 99, 8_888, 1_482, 73, 5_000]) expect(numbers).not.toContain(foreign);
    const texts = all.map(({ text }) => text).join();
    for (const foreign of ['Ein Kessel in jeder', '前の画面', '湯気', 'La vapeur', 'Bravo', 'عالی', 'Light in every'])
      expect(texts).not.toContain(foreign);
  });
});

describe('changed pages', () => {
  const compare = (posts: PostReading[], truths: PostReading[]) => {
    for (const post of posts)
      for (const [metric, { value }] of Object.entries(post.metrics)) {
        const truth = truths.find(({ id, aliases }) => id === post.id || aliases.includes(post.id));
        const expected = truth?.metrics[metric as 'likes']?.value ?? null;
        // What a person cannot tell either may be nothing.
        if (value !== null && truth) expect([expected ?? 0], `${post.id} ${metric}`).toContain(value);
      }
  };

  it.each([
    'data-num-reactions',
    'data-num-comments',
    'social-details-social-counts',
    'data-attributed-urn',
    'data-tracking-control-name',
    'social-actions__reactions',
    'social-details-social-counts__comments',
    'social-details-social-counts__reactions-count',
    'feed-shared-social-action-bar',
    'update-components-actor__',
    'componentkey',
    'replaceableCommentTools',
    'expandable-text-box',
    'comment-small',
    'repost-small',
    'thumbs-up-outline-small',
    'like-consumption-ring-small',
    'role="presentation"',
    'aria-hidden',
    'https://www.linkedin.com/feed/update/',
  ])('without %s there is no wrong number', async (mark) => {
    const touched = pages.filter(({ document }) => document.documentElement.outerHTML.includes(mark));
    expect(touched).not.toEqual([]);
    for (const page of touched)
      compare(
        await postsOf(page, (html) =>
          html.replaceAll(
            mark,
            mark.replace(/\w+-?\w+/, (word) => [...word].reverse().join('')),
          ),
        ),
        page.expected.posts,
      );
  });

  it.each(['hr', 'ul', 'li', 'p', 'span', 'button'])('with other elements for <%s> there is no wrong number', async (tag) => {
    for (const page of pages) {
      const other = (html: string) => html.replaceAll(new RegExp(`(</?)${tag}(?=[ >])`, 'g'), '$1section');
      compare(await postsOf(page, other), page.expected.posts);
    }
  });

  it('says unread, not zero, of what it cannot tell', async () => {
    const swapped = await postsOf(named('profile-modern-ja-2026'), (html) => html.replaceAll('再投稿5件', 'コメント5件'));
    expect(by(swapped, 'お茶')).toMatchObject({ likes: { value: 31 }, comments: { as: 'unread' }, shares: { as: 'unread' } });
    const views = await postsOf(named('company-classic-en-2024'));
    expect(by(views, 'My first kettle')).toMatchObject({ likes: { value: 40 }, shares: { as: 'unread' } });
    const bare = await postsOf(named('company-guest-de-2025'), (html) => html.replaceAll('_like-cta', '_other'));
    expect(by(bare, 'Danke')).toMatchObject({ likes: { as: 'unread' }, comments: { as: 'unread' }, shares: { as: 'absent' } });
  });

  it('takes no figures of the owner for a counter', async () => {
    const strip =
      '<a href="https://www.linkedin.com/analytics/post-summary/urn:li:activity:1/"><p><span>482 回表示</span><span aria-hidden="true">482 回表示</span></p></a>';
    const posts = await postsOf(named('profile-modern-ja-2026'), (html) =>
      html.replaceAll('<hr role="presentation"', `${strip}<hr role="presentation"`),
    );
    expect(posts.flatMap(({ metrics }) => Object.values(metrics).map(({ value }) => value))).not.toContain(482);
  });
});

describe('reactions', () => {
  it.each([
    ['en', '1,343', 1343],
    ['en', 'Ada and 29 others', 30],
    ['en', 'Ada and 1,230 others', 1231],
    ['en', 'Web3 Ada and 29 others', 30],
    ['de', 'Ada und 1.230 weitere Personen', 1231],
    ['ja', 'Adaさん、他29人', 30],
    ['ar', 'آدا و٢٩ آخرون', 30],
    ['en', 'Studio 54 and 29 others', null],
    ['en', 'Studio 54 and one other', null],
    ['fr', 'Studio 54 et une autre personne', null],
    ['fr', 'Ada Renard et 29 autres personnes', 30],
    ['ja', '再投稿1件', null],
    ['fr', 'Ada et une autre personne', null],
    ['en', '63 reactions', null],
    ['en', 'Ada and 1.2K others', null],
    ['en', '', null],
  ])('%s %s are %s', (locale, said, value) => {
    expect(reactions(said, { locale, display: 'either', significant: 1 }).value).toBe(value);
  });
});

describe('names of posts', () => {
  it.each([
    ['urn:li:activity:7350000000000102210', '7350000000000102210'],
    ['https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7350000000000102210?x=1', '7350000000000102210'],
    ['/posts/kestrel-kettles_tea-share-7350000000000102210-aB1c', '7350000000000102210'],
    ['urn:li:fsd_profile:ACoAAB7350000000000102210', undefined],
    ['urn:li:activity:123', undefined],
  ])('%s', (name, id) => {
    expect(postIn(name)?.id).toBe(id);
  });

  it.each([
    ['CgsIgICIqvf8v8fMAQ-replaceableCommentToolsX', { kind: 'activity', id: '7370000000000000000' }],
    ['EgsIgICIqvf8v8fMAQ-replaceableCommentToolsX', { kind: 'ugcPost', id: '7370000000000000000' }],
    ['GgsIgICIqvf8v8fMAQ-replaceableCommentToolsX', null],
    ['CgwIgICIqvf8v8fMAQ-replaceableCommentToolsX', null],
    ['CgsIgYCIqvf8v8fMAQ-replaceableCommentToolsX', null],
    ['CgsIgICIqvf8v8fMAQ-commentListX', null],
    ['%%%-replaceableCommentToolsX', null],
  ])('%s', (key, name) => {
    expect(postInKey(key)).toEqual(name);
  });
});

describe('data', () => {
  const counts = (urn: string, numbers: object) => ({ entityUrn: `urn:li:fsd_socialActivityCounts:${urn}`, urn, ...numbers });
  const post = (urn: string, of: string, more = {}) => [
    { entityUrn: `urn:li:fsd_update:(${urn},MAIN_FEED)`, metadata: { backendUrn: urn }, '*socialDetail': `detail:${urn}`, ...more },
    { entityUrn: `detail:${urn}`, '*totalSocialActivityCounts': `urn:li:fsd_socialActivityCounts:${of}`, ...more },
  ];
  const A = 'urn:li:activity:7350000000000102210';
  const B = 'urn:li:ugcPost:7349900000000150752';
  const first = (...included: unknown[]) => postsInData({ data: {}, included }, Date.UTC(2026, 0), 'response')[0];

  it('follows a post to its counts', () => {
    const read = first(...post(A, B), counts(B, { numLikes: 12, numComments: 0, numShares: 3 }));
    expect(read).toMatchObject({
      id: '7350000000000102210',
      aliases: ['7349900000000150752'],
      metrics: { likes: { value: 12 }, comments: { value: 0 }, shares: { value: 3 } },
    });
    expect(read?.published?.value).toBe(1_752_376_556_396);
  });

  it('calls several shares of one post by the post', () => {
    expect(first(...post(`urn:li:aggregate:(${A},${A})`, B), counts(B, { numLikes: 1 }))).toMatchObject({
      id: '7349900000000150752',
      metrics: { comments: { as: 'unread' } },
    });
  });

  it('gives no hidden number and no post without counts', () => {
    expect(first(...post(A, A, { hideSocialCountsIfAllowed: true }), counts(A, { numLikes: 3 }))?.metrics.likes).toMatchObject({
      as: 'hidden',
      value: null,
    });
    expect(first(...post(A, B))).toBeUndefined();
    expect(postsInData(null, 0, 'response')).toEqual([]);
  });
});

describe('addresses', () => {
  const blank = new DOMParser().parseFromString('<main></main>', 'text/html');
  const brand: Surface = { kind: 'profile', handle: 'kestrel-kettles' };
  const post: Surface = { kind: 'post', handle: null, postId: '7350000000000102210' };
  const W = 'https://www.linkedin.com';
  it.each<[string, Surface | null]>([
    [`${W}/company/kestrel-kettles`, brand],
    [`${W}/company/kestrel-kettles/?viewAsMember=true#top`, brand],
    ['https://at.linkedin.com/company/kestrel-kettles', brand],
    [`${W}/company/kestrel-kettles/posts/?feedView=all`, { ...brand, tab: 'posts' }],
    [`${W}/school/kestrel-kettles/`, brand],
    [`${W}/showcase/kestrel-kettles/`, brand],
    [`${W}/company/kestrel-kettles/admin/analytics/`, null],
    [`${W}/company/kestrel-kettles/jobs/`, null],
    [`${W}/in/Hana-Yakan/`, { kind: 'profile', handle: 'in/Hana-Yakan' }],
    [`${W}/in/hana-yakan/ja/`, { kind: 'profile', handle: 'in/hana-yakan' }],
    [`${W}/in/%E8%8A%B1-1/recent-activity/all/`, { kind: 'profile', handle: 'in/花-1', tab: 'all' }],
    [`${W}/in/hana-yakan/recent-activity/comments/`, { kind: 'profile', handle: 'in/hana-yakan', tab: 'comments' }],
    [`${W}/in/hana-yakan/details/experience/`, null],
    [`${W}/in/%E0%A4%A/`, { kind: 'profile', handle: 'in/%E0%A4%A' }],
    [`${W}/feed/update/urn:li:activity:7350000000000102210/?commentUrn=urn%3Ali%3Acomment%3A1`, post],
    [`${W}/feed/update/urn%3Ali%3Ashare%3A7350000000000102210`, post],
    [`${W}/posts/kestrel-kettles_tea-ugcPost-7350000000000102210-aB1c?utm=x`, post],
    [`${W}/embed/feed/update/urn:li:share:7350000000000102210`, post],
    [`${W}/posts/kestrel-kettles_tea`, null],
    [`${W}/feed/`, { kind: 'feed', handle: null, tab: 'feed' }],
    [`${W}/feed/following/`, null],
    [`${W}/groups/1234567/`, { kind: 'feed', handle: null, tab: 'groups' }],
    [`${W}/search/results/content/?keywords=tea`, { kind: 'search', handle: null }],
    [`${W}/search/results/people/?keywords=tea`, null],
    [`${W}/feed/hashtag/tea/`, { kind: 'search', handle: null }],
    [`${W}/messaging/thread/2/`, null],
    [`${W}/notifications/`, null],
    [`${W}/mypreferences/d/categories/account`, null],
    [`${W}/jobs/view/123/`, null],
    [`${W}/pulse/tea-kestrel`, null],
    [`${W}/`, null],
    [`${W}/in/`, null],
  ])('%s', (address, surface) => {
    expect(linkedin.surface(new URL(address), blank)).toEqual(surface);
  });
});
