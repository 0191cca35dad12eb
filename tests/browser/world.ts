import type { CDPSession } from 'puppeteer-core';
import { bundled } from './bundle';

/** Brings a script into a world beside the page's, as a content script has one; gives a way to call what it leaves as `jaugeBench`. */
export async function world(cdp: CDPSession, lines: string, minify: boolean) {
  const code = await bundled(lines, minify);
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = async <T>(expression: string): Promise<T> => {
    const answer = await cdp.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value as T;
  };
  await run(code);
  return <T>(call: string) => run<T>(`jaugeBench.${call}`);
}
