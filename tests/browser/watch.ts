import type { Browser, CDPSession, Protocol, Target } from 'puppeteer-core';
import type { SeenRequest } from './intercept';

/**
 * Collects what goes wrong in the extension: its pages, its worker and its scripts inside other pages.
 * The pages' own messages (their blocked scripts, their aborted images) are not ours and are left out.
 */
export function watch(browser: Browser, errors: string[], requests: SeenRequest[]): { extension(root: string): void } {
  let extensionRoot: string | null = null;
  const seen = new WeakSet<Target>();
  const attach = (target: Target) => {
    if (extensionRoot === null || seen.has(target) || !['page', 'service_worker', 'background_page', 'other'].includes(target.type()))
      return;
    seen.add(target);
    listen(target, extensionRoot, errors, requests).catch(() => undefined); // gone before it could be watched
  };
  browser.on('targetcreated', attach);
  return {
    extension(root) {
      extensionRoot = root;
      for (const target of browser.targets()) attach(target);
    },
  };
}

async function listen(target: Target, root: string, errors: string[], requests: SeenRequest[]): Promise<void> {
  const session = await target.createCDPSession();
  const contexts = new Set<number>();
  const own = target.url().startsWith(root);
  const isOurs = (context: number | undefined, url: string | undefined) =>
    target.url().startsWith(root) || (url?.startsWith(root) ?? false) || (context !== undefined && contexts.has(context));
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === root.slice(0, -1)) contexts.add(context.id);
  });
  session.on('Runtime.consoleAPICalled', (event) => {
    if (event.type !== 'error' && event.type !== 'assert') return;
    if (!isOurs(event.executionContextId, event.stackTrace?.callFrames[0]?.url)) return;
    errors.push(`${place(target, root)}: ${event.args.map(shown).join(' ')}`);
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: e }) => {
    if (!isOurs(e.executionContextId, e.url)) return;
    errors.push(`${place(target, root)}: ${e.text} ${e.exception?.description ?? e.exception?.value ?? ''}`.trim());
  });
  // A worker that was stopped is started paused while somebody is attached to it.
  session.on('Inspector.targetReloadedAfterCrash', () => void session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined));
  if (own) await listenOwn(session, target, root, errors, requests);
  await session.send('Runtime.enable');
}

/** Extension pages and worker: their violations (content security policy, missing files) and requests as well. */
async function listenOwn(session: CDPSession, target: Target, root: string, errors: string[], requests: SeenRequest[]): Promise<void> {
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') errors.push(`${place(target, root)}: ${entry.text} ${entry.url ?? ''}`.trim());
  });
  session.on('Network.requestWillBeSent', ({ request, type }) => {
    requests.push({ url: request.url, from: 'extension', type: (type ?? 'other').toLowerCase(), method: request.method });
  });
  await Promise.allSettled([session.send('Log.enable'), session.send('Network.enable')]);
}

const place = (target: Target, root: string) =>
  target.url().startsWith(root) ? target.url().slice(root.length) || target.type() : `content script in ${target.url()}`;
const shown = (value: Protocol.Runtime.RemoteObject) => value.description ?? (value.value === undefined ? value.type : String(value.value));
