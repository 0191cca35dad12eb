import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Capture } from '../../lib/model/capture';
import { longXPage } from '../bench/long-page';
import { hugePage, LUMEN_URL, lumenPage, truth } from './pages';
import { sharedStage } from './shared-stage';
import { readAgain, until } from './stage';

/** Names under which a form's fields, or named elements of a document, hide what they inherit. */
const SHADOWED = [
  ...['getAttribute', 'hasAttribute', 'querySelector', 'querySelectorAll', 'closest', 'matches', 'textContent', 'innerHTML', 'children'],
  ...['childNodes', 'firstChild', 'parentElement', 'parentNode', 'attributes', 'nextElementSibling', 'previousElementSibling', 'contains'],
  ...[
    'nodeType',
    'nodeName',
    'tagName',
    'localName',
    'id',
    'className',
    'ownerDocument',
    'lang',
    'dir',
    'length',
    'title',
    'compareDocumentPosition',
  ],
];
const CLOBBERED = [
  'documentElement',
  'body',
  'head',
  'readyState',
  'createTreeWalker',
  'getElementById',
  'defaultView',
  'baseURI',
  'URL',
  'cookie',
];
const fields = SHADOWED.map((name) => `<input name="${name}" value="7">`).join('');

let shown = { url: LUMEN_URL, html: '' };
const stage = sharedStage({ pages: (address) => (address === shown.url ? shown.html : null) });

/** What is read of a page into which a change was put, as its own script would put it. */
async function readOf(html: string, change?: (page: Page) => Promise<unknown>, url = LUMEN_URL): Promise<Capture> {
  shown = { url, html };
  const chromium = stage();
  const page = await chromium.open(url);
  try {
    await change?.(page);
    await chromium.clickToolbar(page);
    const answer = await until(
      () => readAgain(chromium).catch(() => null),
      (read) => read !== null,
      60_000,
    );
    if (!answer || !('ok' in answer) || !answer.ok) throw new Error(JSON.stringify(answer));
    return answer.capture;
  } finally {
    await page.close();
  }
}

const countsOf = ({ posts }: Capture) =>
  posts.map(({ id, metrics }) => ({ id, counts: Object.fromEntries(Object.entries(metrics).map(([name, { value }]) => [name, value])) }));
/** No number may be another than the true one; that one is missing is honest. */
function expectNothingWrong(capture: Capture): void {
  const truths = new Map(truth().map(({ id, counts }) => [id, counts as Record<string, number | null>]));
  const wrong = countsOf(capture).flatMap(({ id, counts }) =>
    Object.entries(counts).filter(([name, value]) => value !== null && value !== truths.get(id)?.[name]),
  );
  expect(wrong).toEqual([]);
}

test('fields of a form that hide methods and properties, around, beside and inside posts', async () => {
  const html = lumenPage()
    .replace('<main', `<form id="around">${fields}<main`)
    .replaceAll('</article>', `<form>${fields}</form></article>`)
    .replaceAll('<div role="group"', `<form hidden>${fields}</form><div role="group"`);
  expect(countsOf(await readOf(html))).toEqual(truth());
});

test('elements whose names hide the document’s own methods and properties', async () => {
  const named = [...SHADOWED, ...CLOBBERED].map((name) => `<form name="${name}"></form><img name="${name}">`).join('');
  expect(countsOf(await readOf(lumenPage().replace('</main>', `${named}</main>`)))).toEqual(truth());
});

test('prototypes that the page has patched', async () => {
  expect(countsOf(await readOf(lumenPage(), (page) => page.evaluate(patchEverything)))).toEqual(truth());
});

test.each(['main', '[data-testid="tweetText"]'])('ten thousand levels around %s', async (selector) => {
  const capture = await readOf(lumenPage(), (page) => page.evaluate(deepen, selector, 10_000));
  expect(countsOf(capture)).toEqual(truth());
  expect(capture.ms).toBeLessThan(5000);
});

