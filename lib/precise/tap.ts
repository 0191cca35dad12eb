import { MOST_CHARACTERS } from './kept';
import { textOf } from './streams';

/** What a window gives us to listen to: only what is used, so that a test can bring its own. */
export interface Tappable {
  fetch: typeof fetch;
  XMLHttpRequest: typeof XMLHttpRequest;
}

/** Takes a text, and where the page was when it asked for it. */
type Keep = (text: unknown, from: string) => void;
const TEXTUAL = /json|javascript|text\/(?:plain|html|event-stream|x-component)|graphql/i;

/**
 * Lets `keep` have a copy of every textual response that the page receives by fetch or XMLHttpRequest. The page gets its own responses,
 * unchanged and undelayed; whatever goes wrong here stays here. `place` says where the page is. Returns a function that puts everything back.
 */
export function tap(page: Tappable, keep: Keep, place: () => string): () => void {
  const safely: Keep = (text, from) => quietly(() => keep(text, from));
  const undo = [tapFetch(page, safely, place), tapRequests(page.XMLHttpRequest, safely, place)];
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

function tapFetch(page: Tappable, keep: Keep, place: () => string): () => void {
  const original = page.fetch;
  const { clone } = Response.prototype;
  // A proxy of the native function still prints as native code, has its name and length, and works as a method of anything.
  const proxy = new Proxy(original, {
    apply(target, self, args) {
      const answer = Reflect.apply(target, self, args) as Promise<Response>;
      quietly(() => {
        const from = place();
        answer.then(
          // The page's own handlers come after this one, so its body is still untouched.
          (response) =>
            quietly(() => {
              if (!response.ok || !TEXTUAL.test(response.headers.get('content-type') ?? '')) return;
              const { body } = clone.call(response);
              if (body)
                textOf(body, MOST_CHARACTERS).then(
                  (text) => keep(text, from),
                  () => undefined,
                );
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

function tapRequests(Request: typeof XMLHttpRequest, keepFrom: Keep, place: () => string): () => void {
  const { prototype } = Request;
  const original = prototype.send;
  const places = new WeakMap<XMLHttpRequest, string>();
  const later = setTimeout;
  const loaded = (request: XMLHttpRequest, from: string) => {
    // What takes time (decoding, looking for lines) waits until the page has handled its answer.
    const keep = (textOf: () => unknown) => void later(() => quietly(() => keepFrom(textOf(), from)), 0);
    if (request.status < 200 || request.status >= 300) return;
    const { responseType: type } = request;
    if (type === '' || type === 'text') {
      const { responseText } = request;
      return keep(() => responseText);
    }
    const { response } = request;
    if (type === 'json' && response) keep(() => JSON.stringify(response));
    else if (type === 'blob' && TEXTUAL.test((response as Blob).type))
      (response as Blob).text().then(
        (text) => keep(() => text),
        () => undefined,
      );
    else if (type === 'arraybuffer' && TEXTUAL.test(request.getResponseHeader('content-type') ?? '')) {
      const copy = (response as ArrayBuffer).slice(0);
      keep(() => new TextDecoder().decode(copy));
    }
  };
  const proxy = new Proxy(original, {
    apply(target, self: XMLHttpRequest, args) {
      quietly(() => {
        const known = places.has(self);
        places.set(self, place());
        if (known) return;
        // A request that is used again was sent from somewhere else the next time.
        self.addEventListener('load', () => quietly(() => loaded(self, places.get(self) ?? '')));
      });
      return Reflect.apply(target, self, args);
    },
  });
  prototype.send = proxy;
  return () => {
    if (prototype.send === proxy) prototype.send = original;
  };
}
