// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Tappable, tap } from '../../lib/precise/tap';

const settled = () => new Promise((resolve) => setTimeout(resolve, 10));
const json = (body: string, init: ResponseInit = {}) => new Response(body, { headers: { 'content-type': 'application/json' }, ...init });

/** A request that answers at once with what it is told. */
class FakeRequest extends EventTarget {
  status = 200;
  responseType = '';
  responseText = '';
  response: unknown = null;
  type = 'application/json';
  send(..._args: unknown[]) {
    this.dispatchEvent(new Event('load'));
  }
  getResponseHeader() {
    return this.type;
  }
}
function stage(answer: () => Promise<Response>) {
  const native = vi.fn(answer);
  const Request = class extends FakeRequest {};
  const page = { fetch: native, XMLHttpRequest: Request } as unknown as Tappable;
  const kept: unknown[] = [];
  const froms: string[] = [];
  const where = { now: 'https://x.com/lumen' };
  const keep = (text: unknown, from: string) => {
    kept.push(text);
    froms.push(from);
  };
  const release = tap(page, keep, () => where.now);
  return { page, native, kept, froms, where, release, Request };
}
afterEach(() => vi.restoreAllMocks());

describe('fetch', () => {
  it('copies what the page receives and hands the page the very same response', async () => {
    const response = json('{"a":1}');
    const { page, native, kept } = stage(async () => response);
    const answer = page.fetch('/posts', { method: 'POST' });
    expect(native).toHaveBeenCalledWith('/posts', { method: 'POST' });
    expect(native.mock.results[0]?.value).toBe(answer);
    expect(await answer).toBe(response);
    expect(await (await answer).text()).toBe('{"a":1}');
    await settled();
    expect(kept).toEqual(['{"a":1}']);
  });

  it('leaves errors, failures and bodies of other kinds to the page', async () => {
    const { page, kept } = stage(async () => json('{"a":1}', { status: 500 }));
    expect((await page.fetch('/')).status).toBe(500);
    const failing = stage(async () => Promise.reject(new TypeError('offline')));
    await expect(failing.page.fetch('/')).rejects.toThrow('offline');
    const image = stage(async () => new Response('x', { headers: { 'content-type': 'image/png' } }));
    await image.page.fetch('/');
    await settled();
    expect([kept, failing.kept, image.kept]).toEqual([[], [], []]);
  });

  it('never throws into the page, whatever the response is', async () => {
    const odd = { ok: true, headers: { get: () => 'application/json' } } as unknown as Response;
    const { page, kept } = stage(async () => odd);
    expect(await page.fetch('/')).toBe(odd);
    const none = stage(() => undefined as unknown as Promise<Response>);
    expect(none.page.fetch('/')).toBeUndefined();
    await settled();
    expect(kept).toEqual([]);
  });

  it('says where the page was when it asked, not where it has gone since', async () => {
    const { page, froms, where, Request } = stage(async () => json('{}'));
    const answer = page.fetch('/');
    where.now = 'https://x.com/harbour';
    await answer;
    await settled();
    const request = new Request();
    request.responseText = '{}';
    request.send();
    where.now = 'https://x.com/lumen/status/1';
    request.send();
    await settled();
    expect(froms).toEqual(['https://x.com/lumen', 'https://x.com/harbour', 'https://x.com/lumen/status/1']);
  });

  it('keeps to itself what fails on our side', async () => {
    const page = { fetch: async () => json('{}'), XMLHttpRequest: class extends FakeRequest {} } as unknown as Tappable;
    const rejected = vi.fn();
    process.on('unhandledRejection', rejected);
    tap(
      page,
      () => {
        throw new Error('patched');
      },
      () => '',
    );
    expect((await page.fetch('/')).ok).toBe(true);
    expect(() => Object.assign(new page.XMLHttpRequest(), { responseText: '{}' }).send()).not.toThrow();
    await settled();
    process.off('unhandledRejection', rejected);
    expect(rejected).not.toHaveBeenCalled();
  });

  it('looks like the browser’s own and goes away again', async () => {
    const { page, native, release, kept } = stage(async () => json('{}'));
    expect(page.fetch).not.toBe(native);
    expect(page.fetch.name).toBe(native.name);
    expect(Function.prototype.toString.call(new Proxy(fetch, {}))).toContain('native code');
    release();
    expect(page.fetch).toBe(native);
    await page.fetch('/');
    await settled();
    expect(kept).toEqual([]);
  });
});

describe('XMLHttpRequest', () => {
  it('copies text and objects, each request once', async () => {
    const { Request, kept } = stage(async () => json('{}'));
    const text = new Request();
    text.responseText = 'for (;;);{"a":1}';
    text.send('body');
    text.send('body');
    const object = Object.assign(new Request(), { responseType: 'json', response: { b: 2 } });
    object.send();
    const bytes = Object.assign(new Request(), { responseType: 'arraybuffer', response: new TextEncoder().encode('{"c":3}').buffer });
    bytes.send();
    await settled();
    expect(kept).toEqual(['for (;;);{"a":1}', 'for (;;);{"a":1}', '{"b":2}', '{"c":3}']);
  });

  it('leaves failures alone, never throws, and goes away again', async () => {
    const { Request, kept, release } = stage(async () => json('{}'));
    Object.assign(new Request(), { status: 404, responseText: '{}' }).send();
    const broken = new Request();
    Object.defineProperty(broken, 'responseText', {
      get() {
        throw new Error('no');
      },
    });
    expect(() => broken.send()).not.toThrow();
    release();
    Object.assign(new Request(), { responseText: '{}' }).send();
    await settled();
    expect(kept).toEqual([]);
  });
});
