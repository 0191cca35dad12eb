// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { PostReading } from '../../lib/model/capture';
import type { Reading } from '../../lib/model/reading';
import type { PageContext } from '../../lib/networks/network';
import { x } from '../../lib/networks/x';
import { align } from '../../lib/networks/x/align';
import { numbersIn } from '../../lib/networks/x/labels';
import { exact, rounded } from '../../lib/reading/readings';
import { type Fixture, fixtures, readFixture } from './fixture';

const style = (locale: string) => ({ locale, display: 'truncates', significant: 2 }) as const;

describe('pages', () => {
  test.each(fixtures('x').map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const { account, posts } = await readFixture(x, fixture);
    expect(account).toEqual(fixture.expected.account);
    expect(posts).toEqual(fixture.expected.posts);
  });
});

describe('surface', () => {
  const surface = (url: string) => x.surface(new URL(url), document);
  test.each([
    ['https://x.com/HaldenTea', { kind: 'profile', handle: 'HaldenTea', tab: 'posts' }],
    ['https://twitter.com/HaldenTea/?lang=fr#top', { kind: 'profile', handle: 'HaldenTea', tab: 'posts' }],
    ['https://MOBILE.x.com/HaldenTea/With_Replies/', { kind: 'profile', handle: 'HaldenTea', tab: 'replies' }],
    ['https://x.com/@HaldenTea', { kind: 'profile', handle: 'HaldenTea', tab: 'posts' }],
    ['https://x.com/HaldenTea/media', { kind: 'profile', handle: 'HaldenTea', tab: 'media' }],
    ['https://x.com/HaldenTea/status/2013521878840246279?s=20', { kind: 'post', handle: 'HaldenTea', postId: '2013521878840246279' }],
    ['https://mobile.twitter.com/HaldenTea/status/20/photo/1', { kind: 'post', handle: 'HaldenTea', postId: '20' }],
    ['https://x.com/i/web/status/2013521878840246279', { kind: 'post', handle: null, postId: '2013521878840246279' }],
    ['https://x.com/HaldenTea/article/2013521878840246279', { kind: 'post', handle: 'HaldenTea', postId: '2013521878840246279' }],
    ['https://x.com/HaldenTea/status/2013521878840246279/quotes', { kind: 'feed', handle: null, tab: 'quotes' }],
    ['https://x.com/home', { kind: 'feed', handle: null, tab: 'home' }],
    ['https://x.com/i/lists/42', { kind: 'feed', handle: null, tab: 'lists' }],
    ['https://x.com/search?q=tea&f=live', { kind: 'search', handle: null }],
    ['https://x.com/hashtag/tea', { kind: 'search', handle: null }],
  ])('%s', (url, expected) => expect(surface(url)).toEqual(expected));

  test.each([
    'https://x.com/messages/1-2',
    'https://x.com/notifications',
    'https://x.com/Settings/account',
    'https://x.com/i/bookmarks',
    'https://x.com/i/flow/login',
    'https://x.com/compose/post',
    'https://x.com/HaldenTea/status/2013521878840246279/analytics',
    'https://x.com/HaldenTea/status/2013521878840246279/likes',
    'https://x.com/HaldenTea/status/nonsense',
    'https://help.x.com/HaldenTea',
    'https://notx.com/HaldenTea',
    'https://x.com/not-a-handle',
  ])('%s is nobody’s page', (url) => expect(surface(url)).toBeNull());
});

