import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { networks } from '../../lib/networks';
import { builtExtension, PROJECT } from '../browser/build';
import type { Reader } from '../replay/reader';
import { startReader } from '../replay/reader';

const FIXTURES = join(PROJECT, 'tests', 'fixtures');
const pagesOf = (network: string) => {
  const folder = join(FIXTURES, network);
  return existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.html')) : [];
};

/** Every page was reviewed by hand against its expected reading; the tests of each network read the same pages without a browser. */
describe('a real browser reads every fixture as it was reviewed', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await startReader(builtExtension());
  });
  afterAll(() => reader?.close());

  test.each(networks.map(({ id }) => id))('%s has fixtures, each with its expected reading', (network) => {
    const pages = pagesOf(network).map((file) => join(FIXTURES, network, file.replace(/html$/, 'expected.json')));
    expect(pages).not.toEqual([]);
    expect(pages.filter((file) => !existsSync(file))).toEqual([]);
  });

  describe.each(networks.map(({ id }) => id).filter((id) => pagesOf(id).length))('%s', (network) => {
    test.each(pagesOf(network).map((file) => file.replace(/\.html$/, '')))('%s', async (name) => {
      const file = join(FIXTURES, network, name);
      const { url, now, account, posts, comments } = JSON.parse(readFileSync(`${file}.expected.json`, 'utf8'));
      const outcome = await reader.read(url, readFileSync(`${file}.html`), { network }, now);
      if ('error' in outcome) throw new Error(outcome.error);
      const read = JSON.parse(JSON.stringify(outcome.capture));
      expect({ account: read.account, posts: read.posts, comments: read.comments }).toEqual({ account, posts, comments });
    });
  });

  test('with nothing in any of the extension’s consoles', () => expect(reader.errors()).toEqual([]));
});
