/** What the functions here leave on the page between the calls. They run in the page itself, as its own script would. */
interface Mirrored {
  jaugeMirror?: { picture: () => Record<string, string>; before: Record<string, string>; seen: Set<string>; stop: () => void };
}

/**
 * Makes the page compare itself from now on, every few milliseconds: its nodes, attributes, styles, globals, prototypes, requests, storage
 * and place in history; and listen to every event that it can name, and count every call of the methods through which pages are read.
 */
export function startMirror(): void {
  const seen = new Set<string>();
  const nameOf = (value: unknown) =>
    typeof value === 'function' ? `function ${Function.prototype.toString.call(value).length}` : typeof value;
  const shape = (of: object) =>
    Reflect.ownKeys(of)
      .map((key) => {
        const { value, get, set, enumerable } = Reflect.getOwnPropertyDescriptor(of, key) ?? {};
        return `${String(key)}:${nameOf(value)}:${nameOf(get)}:${nameOf(set)}:${enumerable}`;
      })
      .join('\n');
  const styles = () =>
    [...document.querySelectorAll('main, article, html, body')]
      .map((element) => JSON.stringify([...getComputedStyle(element)].length))
      .join();
  const picture = (): Record<string, string> => ({
    nodes: document.documentElement.outerHTML,
    sheets: `${document.styleSheets.length} ${document.adoptedStyleSheets.length} ${styles()}`,
    globals: shape(globalThis),
    document: shape(document),
    prototypes: [Object, Array, Function, Node, Element, HTMLElement, Document, EventTarget, Promise, JSON, XMLHttpRequest]
      .map((each) => shape('prototype' in each ? each.prototype : each))
      .join('\n'),
    requests: performance
      .getEntries()
      .filter(({ entryType }) => ['resource', 'navigation', 'mark', 'measure'].includes(entryType))
      .map(({ name }) => name)
      .join('\n'),
    storage: `${document.cookie} ${Object.keys(localStorage)} ${Object.keys(sessionStorage)}`,
    place: `${location.href} ${history.length} ${document.title} ${window.length} ${scrollX},${scrollY} ${document.activeElement?.nodeName} ${getSelection()?.toString()}`,
  });

  const observer = new MutationObserver((records) => {
    for (const { type, target } of records) seen.add(`${type} of ${target.nodeName}`);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  // What any click on the browser's own buttons causes, extension or not, and what the machine's sensors say at any time.
  const natural = /^(?:focus|blur|visibilitychange|resize|pointer|mouse|drag|scrollsnap|device)/;
  const events = [...Object.keys(globalThis), ...Object.keys(Document.prototype), ...Object.keys(HTMLElement.prototype)]
    .filter((name) => name.startsWith('on') && !natural.test(name.slice(2)))
    .map((name) => name.slice(2));
  for (const type of new Set(events)) addEventListener(type, () => seen.add(`event ${type}`), { capture: true });

  const watched: [object, string[]][] = [
    [Element.prototype, ['querySelector', 'querySelectorAll', 'getAttribute', 'matches', 'closest']],
    [Document.prototype, ['querySelector', 'querySelectorAll', 'createTreeWalker', 'createElement']],
    [EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
    [globalThis, ['fetch', 'postMessage', 'getComputedStyle']],
  ];
  const restore: (() => void)[] = [];
  let own = 0;
  for (const [holder, names] of watched) {
    for (const name of names) {
      const kept = Reflect.getOwnPropertyDescriptor(holder, name);
      const before = kept?.value as ((...given: unknown[]) => unknown) | undefined;
      if (!kept || !before) continue;
      const wrapped = function (this: unknown, ...given: unknown[]) {
        if (own === 0) seen.add(`call of ${name}`);
        return before.apply(this, given);
      };
      Reflect.defineProperty(holder, name, { ...kept, value: wrapped });
      restore.push(() => Reflect.defineProperty(holder, name, kept));
    }
  }

  const quietly = () => {
    own += 1;
    try {
      return picture();
    } finally {
      own -= 1;
    }
  };
  const holder = globalThis as unknown as Mirrored;
  holder.jaugeMirror = { picture: quietly, before: {}, seen, stop: () => undefined };
  const before = quietly();
  const compare = () => {
    const now = quietly();
    for (const name of Object.keys(now)) if (now[name] !== before[name]) seen.add(`${name} differ`);
  };
  const timer = setInterval(compare, 5);
  holder.jaugeMirror.stop = () => {
    clearInterval(timer);
    compare();
    observer.disconnect();
    for (const back of restore) back();
  };
}

/** What the page noticed since. */
export function stopMirror(): string[] {
  const { jaugeMirror } = globalThis as unknown as Mirrored;
  if (!jaugeMirror) return ['the mirror is gone'];
  jaugeMirror.stop();
  return [...jaugeMirror.seen];
}

/** Proves that the mirror sees: does what an extension must not do. */
export function misbehave(): void {
  document.body.append(document.createElement('i'));
  dispatchEvent(new Event('message'));
  Reflect.set(globalThis, 'jaugeWasHere', true);
}