describe('lining up a label', () => {
  const values = (label: string, known: (number | Reading | null)[], states = 0) => {
    const said = known.map((count) => (typeof count === 'number' ? exact(count, 'label') : count));
    const aligned = align(label, said, states);
    return known.map((_, place) => aligned?.[place]?.value ?? null);
  };

  test('tells bookmarks, and that there are none', () => {
    expect(values('1 reply, 4 likes, 2 bookmarks, 809 views', [1, 0, 4, null, 809])).toEqual([1, 0, 4, 2, 809]);
    expect(values('361 views', [0, 0, 0, null, 361])).toEqual([0, 0, 0, 0, 361]);
    expect(values('3 likes, Liked, 9 views', [0, 0, 3, null, 9], 1)).toEqual([0, 0, 3, 0, 9]);
  });
  test('leaves open what could be bookmarks or views', () => {
    expect(values('1 reply, 4 likes, 80 things', [1, 0, 4, null, null])).toEqual([1, 0, 4, null, null]);
    expect(values('1 reply, 4 likes, 80 things', [1, 0, 4, null, rounded(80, 80, 89, 'text')])).toEqual([1, 0, 4, 0, 80]);
  });
  test('gives up where it contradicts the buttons, or knows too little', () => {
    expect(values('1 reply, 4 likes', [2, 0, 4, null, null])).toEqual([null, null, null, null, null]);
    expect(values('1, 2, 3, 4, 5', [null, 2, null, null, null])).toEqual([null, null, null, null, null]);
    expect(values('1, 2, 3, 4, 5, 6', [1, 2, 3, null, 6])).toEqual([null, null, null, null, null]);
    expect(align('1 reply, 4 likes', [exact(2, 'label'), null, exact(4, 'label'), null, null], 0)).toBeNull();
    expect(align('1, 2, 3', [exact(2, 'label'), null, null, null, null], 0)).not.toBeNull();
  });
  test('tells what is cut off elsewhere by its own digits, and by no others', () => {
    const [some, likes] = [rounded(12_762, 12_762, 12_861, 'text'), rounded(98_500, 98_500, 98_599, 'text')];
    expect(values('1031, 12764, 98512, 3120, 4017357', [null, some, likes, null, null])).toEqual([1031, 12_764, 98_512, 3120, 4_017_357]);
    expect(values('12764, 98512, 3120, 4017357', [null, some, likes, null, null])).toEqual([0, 12_764, 98_512, 3120, 4_017_357]);
    expect(values('1031, 12764, 98512, 4017357', [null, some, likes, null, null])).toEqual([1031, 12_764, 98_512, null, null]);
    expect(align('1031, 12999, 98512, 3120, 4017357', [null, some, likes, null, null], 0)).toBeNull();
    expect(align('12764, 98512, 3120, 4017357, 7', [null, null, some, likes, null], 0)).toBeNull();
    expect(values('1031, 12764, 98512, 3120, 4017357', [null, null, likes, null, null])).toEqual([null, null, null, null, null]);
  });
  test('does not take a number written as a word for zero', () => {
    expect(values('15 إعجابًا، إشارة مرجعية واحدة، 300 مشاهدة', [0, 0, 15, null, 300])[3]).toBeNull();
  });
  test('knows zero again once every word has its place', () => {
    expect(values('ردّ واحد، 15 إعجابًا، 300 مشاهدة', [1, 0, 15, null, 300])).toEqual([null, 0, 15, 0, 300]);
    expect(values('ردّ واحد، 15 إعجابًا، إشارتان مرجعيتان، 300 مشاهدة', [1, 0, 15, null, 300])[3]).toBeNull();
    expect(values('1 ردّ، 15 إعجابًا، إشارة مرجعية واحدة، 300 مشاهدة', [1, 0, 15, null, 300])).toEqual([1, null, 15, null, 300]);
  });
});

describe('numbers of a label', () => {
  test.each([
    ['46 risposte, 73 repost, 939 Mi piace, 1210 segnalibri', [46, 73, 939, 1210]],
    ["46 réponses, 939 J'aime, 1210 signets", [46, 939, 1210]],
    ['46 답글, 73 재게시, 939 마음에 들어요', [46, 73, 939]],
    ['2.037 Mal gefällt mir. Gefällt mir', [2037]],
    ['1,234,567 views. View post analytics', [1234567]],
    ['٢٬٤١٠ إعجابًا', [2410]],
    ['٤٦ ردًا، ٢٤١٠٣٠ مشاهدة', [46, 241030]],
  ])('%s', (label, expected) => expect(numbersIn(label)).toEqual(expected));
  test('an abbreviated number is not a small one', () => {
    expect(numbersIn('12.3K views')).toBeNull();
    expect(numbersIn('1.2万 件の表示')).toBeNull();
  });
});

