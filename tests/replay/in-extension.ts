import type { ReadOptions } from '../../lib/capture/read-page';
import type { Capture } from '../../lib/model/capture';
import type { Refusal } from '../../lib/model/vocabulary';

export type Answer = { ok: true; capture: Capture } | { ok: false; refusal: Refusal; detail?: string | null } | { error: string };

/** What these functions use of the extension interface; they run in a page of the extension. */
interface Extension {
  tabs: {
    query(query: { url: string }): Promise<{ id?: number }[]>;
    sendMessage(tabId: number, message: unknown): Promise<{ res?: Answer; err?: unknown } | undefined>;
  };
  scripting: {
    executeScript(injection: { target: { tabId: number }; files?: string[]; func?(now: number): void; args?: [number] }): Promise<unknown>;
  };
}

/** Id of the tab that is at `url`. Runs in the extension. */
export async function tabAt(url: string): Promise<number | null> {
  const { chrome } = globalThis as unknown as { chrome: Extension };
  const [tab] = await chrome.tabs.query({ url });
  return tab?.id ?? null;
}

/** Injects the script and asks it what it reads, at another time than today where `now` says so. Runs in the extension: it must not use anything from this file. */
export async function readTab(tabId: number, file: string, data: ReadOptions, now: number | null): Promise<Answer> {
  const { chrome } = globalThis as unknown as { chrome: Extension };
  try {
    // Given in place: a function with a name of its own needs a helper that is not there in the extension.
    if (now !== null) {
      await chrome.scripting.executeScript({
        target: { tabId },
        func: (at: number) => {
          Date.now = () => at;
        },
        args: [now],
      });
    }
    await chrome.scripting.executeScript({ target: { tabId }, files: [file] });
    const reply = await chrome.tabs.sendMessage(tabId, { id: 1, type: 'readPage', data, timestamp: Date.now() });
    if (reply?.res) return reply.res;
    return { error: `the page's script gave no answer: ${JSON.stringify(reply?.err ?? reply ?? null).slice(0, 200)}` };
  } catch (error) {
    return { error: String(error) };
  }
}
