// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import { web } from '../../lib/networks/web';

const ADDRESS = 'https://www.kiosk.example/blog/a-lamp';
const OG = '<meta property="og:type" content="article"><meta name="pubdate" content="2026-01-01T00:00:00Z">';

async function read(head: string, body: string, address = ADDRESS): Promise<PostReading[]> {
  const page = new DOMParser().parseFromString(`<html lang="en"><head>${head}</head><body>${body}</body></html>`, 'text/html');
  const outcome = await readPage(web, page, new URL(address), Date.UTC(2026, 2, 15));
  return outcome.ok ? outcome.capture.posts : [];
}
const values = (posts: PostReading[]) =>
  posts.map(({ id, metrics }) => [id, ...Object.entries(metrics).map(([name, { value }]) => `${name} ${value}`)]);
const script = (code: string) => `<script type="application/ld+json; charset=utf-8">${code}</script>`;
const counter = (kind: string, count: number) =>
  `<div itemprop="interactionStatistic" itemscope itemtype="https://schema.org/InteractionCounter"><meta itemprop="interactionType" content="https://schema.org/${kind}"><meta itemprop="userInteractionCount" content="${count}"></div>`;

describe('forums whose replies are postings too', () => {
  const posting = (place: number, likes: number, address = '') =>
    `<div itemscope itemtype="https://schema.org/DiscussionForumPosting">${address}<meta itemprop="headline" content="A lamp of glass"><span itemprop="position">${place}</span><div itemprop="articleBody"><h1>Said</h1></div>${counter('LikeAction', likes)}</div>`;
  const heading = '<h1>A lamp of glass</h1>';
  const address = `<link itemprop="mainEntityOfPage" href="${ADDRESS}">`;

  test('the topic has the likes of its first posting', async () => {
    const found = await read('', `${heading}${posting(1, 7, address)}${posting(2, 90, address)}${posting(3, 80)}`);
    expect(values(found)).toEqual([['kiosk.example/blog/a-lamp', 'likes 7']]);
  });

  test.each([
    ['with the topic’s address', posting(21, 90, address) + posting(22, 80, address)],
    ['without an address', posting(21, 90) + posting(22, 80)],
    ['alone', posting(21, 90)],
  ])('a later page’s replies are not the topic (%s)', async (_, replies) => {
    expect(values(await read('', heading + replies, `${ADDRESS}?page=2`))).toEqual([]);
  });
});

describe('data as sites write it', () => {
  const article = `{"@type":"Article","url":"${ADDRESS}","headline":"A lamp","articleBody":"One\nand\ttwo","commentCount":14}`;
  test.each([
    ['line breaks in texts', article],
    ['a semicolon behind', `${article};\n`],
    ['a comment around', `\n//<![CDATA[\n${article}\n//]]>\n`],
    ['a comment for old browsers around', `<!--\n${article};\n//-->`],
    ['half a megabyte of spaces in it', article.replace('{', `{${' '.repeat(500_000)}`)],
  ])('%s', async (_, code) => {
    expect(values(await read(script(code), '<h1>A lamp</h1>'))).toEqual([['kiosk.example/blog/a-lamp', 'comments 14']]);
  });

  test('questions that an article answers itself are no posts', async () => {
    const asked = '{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"How bright?","answerCount":1},{"@type":"Question"}]}';
    expect(values(await read(OG + script(asked), '<h1>A lamp</h1>'))).toEqual([['kiosk.example/blog/a-lamp']]);
  });

  test('nor is a recording that stands in one', async () => {
    const video = '{"@type":"VideoObject","name":"A film","interactionCount":12}';
    expect(values(await read(OG + script(video), '<h1>A lamp</h1>'))).toEqual([['kiosk.example/blog/a-lamp']]);
    expect(values(await read(script(video), '<h1>Another film</h1>'))).toEqual([]);
  });

  test('a video’s count without a name is its views, and nobody else’s', async () => {
    const thing = (type: string) => script(`{"@type":"${type}","url":"${ADDRESS}","name":"A film","interactionCount":"1234"}`);
    expect(values(await read(thing('VideoObject'), '<h1>A film</h1>'))).toEqual([['kiosk.example/blog/a-lamp', 'views 1234']]);
    expect(values(await read(thing('Article'), '<h1>A film</h1>'))).toEqual([['kiosk.example/blog/a-lamp']]);
  });
});