describe('a single post', () => {
  const article = (html: string) => {
    const page = new DOMParser().parseFromString(`<article data-testid="tweet">${html}</article>`, 'text/html');
    const at: PageContext = { url: new URL('https://x.com/home'), surface: { kind: 'feed', handle: null }, now: 0, counts: style('en') };
    const [element] = x.posts(page, at);
    return element ? x.read(element, at) : null;
  };
  const dated = '<a href="/HaldenTea/status/2001"><time datetime="2006-03-21T20:50:14.000Z">Mar 21</time></a>';
  const button = (label: string, shown: string) =>
    `<div role="group"><button data-testid="like" aria-label="${label}"><span data-testid="app-text-transition-container">${shown}</span></button></div>`;
  const likes = (label: string, shown: string) => article(dated + button(label, shown))?.metrics.likes;

  test('from before ids carried the time has the date that it shows', () => {
    const value = Date.UTC(2006, 2, 21, 20, 50, 14);
    expect(article(dated)?.published).toEqual({ value, low: value, high: value, from: 'attribute' });
  });
  test('whose label and visible number contradict each other is unread', () => {
    expect(likes('12345 Likes. Like', '<span>12K</span>')).toMatchObject({ as: 'exact', value: 12345 });
    expect(likes('12 mil Likes. Like', '<span>12K</span>')).toMatchObject({ as: 'unread', value: null });
  });
  test('whose number is just changing has the one in its label, or none', () => {
    expect(likes('506 Likes. Like', '<span>503</span><span>506</span>')).toMatchObject({ as: 'exact', value: 506 });
    expect(likes('Like', '<span>503</span><span>506</span>')).toMatchObject({ as: 'unread', value: null });
  });
  const listed = (label: string, ...buttons: string[]) =>
    article(`${dated}<div role="group" aria-label="${label}">${buttons.join('')}</div>`)?.metrics;
  const place = (name: string, label: string, shown = '') =>
    `<div role="button" data-testid="${name}" aria-label="${label}"><div><svg></svg></div><div><span data-testid="app-text-transition-container"><span>${shown}</span></span></div></div>`;
  test('takes no bare number that the label of all has no room for', () => {
    const likes = place('like', '7 Likes. Like', '7');
    expect(listed('7 likes', place('reply', 'Reply', '1,204'), place('retweet', 'Repost'), likes)).toMatchObject({
      comments: { as: 'unread', value: null },
      likes: { value: 7 },
    });
    expect(listed('ردّان، 7 إعجابات', place('reply', 'ردّان. رد', '2'), place('retweet', 'إعادة نشر'), likes)?.comments).toMatchObject({
      value: 2,
    });
  });
  test('takes a word for no state of a button whose number is lost', () => {
    const rest = [place('reply', '0 رد. رد'), place('retweet', '0 إعادة نشر. إعادة نشر')];
    const views = '<a href="/HaldenTea/status/2001/analytics" aria-label="77 مشاهدة"></a>';
    const lost = place('like', '0 إعجاب. إعجاب') + place('unlike', '1 إعجاب. تم الإعجاب', '1');
    expect(listed('إعجاب واحد، 77 مشاهدة', ...rest, lost, views)?.likes).toMatchObject({ as: 'unread', value: null });
  });
  test('keeps to itself in the layout whose quoted posts are blockquotes', () => {
    const quoted = '<div role="blockquote"><time datetime="2006-03-20T08:00:00.000Z"></time><div lang="en">Not mine.</div></div>';
    expect(article(`${dated}${quoted}`)).toMatchObject({ id: '2001', text: '', flags: { quote: true } });
    expect(article(`${quoted}${dated}<div lang="en">Mine.</div>`)).toMatchObject({
      text: 'Mine.',
      published: { value: Date.UTC(2006, 2, 21, 20, 50, 14) },
    });
  });
  test('with two ids is no post that we know', () => {
    expect(article(`${dated}<a href="/HaldenTea/status/2002/analytics"></a>`)).toBeNull();
  });
});

test('a count of posts is unread where another number has strayed beside it', async () => {
  const page = fixtures('x').find(({ name }) => name === 'profile-en') as Fixture;
  page.document.querySelector('h2')?.insertAdjacentHTML('afterend', '<div>3</div>');
  const { account } = await readFixture(x, page);
  expect(account.posts.value).not.toBe(3);
});

