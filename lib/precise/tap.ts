/** What a window gives us to listen to: only what is used, so that a test can bring its own. */
export interface Tappable {
  fetch: typeof fetch;
  XMLHttpRequest: typeof XMLHttpRequest;
}

type Keep = (text: unknown) => void;
const TEXTUAL = /json|javascript|text\/(?:plain|html)|graphql/i;

/**
 * Lets `keep` have a copy of every textual response that the page receives by fetch or XMLHttpRequest. The page gets its own responses,
 * unchanged and undelayed; whatever goes wrong here stays here. Returns a function that puts everything back.
 */
export function tap(page: Tappable, keep: Keep): () => void {
  const undo = [tapFetch(page, keep), tapRequests(page.XMLHttpRequest, keep)];
  return () => {
    for (const step of undo) step();
  };
}

const quietly = (work: () => void) => {
  try {
    work();
  } catch {
    // Never into the page.
  }
};

function tapFetch(page: Tappable, keep: Keep): () => void {
  const original = page.fetch;
  const { clone, text } = Response.prototype;
  // A proxy of the native function still prints as native code, has its name and length, and works as a method of anything.
  const proxy = new Proxy(original, {
    apply(target, self, args) {
      const answer = Reflect.apply(target, self, args) as Promise<Response>;
      quietly(() => {
        answer.then(
          // The page's own handlers come after this one, so its body is still untouched.
          (response) =>
            quietly(() => {
              if (!response.ok || !TEXTUAL.test(response.headers.get('content-type') ?? '')) return;
              text.call(clone.call(response)).then(keep, () => undefined);
            }),
          () => undefined,
        );
      });
      return answer;
    },
  });
  page.fetch = proxy;
  return () => {
    if (page.fetch === proxy) page.fetch = original;
  };
}

function tapRequests(Request: typeof XMLHttpRequest, keep: Keep): () => void {
  const { prototype } = Request;
  const original = prototype.send;
  const heard = new WeakSet<XMLHttpRequest>();
  const loaded = (request: XMLHttpRequest) => {
    if (request.status < 200 || request.status >= 300) return;
    const { responseType: type } = request;
    if (type === '' || type === 'text') keep(request.responseText);
    // Turning an object back into text takes time: not while the page handles it.
    else if (type === 'json' && request.response) setTimeout(() => quietly(() => keep(JSON.stringify(request.response))), 0);
    else if (type === 'blob' && TEXTUAL.test((request.response as Blob).type))
      (request.response as Blob).text().then(keep, () => undefined);
    else if (type === 'arraybuffer' && TEXTUAL.test(request.getResponseHeader('content-type') ?? ''))
      keep(new TextDecoder().decode((request.response as ArrayBuffer).slice(0)));
  };
  const proxy = new Proxy(original, {
    apply(target, self: XMLHttpRequest, args) {
      quietly(() => {
        if (heard.has(self)) return;
        heard.add(self);
        self.addEventListener('load', () => quietly(() => loaded(self)));
      });
      return Reflect.apply(target, self, args);
    },
  });
  prototype.send = proxy;
  return () => {
    if (prototype.send === proxy) prototype.send = original;
  };
}
