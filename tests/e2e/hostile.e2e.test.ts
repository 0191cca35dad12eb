import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Capture } from '../../lib/model/capture';
import { longXPage } from '../bench/long-page';
import type { Chromium } from '../browser/chromium';
import { hugePage, LUMEN_URL, lumenPage, truth } from './pages';
import { onStage, readAgain, until } from './stage';

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

/** Puts a change into the page before it is read, as its own script would. */
async function readAfter(chromium: Chromium, url: string, change: (page: Page) => Promise<unknown>): Promise<Capture> {
  const page = await chromium.open(url);
  await change(page);
  await chromium.clickToolbar(page);
  const answer = await until(
    () => readAgain(chromium).catch(() => null),
    (read) => read !== null,
    60_000,
  );
  if (!answer || !('ok' in answer) || !answer.ok) throw new Error(JSON.stringify(answer));
  return answer.capture;
}

const onPage = (html: string, run: (chromium: Chromium) => Promise<void>, url = LUMEN_URL) =>
  onStage({ pages: (address) => (address === url ? html : null) }, run);

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

test('fields of a form that hide methods and properties, around, beside and inside posts', () =>
  onPage(
    lumenPage()
      .replace('<main', `<form id="around">${fields}<main`)
      .replaceAll('</article>', `<form>${fields}</form></article>`)
      .replaceAll('<div role="group"', `<form hidden>${fields}</form><div role="group"`),
    async (chromium) => {
      const capture = await readAfter(chromium, LUMEN_URL, async () => undefined);
      expect(countsOf(capture)).toEqual(truth());
    },
  ));

test('elements whose names hide the document’s own methods and properties', () =>
  onPage(
    lumenPage().replace(
      '</main>',
      `${[...SHADOWED, ...CLOBBERED].map((name) => `<form name="${name}"></form><img name="${name}">`).join('')}</main>`,
    ),
    async (chromium) => {
      const capture = await readAfter(chromium, LUMEN_URL, async () => undefined);
      expect(countsOf(capture)).toEqual(truth());
    },
  ));

test('prototypes that the page has patched', () =>
  onPage(lumenPage(), async (chromium) => {
    const capture = await readAfter(chromium, LUMEN_URL, (page) => page.evaluate(patchEverything));
    expect(countsOf(capture)).toEqual(truth());
  }));

test.each(['main', '[data-testid="tweetText"]'])('ten thousand levels around %s', (selector) =>
  onPage(lumenPage(), async (chromium) => {
    const capture = await readAfter(chromium, LUMEN_URL, (page) => page.evaluate(deepen, selector, 10_000));
    expect(countsOf(capture)).toEqual(truth());
    expect(capture.ms).toBeLessThan(5000);
  }),
);

test.each([
  ['words', 'lamps and light '],
  ['tags and digits', '#1,2.3K 4 567 @a_b.c٣ '],
  ['no space at all', '9,'],
])('captions of a megabyte of %s', (_, piece) =>
  onPage(lumenPage(), async (chromium) => {
    const caption = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const capture = await readAfter(chromium, LUMEN_URL, (page) => page.evaluate(writeCaptions, caption));
    expect(countsOf(capture)).toEqual(truth());
    for (const { text } of capture.posts) expect(text.length).toBeLessThanOrEqual(5000);
    expect(capture.ms).toBeLessThan(5000);
  }),
);

test('a million nodes beside the posts', () =>
  onPage(hugePage(1_000_000), async (chromium) => {
    const capture = await readAfter(chromium, LUMEN_URL, async () => undefined);
    if (capture.coverage.partial === null) expect(countsOf(capture)).toEqual(truth());
    expect(capture.ms).toBeLessThan(10_000);
  }));

test('a page with more posts than anybody looks at is cut short, and says so', () => {
  const { url, html } = longXPage(2100);
  return onPage(
    html,
    async (chromium) => {
      const { posts, coverage } = await readAfter(chromium, url, async () => undefined);
      expect(posts.length).toBe(2000);
      expect(coverage).toMatchObject({ seen: 2100, partial: 'too-many-posts' });
    },
    url,
  );
});

test('a page that changes while it is read: every number is one post’s own', () =>
  onPage(lumenPage(), async (chromium) => {
    const capture = await readAfter(chromium, LUMEN_URL, (page) => page.evaluate(shuffleForEver));
    expectNothingWrong(capture);
  }));

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

/** Runs in the page. The parser stops at 512 levels; scripts do not. Chromium itself dies of some thousand levels of boxes, so these make none. */
function deepen(selector: string, levels: number): void {
  const place = document.querySelector(selector);
  let inside: Node[] = [...(place?.childNodes ?? [])];
  for (let level = 0; level < levels; level += 1) {
    const div = document.createElement('div');
    div.style.display = 'contents';
    div.append(...inside);
    inside = [div];
  }
  place?.append(...inside);
}

/** Runs in the page. Two are enough: to lay them out takes the browser longer than it takes to read them. */
function writeCaptions(caption: string): void {
  for (const words of [...document.querySelectorAll('[data-testid="tweetText"]')].slice(0, 2)) words.textContent = caption;
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
