import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from '../../lib/capture/read-page';
import type { AccountReading, CommentReading, PostReading } from '../../lib/model/capture';
import type { Network } from '../../lib/networks/network';

/** A page of our own writing and what a person read off it. */
export interface Fixture {
  name: string;
  url: URL;
  now: number;
  document: Document;
  expected: { account: Partial<AccountReading>; posts: PostReading[]; comments?: CommentReading[] };
}

const ROOT = join(import.meta.dirname, '..', 'fixtures');

/** The fixtures of one network, each as a fresh document. */
export function fixtures(network: string): Fixture[] {
  const folder = join(ROOT, network);
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return pages.map((file) => {
    const name = file.replace(/\.html$/, '');
    const { url, now, account, posts, comments } = JSON.parse(readFileSync(join(folder, `${name}.expected.json`), 'utf8'));
    const html = readFileSync(join(folder, file), 'utf8');
    return {
      name,
      url: new URL(url),
      now,
      document: new DOMParser().parseFromString(html, 'text/html'),
      expected: { account, posts, comments },
    };
  });
}

/** What the reader says of a fixture; throws when it refuses the page. */
export async function readFixture(
  network: Network,
  fixture: Fixture,
): Promise<{ account: AccountReading; posts: PostReading[]; comments?: CommentReading[] }> {
  const outcome = await readPage(network, fixture.document, fixture.url, fixture.now);
  if (!outcome.ok) throw new Error(`${fixture.name}: refused as ${outcome.refusal}`);
  const { account, posts, comments } = outcome.capture;
  return JSON.parse(JSON.stringify({ account, posts, comments }));
}

/** One of the fixtures of a network by its name; throws where there is none. */
export function fixtureNamed(pages: Fixture[], name: string): Fixture {
  const found = pages.find((page) => page.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
}

/** The fixture with its markup changed. */
export const changed = (fixture: Fixture, change: (html: string) => string): Fixture => ({
  ...fixture,
  document: new DOMParser().parseFromString(change(fixture.document.documentElement.outerHTML), 'text/html'),
});

/** The posts that a reader finds on a fixture; none where it refuses the page. */
export async function postsOn(network: Network, { document, url, now }: Fixture): Promise<PostReading[]> {
  const outcome = await readPage(network, document, url, now);
  return outcome.ok ? outcome.capture.posts : [];
}
