/** What the functions here leave on the page between the two calls. They run in the page itself, as its own script would. */
interface Spied {
  jaugeSpy?: { seen: string[]; names: Set<string>; observer: MutationObserver };
}

/** Notes from now on everything that a page's own script could notice: changed nodes, messages, scrolling, focus, selection. */
export function startSpying(): void {
  const seen: string[] = [];
  const names = new Set(Object.getOwnPropertyNames(globalThis));
  const observer = new MutationObserver((records) => seen.push(...records.map((record) => `${record.type} of ${record.target.nodeName}`)));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const type of [
    'message',
    'scroll',
    'click',
    'mousedown',
    'keydown',
    'selectionchange',
    'hashchange',
    'popstate',
    'securitypolicyviolation',
    'error',
    'unhandledrejection',
  ]) {
    globalThis.addEventListener(type, (event) => seen.push(`event ${event.type}`), { capture: true });
  }
  (globalThis as unknown as Spied).jaugeSpy = { seen, names, observer };
}

/** What was noticed since, new global names included. */
export function stopSpying(): string[] {
  const { jaugeSpy } = globalThis as unknown as Spied;
  if (!jaugeSpy) return ['the spy is gone'];
  const { seen, names, observer } = jaugeSpy;
  seen.push(...observer.takeRecords().map((record) => `${record.type} of ${record.target.nodeName}`));
  const added = Object.getOwnPropertyNames(globalThis).filter((name) => name !== 'jaugeSpy' && !names.has(name));
  return [...seen, ...added.map((name) => `global ${name}`)];
}