describe('posts read one by one', () => {
  const post = (id: string, more = '') =>
    `<div data-testid="cellInnerDiv"><article data-testid="tweet"><a href="/a/status/${id}"><time datetime="2026-03-21T20:50:14.000Z">Mar 21</time></a>${more}</article></div>`;
  const main = '2035000000000000001';
  const [answer, later] = ['2035000000000000002', '2035000000000000003'];

  test('are told apart by what the page is by then', () => {
    const page = new DOMParser().parseFromString(`<main>${post(main)}${post(answer)}</main>`, 'text/html');
    const surface = { kind: 'post', handle: 'a', postId: main } as const;
    const at: PageContext = { url: new URL(`https://x.com/a/status/${main}`), surface, now: 0, counts: style('en') };
    const flags = () => x.posts(page, at).map((element) => x.read(element, at)?.flags);
    expect(flags()).toMatchObject([{ reply: false }, { reply: true }]);
    page.querySelector('main')?.insertAdjacentHTML('beforeend', post(later, '<span>Paid partnership</span>'));
    expect(flags()).toMatchObject([{ reply: false }, { reply: true }, { reply: true, paid: true }]);
  });
});

describe('a page that changes', () => {
  const known = fixtures('x').filter(({ name }) => name === 'post-fr' || name === 'profile-ar');
  const renamed = (id: string) => (html: string) => html.replaceAll(`data-testid="${id}"`, 'data-testid="renamed"');
  const changes: [string, (html: string) => string][] = [
    ...'tweet reply retweet like bookmark app-text-transition-container User-Name tweetText Tweet-User-Avatar cellInnerDiv primaryColumn tweetPhoto UserName'
      .split(' ')
      .map((id): [string, (html: string) => string] => [`${id} renamed`, renamed(id)]),
    ['no labels on buttons', (html) => html.replace(/(<button[^>]*) aria-label="[^"]*"|(<button) aria-label="[^"]*"/g, '$1$2')],
    ['no labels at all', (html) => html.replace(/ aria-label="[^"]*"/g, '')],
    ['no groups', (html) => html.replaceAll('role="group"', '')],
    ['no links to figures', (html) => html.replaceAll('/analytics"', '/figures"')],
    ['no quoted blocks', (html) => html.replaceAll('tabindex="0" role="link"', '')],
    ['labels in other words', (html) => html.replace(/[a-zA-Zé'ء-ي]+(?=[^<>]*" role="group")/g, 'w')],
  ];
  test.each(changes)('%s: unread at worst, never wrong', (_, change) => {
    for (const fixture of known) for (const problem of differences(fixture, change)) expect.fail(`${fixture.name}: ${problem}`);
  });
});

/** What a changed page makes the reader say that is not true of the page; saying less is no difference. */
function differences(fixture: Fixture, change: (html: string) => string): string[] {
  const page = new DOMParser().parseFromString(change(fixture.document.documentElement.outerHTML), 'text/html');
  const surface = x.surface(fixture.url, page);
  if (!surface) return ['no surface'];
  const at: PageContext = { url: fixture.url, surface, now: fixture.now, counts: style(page.documentElement.lang) };
  const truth = new Map(fixture.expected.posts.map((post) => [post.id, post]));
  const problems: string[] = [];
  for (const element of x.posts(page, at)) {
    const post = x.read(element, at);
    if (post) problems.push(...wrongs(post, truth.get(post.id)));
  }
  const followers = x.account(page, at).followers;
  if (followers.value !== null && followers.value !== fixture.expected.account.followers?.value) problems.push('followers');
  return problems;
}

function wrongs(post: PostReading, truth: PostReading | undefined): string[] {
  if (!truth) return [`a post that is none: ${post.id}`];
  const wrong = post.author !== null && post.author !== truth.author ? [`author ${post.author}`] : [];
  for (const [name, { low, high }] of Object.entries(post.metrics)) {
    const value = truth.metrics[name as keyof typeof truth.metrics]?.value ?? Number.NaN;
    const known = !Number.isNaN(value);
    if (low !== null && high !== null && known && (value < low || value > high))
      wrong.push(`${post.id} ${name} [${low}, ${high}] for ${value}`);
  }
  return wrong;
}
