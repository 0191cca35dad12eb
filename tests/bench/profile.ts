import type { CDPSession } from 'puppeteer-core';

const MOST = 25;

/** Functions by their own share of the time while something runs, the dearest first. */
export async function hotSpots(cdp: CDPSession, run: () => Promise<unknown>): Promise<string[]> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await run();
  const { profile } = await cdp.send('Profiler.stop');
  const own = new Map<string, number>();
  const names = new Map(
    profile.nodes.map(({ id, callFrame }) => [id, `${callFrame.functionName || '(nameless)'}:${callFrame.lineNumber + 1}`]),
  );
  for (const [index, id] of (profile.samples ?? []).entries()) {
    const name = names.get(id) ?? '';
    if (!/^\((idle|program)\)/.test(name)) own.set(name, (own.get(name) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
  }
  const total = [...own.values()].reduce((sum, spent) => sum + spent, 0);
  const dearest = [...own].sort(([, a], [, b]) => b - a).slice(0, MOST);
  return dearest.map(([name, spent]) => `${((100 * spent) / total).toFixed(1)} % ${name}`);
}