test.each([
  ['words', 'lamps and light '],
  ['tags and digits', '#1,2.3K 4 567 @a_b.c٣ '],
  ['no space at all', '9,'],
])('captions of a megabyte of %s', async (_, piece) => {
  const caption = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const capture = await readOf(lumenPage(), (page) => page.evaluate(writeCaptions, caption));
  expect(countsOf(capture)).toEqual(truth());
  for (const { text } of capture.posts) expect(text.length).toBeLessThanOrEqual(5000);
  expect(capture.ms).toBeLessThan(5000);
});

test('a million nodes beside the posts', async () => {
  const capture = await readOf(hugePage(1_000_000));
  if (capture.coverage.partial === null) expect(countsOf(capture)).toEqual(truth());
  expect(capture.ms).toBeLessThan(10_000);
});

test('a page with more posts than anybody looks at is cut short, and says so', async () => {
  const { url, html } = longXPage(2100);
  const undrawn = html.replace('</head>', '<style>article { content-visibility: hidden; contain-intrinsic-height: 300px }</style></head>');
  const { posts, coverage } = await readOf(undrawn, undefined, url);
  expect(posts.length).toBe(2000);
  expect(coverage).toMatchObject({ seen: 2100, partial: 'too-many-posts' });
});

test('a page that changes while it is read: every number is one post’s own', async () => {
  expectNothingWrong(await readOf(lumenPage(), (page) => page.evaluate(shuffleForEver)));
});

/** Runs in the page: whatever a script could want from them now fails. */
function patchEverything(): void {
  const fail = () => {
    throw new Error('patched');
  };
  const holders = [
    Array.prototype,
    String.prototype,
    Element.prototype,
    Node.prototype,
    Document.prototype,
    Map.prototype,
    RegExp.prototype,
    Promise.prototype,
  ];
  const patch = () => {
    for (const holder of holders) {
      for (const name of Object.getOwnPropertyNames(holder)) {
        const own = Object.getOwnPropertyDescriptor(holder, name);
        if (name === 'constructor' || !own?.configurable) continue;
        Object.defineProperty(holder, name, 'value' in own ? { ...own, value: fail } : { ...own, get: fail });
      }
    }
    JSON.parse = fail;
    globalThis.fetch = fail;
  };
  // After this call has been answered: the browser's own tools need them to answer it.
  setTimeout(patch, 0);
}

/**
 * Runs in the page. The parser stops at 512 levels; scripts do not. Chromium itself dies of some thousand levels of boxes, so these make
 * none. Put together of long pieces: to add one level at a time takes the browser a time that grows with the square of their number.
 */
function deepen(selector: string, levels: number): void {
  const place = document.querySelector(selector);
  let inside: Node[] = [...(place?.childNodes ?? [])];
  for (let left = levels; left > 0; left -= 500) {
    const holder = document.createElement('template');
    holder.innerHTML = '<div style="display:contents">'.repeat(500);
    let innermost: Element | null = holder.content.firstElementChild;
    while (innermost?.firstElementChild) innermost = innermost.firstElementChild;
    innermost?.append(...inside);
    inside = [...holder.content.childNodes];
  }
  place?.append(...inside);
}

/** Runs in the page. They are not drawn: to lay them out takes the browser longer than it takes to read them. */
function writeCaptions(caption: string): void {
  for (const words of document.querySelectorAll<HTMLElement>('[data-testid="tweetText"]')) {
    words.style.contentVisibility = 'hidden';
    words.textContent = caption;
  }
}

/** Runs in the page. */
function shuffleForEver(): void {
  setInterval(() => {
    const cells = [...document.querySelectorAll('[data-testid="cellInnerDiv"]')];
    const cell = cells[Math.floor(Math.random() * cells.length)];
    const list = cell?.parentElement;
    if (!cell || !list) return;
    cell.remove();
    setTimeout(() => list.prepend(cell), 3);
  }, 1);
}
