import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PostReading } from '../../lib/model/capture';
import type { MetricName } from '../../lib/model/vocabulary';
import { networks } from '../../lib/networks';
import { PROJECT } from '../browser/build';
import { findChromium } from '../browser/find';
import { world } from '../browser/world';
import type { Spoilt } from './spoilt-in-page';

const FIXTURES = join(PROJECT, 'tests', 'fixtures');
const SHARES = [0, 0.05, 0.3];
/** Looking at each for each of so many would take minutes. */
const MANY = 6000;
const PIECES = ['lamps and light ', '9,', '#1,2.3K 4 567 @a_b.c٣ '];

let browser: Browser;
let run: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  browser = await puppeteer.launch({ executablePath: findChromium(), pipe: true, args: ['--no-sandbox', '--disable-gpu'] });
  const cdp = await (await browser.newPage()).createCDPSession();
  run = await world(cdp, `import { spoiltIn } from './tests/e2e/spoilt-in-page'; globalThis.jaugeBench = spoiltIn();`, false);
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

interface Fixture {
  file: string;
  posts: PostReading[];
  /** What the browser is told of it: network, markup, address and time. */
  told: [string, string, string, number];
}

function fixturesOf(network: string): Fixture[] {
  const folder = join(FIXTURES, network);
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return files.map((file) => {
    const { url, now, posts } = JSON.parse(readFileSync(join(folder, file.replace(/html$/, 'expected.json')), 'utf8'));
    return { file, posts, told: [network, readFileSync(join(folder, file), 'utf8'), url, now] };
  });
}

const spoilt = (how: 'read' | 'readLong' | 'readMany', ...told: (string | number)[]) =>
  run<Spoilt>(`${how}(${told.map((each) => JSON.stringify(each)).join()})`);

describe.each(networks.map(({ id }) => id))('%s', (network) => {
  test('nothing is thrown, and nothing wrong is read, where forms and pictures hide methods and properties', async () => {
    for (const { file, posts, told } of fixturesOf(network))
      for (const [seed, share] of SHARES.entries()) {
        const read = await spoilt('read', ...told, share, seed + 1);
        expect(read.thrown, `${file} ${share}`).toBeNull();
        expect(wrongs(read.posts, posts), `${file} ${share}`).toEqual([]);
        if (share === 0) expect(read.posts.length, file).toBe(posts.length);
      }
  });

  test('a megabyte in the place of any text is read in time, and for what it is', async () => {
    for (const [seed, { file, posts, told }] of fixturesOf(network).entries())
      for (const [place, piece] of PIECES.entries()) {
        const read = await spoilt('readLong', ...told, piece, seed * PIECES.length + place + 1);
        expect(read.thrown, `${file} ${piece}`).toBeNull();
        expect(wrongs(read.posts, posts), `${file} ${piece}`).toEqual([]);
      }
  });
  test('what stands thousands of times where it should stand once is read in time', async () => {
    for (const [nth, { file, told }] of fixturesOf(network).entries()) {
      const read = await spoilt('readMany', ...told, MANY, nth + 1);
      expect(read.thrown, file).toBeNull();
    }
  });
});
