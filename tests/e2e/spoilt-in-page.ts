import { readPage } from '../../lib/capture/read-page';
import { skeletonOf } from '../../lib/capture/skeleton';
import type { PostReading } from '../../lib/model/capture';
import { networks } from '../../lib/networks';
import { uniform } from '../../lib/stats/random';

/** What a form's fields, and a document's pictures, can stand in the place of. */
const NAMES = [
  ...['getAttribute', 'getAttributeNames', 'hasAttribute', 'attributes', 'querySelector', 'querySelectorAll', 'closest', 'matches', 'item'],
  ...['contains', 'compareDocumentPosition', 'getElementsByTagName', 'getElementById', 'getRootNode', 'ownerDocument', 'isConnected'],
  ...['children', 'childNodes', 'childElementCount', 'firstChild', 'lastChild', 'firstElementChild', 'lastElementChild', 'nextSibling'],
  ...['previousSibling', 'nextElementSibling', 'previousElementSibling', 'parentNode', 'parentElement', 'textContent', 'innerText'],
  ...['innerHTML', 'outerHTML', 'nodeType', 'nodeName', 'nodeValue', 'tagName', 'localName', 'id', 'className', 'classList', 'dataset'],
  ...['lang', 'dir', 'title', 'length', 'style', 'hidden', 'href', 'src', 'alt', 'data', 'baseURI', 'append', 'toString', 'constructor'],
];
const OF_DOCUMENTS = [
  'documentElement',
  'body',
  'head',
  'readyState',
  'createTreeWalker',
  'implementation',
  'defaultView',
  'URL',
  'scripts',
];
/** How many elements may be in what is repeated. */
const LARGEST = 8;
const PLACES = 'div,li,section,ul,p,h1,h2,h3,header,main,article';

export interface Spoilt {
  /** What was thrown; null where nothing was. */
  thrown: string | null;
  posts: PostReading[];
}

/**
 * Reads a page in which some elements became forms whose fields are called as what scripts ask of elements, twice each, and in which pictures
 * are called so too. `share` is how many of the elements.
 */
async function read(network: string, html: string, url: string, now: number, share: number, seed: number): Promise<Spoilt> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const draw = uniform(seed);
  const { body } = page;
  for (const element of body.querySelectorAll(PLACES)) {
    if (draw() >= share) continue;
    const form = page.createElement('form');
    for (const { name, value } of element.attributes) form.setAttribute(name, value);
    form.append(...element.childNodes);
    element.replaceWith(form);
    // Two of a name: what stands in the place of the method is a list, not even an element.
    for (const name of [...NAMES, ...NAMES]) Element.prototype.append.call(form, made(page, 'input', name));
  }
  for (const name of [...NAMES, ...OF_DOCUMENTS, ...NAMES, ...OF_DOCUMENTS]) Element.prototype.append.call(body, made(page, 'img', name));
  return readSpoilt(network, page, url, now);
}

async function readSpoilt(network: string, page: Document, url: string, now: number): Promise<Spoilt> {
  const reader = networks.find(({ id }) => id === network);
  try {
    if (!reader) throw new Error(`There is no network ${network}.`);
    skeletonOf(page);
    const outcome = await readPage(reader, page, new URL(url), now);
    return { thrown: null, posts: outcome.ok ? outcome.capture.posts : [] };
  } catch (error) {
    return { thrown: error instanceof Error ? `${error.stack}` : `${error}`, posts: [] };
  }
}

function made(page: Document, kind: 'input' | 'img', name: string): Element {
  const element = Document.prototype.createElement.call(page, kind);
  element.setAttribute('name', name);
  element.setAttribute('hidden', '');
  return element;
}

/** Reads a page after one of its texts, a random one, became a megabyte of a few letters. */
async function readLong(network: string, html: string, url: string, now: number, piece: string, seed: number): Promise<Spoilt> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) texts.push(walker.currentNode as Text);
  const shown = texts.filter(({ parentElement }) => !parentElement?.closest('script,style'));
  const text = shown[Math.floor(uniform(seed)() * shown.length)];
  if (text) text.data = piece.repeat(Math.ceil(1_000_000 / piece.length));
  return readSpoilt(network, page, url, now);
}

/** Reads a page in which one of its smaller parts, a random one, stands thousands of times. */
async function readMany(network: string, html: string, url: string, now: number, many: number, seed: number): Promise<Spoilt> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const parts = [...page.body.querySelectorAll(':not(script,style,noscript)')].filter(
    (part) => part.querySelectorAll('*').length <= LARGEST,
  );
  const part = parts[Math.floor(uniform(seed)() * parts.length)];
  part?.after(...Array.from({ length: many }, () => part.cloneNode(true)));
  return readSpoilt(network, page, url, now);
}

export const spoiltIn = () => ({ read, readLong, readMany });