describe('data at another address', () => {
  const article = (type: string, url: string, name: string, count: number) =>
    script(JSON.stringify({ '@type': type, url, headline: name, commentCount: count }));

  test('the page for telephones has the site’s data', async () => {
    const head = article('Article', ADDRESS, 'A lamp of glass', 31);
    const body = '<h1>A lamp of glass</h1>';
    expect(values(await read(head, body, 'https://m.kiosk.example/blog/a-lamp'))).toEqual([['m.kiosk.example/blog/a-lamp', 'comments 31']]);
    expect(values(await read(head, body, 'https://copies.example/blog/a-lamp'))).toEqual([]);
  });

  test('a later page of a thread has the thread’s', async () => {
    const head = article('DiscussionForumPosting', ADDRESS, 'A lamp of glass', 52);
    expect(values(await read(head, '<h1>A lamp of glass</h1>', `${ADDRESS}/page-3`))).toEqual([
      ['kiosk.example/blog/a-lamp', 'comments 52'],
    ]);
    expect(values(await read(head, '<h1>Another thread</h1>', `${ADDRESS}/page-3`))).toEqual([]);
  });

  test('of several things at one address the one with the page’s headline', async () => {
    const head = article('Recipe', ADDRESS, 'Soup of glass', 2) + article('HowTo', ADDRESS, 'Blowing glass', 3);
    const body = '<h1>A lamp of glass</h1>';
    expect(values(await read(head + article('Article', ADDRESS, 'A lamp of glass', 31), body))).toEqual([
      ['kiosk.example/blog/a-lamp', 'comments 31'],
    ]);
    expect(values(await read(head + article('Article', ADDRESS, 'A chair of glass', 31), body))).toEqual([]);
  });
});

describe('where a marked-up post is', () => {
  const post = (inside: string, more = '') =>
    `<article itemscope itemtype="https://schema.org/BlogPosting" ${more}>${inside}<meta itemprop="commentCount" content="3"></article>`;

  test.each([
    ['its item id', post('<h2 itemprop="headline">Chairs</h2>', 'itemid="/blog/chairs"'), ['kiosk.example/blog/chairs', 'comments 3']],
    [
      'its headline’s link',
      post('<a href="/blog/chairs"><h2 itemprop="headline">Chairs</h2></a>'),
      ['kiosk.example/blog/chairs', 'comments 3'],
    ],
    [
      'a headline that is a link',
      post('<a itemprop="headline" href="/blog/chairs">Chairs</a>'),
      ['kiosk.example/blog/chairs', 'comments 3'],
    ],
  ])('%s', async (_, body, expected) => {
    const [found, ...more] = await read('', body, 'https://www.kiosk.example/blog');
    expect(values([found as PostReading])).toEqual([expected]);
    expect([found?.text, more]).toEqual(['Chairs', []]);
  });

  test('not where its headline links to another site', async () => {
    const body = post('<h2 itemprop="headline"><a href="https://elsewhere.example/chairs">Chairs</a></h2>');
    expect(values(await read('', body, 'https://www.kiosk.example/blog'))).toEqual([]);
  });

  test('not at the address of Google’s example', async () => {
    const copied = '<meta itemprop="mainEntityOfPage" itemscope itemtype="https://schema.org/WebPage" itemid="https://google.com/article">';
    expect(values(await read('', post(`${copied}<h1 itemprop="headline">A lamp of glass</h1>`)))).toEqual([
      ['kiosk.example/blog/a-lamp', 'comments 3'],
    ]);
  });

  test('beside others without an address, the one with the page’s heading', async () => {
    const other = post('<h3 itemprop="headline">Another lamp</h3>').replace('"3"', '"98"');
    expect(values(await read('', other + post('<h1 itemprop="headline">A lamp of glass</h1>') + other))).toEqual([
      ['kiosk.example/blog/a-lamp', 'comments 3'],
    ]);
    expect(values(await read('', `<h1>Another lamp</h1>${other}${other}`))).toEqual([]);
  });

  test('two numbers beside a link to the comments are none', async () => {
    const body = post('<span itemprop="interactionCount"><a href="#comments">4</a> <b>19</b></span>').replace(/<meta[^>]*>/, '');
    const [found] = await read('', body.replace('>', '><h1 itemprop="headline">A lamp of glass</h1>'));
    expect(found?.metrics.comments).toMatchObject({ value: null, as: 'unread' });
  });
});

test('a recording has plays, likes and comments as they were counted before 2014', async () => {
  const counts = ['UserLikes:1700', 'UserDownloads:4751', 'UserComments:181', 'UserPlays:54688'];
  const marked = counts.map((each) => `<meta itemprop="interactionCount" content="${each}">`).join('');
  const song = `<article itemscope itemtype="http://schema.org/MusicRecording"><h1 itemprop="name"><a itemprop="url" href="${ADDRESS}">A lamp</a> by <a href="/ann">Ann</a></h1>${marked}</article>`;
  expect(values(await read('', song))).toEqual([['kiosk.example/blog/a-lamp', 'likes 1700', 'comments 181', 'views 54688']]);
});
