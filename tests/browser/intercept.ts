import type { HTTPRequest, Page } from 'puppeteer-core';

/** The document at an address; null where there is none. */
export type PageSource = (url: string) => string | Buffer | null | Promise<string | Buffer | null>;

export interface SeenRequest {
  url: string;
  /** page: a tab at a network's address; extension: the extension's own pages and worker. */
  from: 'page' | 'extension';
  /** Resource type as the browser names it, in lower case: document, script, fetch, xhr, image… */
  type: string;
  method: string;
}

/** A request to this address is never answered: a page that asks for it is still loading. */
export const HELD = 'https://held.invalid/';

/** Scripts of saved pages stay off and nothing can be fetched; extensions' content scripts run all the same. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "script-src 'none'; connect-src 'none'",
};

/** Answers a tab's navigations from `pages`, what it then asks its own site for from `data` (JSON), and aborts everything else. */
export async function serve(page: Page, pages: PageSource, requests: SeenRequest[], data?: PageSource): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    requests.push({ url: request.url(), from: 'page', type: request.resourceType(), method: request.method() });
    answer(request, page, pages, data).catch(() => undefined); // the tab was closed meanwhile
  });
}

async function answer(request: HTTPRequest, page: Page, pages: PageSource, data?: PageSource): Promise<void> {
  const url = request.url();
  if (url.startsWith('data:') || url.startsWith('chrome-extension:')) return request.continue();
  if (url === HELD) return;
  const asked = request.isNavigationRequest() ? null : await data?.(url);
  if (asked != null) return request.respond({ status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: asked });
  if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return request.abort('blockedbyclient');
  const body = await pages(url);
  // "No content" leaves a tab where it is; an aborted navigation would put an error page over what is being read.
  if (body === null) return request.respond({ status: 204 });
  const headers = data ? { ...HEADERS, 'content-security-policy': "script-src 'none'; connect-src 'self'" } : HEADERS;
  return request.respond({ status: 200, headers, body });
}
