import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostReading } from '../../lib/model/capture';
import type { MetricName } from '../../lib/model/vocabulary';
import { networks } from '../../lib/networks';
import { PROJECT } from '../browser/build';
import { findChromium } from '../browser/find';
import { world } from '../browser/world';
import type { Spoilt } from './forms-in-page';

const FIXTURES = join(PROJECT, 'tests', 'fixtures');
const SHARES = [0, 0.05, 0.3];

let browser: Browser;
let run: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium(), pipe: true, args: ['--no-sandbox', '--disable-gpu'] });
  const cdp = await (await browser.newPage()).createCDPSession();
  run = await world(cdp, `import { formsIn } from './tests/e2e/forms-in-page'; globalThis.jaugeBench = formsIn();`, false);
});
afterAll(() => browser?.close());

/** Numbers that are not those of the page as it was before. What its data says may be older than what it shows, and no form is in the way of that. */
function wrongs(posts: PostReading[], truth: PostReading[]): string[] {
  const known = new Map(truth.flatMap(({ id, aliases, metrics }) => [id, ...aliases].map((name) => [name, metrics])));
  return posts.flatMap(({ id, metrics }) =>
    Object.entries(metrics).flatMap(([name, { value, low, high, from }]) => {
      const meant = known.get(id)?.[name as MetricName];
      const holds =
        value === null || from === 'embedded' || (meant && Number(low) <= Number(meant.high) && Number(high) >= Number(meant.low));
      return holds ? [] : [`${id} ${name} ${value}`];
    }),
  );
}

test.each(networks.map(({ id }) => id))(
  '%s: nothing is thrown, and nothing wrong is read, where forms and pictures hide methods and properties',
  async (network) => {
    const folder = join(FIXTURES, network);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(join(folder, file), 'utf8');
      const { url, now, posts } = JSON.parse(readFileSync(join(folder, file.replace(/html$/, 'expected.json')), 'utf8'));
      for (const [seed, share] of SHARES.entries()) {
        const spoilt = await run<Spoilt>(`read(${[network, html, url, now, share, seed + 1].map((each) => JSON.stringify(each)).join()})`);
        expect(spoilt.thrown, `${file} ${share}`).toBeNull();
        expect(wrongs(spoilt.posts, posts), `${file} ${share}`).toEqual([]);
        if (share === 0) expect(spoilt.posts.length, file).toBe(posts.length);
      }
    }
  },
);
