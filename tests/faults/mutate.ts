/** What was changed in a page, and what text and attribute values the change took along. */
export interface Mutation {
  how: 'delete' | 'rename' | 'move' | 'nest' | 'duplicate';
  of: 'node' | 'attribute';
  said: string;
  /** Values that were deleted, moved or copied, folded. */
  carried: string;
  /** Whether a node was taken away whole: what it stood in still holds something else, or is empty as another such place of the page was before. */
  clean: boolean;
}

/** Where changes are aimed: places in the list of all elements, in page order. */
export interface Aims {
  anywhere: number[];
  /** Inside post elements, these included. */
  posts: number[];
}

type Draw = () => number;

const HOW: Mutation['how'][] = ['delete', 'rename', 'move', 'nest', 'duplicate'];
/** Elements without an inside, or whose inside is no markup. */
const CLOSED = /^(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|script|style|template|textarea|title|noscript|iframe)$/i;
const ROOT = /^(html|head|body)$/i;
const PLAIN_TAGS = ['div', 'span', 'section', 'p', 'a', 'li', 'button', 'article', 'x-renamed'];
const TRIES = 40;

const pick = <T>(list: readonly T[], draw: Draw): T | undefined => list[Math.floor(draw() * list.length)];
const folded = (value: string) => value.replace(/\s+/gu, ' ').trim();

/** Text and attribute values of an element and of all that is in it, one a line. */
export function valuesOf(element: Element): string {
  const inside = [element, ...element.querySelectorAll('*')];
  return [element.textContent ?? '', ...inside.flatMap((each) => [...each.attributes].map(({ value }) => value))].map(folded).join('\n');
}

function named(element: Element): string {
  const shown = [...element.attributes].slice(0, 4).map(({ name, value }) => ` ${name}="${value.slice(0, 40)}"`);
  return `<${element.localName}${shown.join('')}> "${folded(element.textContent ?? '').slice(0, 40)}"`;
}

/**
 * One random change of structure; texts and attribute values stay as they are. Half of the changes hit the neighbourhood of posts.
 * An attribute is never put where one of its name is already: that would change a value.
 */
export function mutate(page: Document, aims: Aims, draw: Draw): Mutation {
  const elements = [...page.querySelectorAll('*')];
  const aim = (): Element | undefined => {
    const place = pick(draw() < 0.5 && aims.posts.length ? aims.posts : aims.anywhere, draw);
    return place === undefined ? undefined : elements[place];
  };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const how = pick(HOW, draw) ?? 'delete';
    const target = aim();
    if (!target) continue;
    const done = draw() < 0.5 ? changeNode(how, target, elements, aim, draw) : changeAttribute(how, target, elements, aim, draw);
    if (done) return { how, ...done };
  }
  throw new Error('This page has nothing to change.');
}

type Done = Omit<Mutation, 'how'> | null;

/** What an element is without what is in it: its name, its attributes, and what it stands among. */
const outline = (element: Element): string => {
  const own = (each: Element) => `${each.localName} ${[...each.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')}`;
  return [own(element), ...siblingsOf(element).map((each) => each.localName)].join('/');
};

/** Whether another empty element stands in the page as this one does: an empty place that the network itself leaves. */
const leftEmptyToo = (home: Element): boolean =>
  [...home.ownerDocument.querySelectorAll(`${home.localName}:empty`)].some((each) => each !== home && outline(each) === outline(home));

function changeNode(how: Mutation['how'], target: Element, elements: Element[], aim: () => Element | undefined, draw: Draw): Done {
  if (ROOT.test(target.localName)) return null;
  const before = `${how} node ${named(target)}`;
  const carried = valuesOf(target);
  const home = target.parentElement;
  const done = (more = ''): Done => {
    const gone = (how === 'delete' || how === 'move') && home !== null && !home.contains(target);
    const clean = gone && (home.innerHTML.trim() !== '' || leftEmptyToo(home));
    return { of: 'node', said: before + more, carried, clean };
  };
  if (how === 'delete') {
    target.remove();
    return done();
  }
  if (how === 'rename') {
    const tag = draw() < 0.5 ? pick(PLAIN_TAGS, draw) : pick(elements, draw)?.localName;
    if (!tag || tag === target.localName || CLOSED.test(tag) || ROOT.test(tag) || CLOSED.test(target.localName)) return null;
    const other = target.ownerDocument.createElementNS(target.namespaceURI, tag);
    for (const { name, value } of target.attributes) other.setAttribute(name, value);
    other.append(...target.childNodes);
    target.replaceWith(other);
    return done(` to ${tag}`);
  }
  if (how === 'nest' && draw() < 0.5) {
    const wrapper = target.ownerDocument.createElement(pick(PLAIN_TAGS, draw) ?? 'div');
    target.replaceWith(wrapper);
    wrapper.append(target);
    return done(` in a new ${wrapper.localName}`);
  }
  const place = how === 'nest' ? pick(siblingsOf(target), draw) : draw() < 0.5 ? (target.parentElement ?? undefined) : aim();
  if (!place || CLOSED.test(place.localName) || /^html$/i.test(place.localName)) return null;
  if (target === place || (target.contains(place) && how !== 'duplicate')) return null;
  const moved = how === 'duplicate' ? (target.cloneNode(true) as Element) : target;
  const before2 = pick([...place.childNodes, null], draw) ?? null;
  if (before2 === target && how !== 'duplicate') return null;
  place.insertBefore(moved, before2);
  return done(` into ${named(place)}`);
}

const siblingsOf = (element: Element): Element[] => [...(element.parentElement?.children ?? [])].filter((each) => each !== element);

function changeAttribute(how: Mutation['how'], target: Element, elements: Element[], aim: () => Element | undefined, draw: Draw): Done {
  const attribute = pick([...target.attributes], draw);
  if (!attribute) return null;
  const { name, value } = attribute;
  const before = `${how} attribute ${name}="${value.slice(0, 60)}" of ${named(target)}`;
  const done = (more = ''): Done => ({ of: 'attribute', said: before + more, carried: folded(value), clean: false });
  if (how === 'delete') {
    target.removeAttribute(name);
    return done();
  }
  if (how === 'rename') {
    const known = pick([...(pick(elements, draw)?.attributes ?? [])], draw)?.name;
    const other = draw() < 0.5 || !known ? `${name}-renamed` : known;
    if (target.hasAttribute(other)) return null;
    target.removeAttribute(name);
    target.setAttribute(other, value);
    return done(` to ${other}`);
  }
  if (how === 'nest' && draw() < 0.5) {
    if (ROOT.test(target.localName)) return null;
    const wrapper = target.ownerDocument.createElement('div');
    target.removeAttribute(name);
    wrapper.setAttribute(name, value);
    target.replaceWith(wrapper);
    wrapper.append(target);
    return done(' onto a new element around it');
  }
  const near = [...siblingsOf(target), ...target.children, ...(target.parentElement ? [target.parentElement] : [])];
  const place = how === 'nest' ? pick([...target.children], draw) : draw() < 0.5 ? pick(near, draw) : aim();
  if (!place || place === target || place.hasAttribute(name)) return null;
  if (how !== 'duplicate') target.removeAttribute(name);
  place.setAttribute(name, value);
  return done(` onto ${named(place)}`);
}
