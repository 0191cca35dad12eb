import type { Browser } from 'puppeteer-core';

/** What puppeteer keeps to itself: the connection, over which Firefox takes commands about its own window too. */
interface Connected {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}
interface Evaluated {
  type: 'success' | 'exception';
  result?: { value?: unknown };
  exceptionDetails?: { text: string };
}

/** The popup of the toolbar button: no tab, so that it can only be reached from the browser's window. */
export interface FirefoxPopup {
  text(): Promise<string>;
  /** How many elements a selector finds. */
  count(selector: string): Promise<number>;
  /** Clicks the button of this name. */
  press(name: string): Promise<void>;
}

/** What is done in Firefox's own window, by its own code: the commands need `--remote-allow-system-access`. */
export function firefoxWindow(browser: Browser, id: string, address: string) {
  const { connection } = browser as unknown as Connected;

  /** Runs the body of a function in the browser's window; what it returns must be JSON. */
  async function run(body: string): Promise<unknown> {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [first] = (tree.result as { contexts: { context: string }[] }).contexts;
    const expression = `(async () => JSON.stringify(await (async () => { ${body} })() ?? null))()`;
    const answer = await connection.send('script.evaluate', { expression, target: { context: first?.context }, awaitPromise: true });
    const { type, result, exceptionDetails } = answer.result as Evaluated;
    if (type === 'exception') throw new Error(exceptionDetails?.text);
    return JSON.parse(String(result?.value));
  }

  /** Runs the body of a function in the process of what an expression finds in the browser's window; `content` is the window there. */
  const runIn = (found: string, body: string) =>
    run(`
      const found = ${found};
      if (!found) return null;
      const name = 'jauge:' + Math.random();
      const code = 'sendAsyncMessage(' + JSON.stringify(name) + ', (() => { ' + ${JSON.stringify(body)} + ' })())';
      return new Promise((resolve) => {
        const told = ({ data }) => {
          found.messageManager.removeMessageListener(name, told);
          resolve(data);
        };
        found.messageManager.addMessageListener(name, told);
        found.messageManager.loadFrameScript('data:,' + encodeURIComponent(code), false);
        // A tab that changes its process meanwhile never answers: it is asked again.
        setTimeout(resolve, 2000, null);
      });`);

  const inPopup = (body: string) => runIn(`document.querySelector('browser.webextension-popup-browser')`, body);

  const popup: FirefoxPopup = {
    text: async () => String((await inPopup('return content.document.body.textContent')) ?? ''),
    count: async (selector) => Number(await inPopup(`return content.document.querySelectorAll(${JSON.stringify(selector)}).length`)),
    press: async (name) => {
      const found = await inPopup(`
        const named = (button) => button.textContent.trim() === ${JSON.stringify(name)};
        const button = [...content.document.querySelectorAll('button')].find(named);
        if (button) button.click();
        return Boolean(button)`);
      if (!found) throw new Error(`no button is called ${name}`);
    },
  };

  return {
    inTab: (address: string, body: string) =>
      runIn(`gBrowser.browsers.find(({ currentURI }) => currentURI.spec.startsWith(${JSON.stringify(address)}))`, body),
    /** Does what a click on the toolbar button does, which opens the page in front to the extension. */
    async clickToolbar(): Promise<FirefoxPopup> {
      await run(`
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
        await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);`);
      return popup;
    },
    /** What the extension's code threw or rejected and nobody caught, in any of its pages and in its background. */
    errors: async () =>
      (await run(`
        const own = (each) => each instanceof Ci.nsIScriptError && each.sourceName.includes(${JSON.stringify(address)});
        const grave = ({ flags }) => !(flags & Ci.nsIScriptError.warningFlag);
        return Services.console.getMessageArray().filter((each) => own(each) && grave(each)).map(({ errorMessage }) => errorMessage);`)) as string[],
  };
}
