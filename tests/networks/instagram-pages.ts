import { readPage } from '../../lib/capture/read-page';
import type { PostReading } from '../../lib/model/capture';
import type { Layer } from '../../lib/model/vocabulary';
import { instagram } from '../../lib/networks/instagram';
import { type Fixture, fixtures } from './fixture';

/** A document of our own writing. */
export const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
/** One of our pages. */
export const fixture = (name: string): Fixture => {
  const found = fixtures('instagram').find((page) => page.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};
/** The page with its markup changed. */
export const changed = (page: Fixture, change: (html: string) => string): Fixture => ({
  ...page,
  document: parse(change(page.document.documentElement.outerHTML)),
});
/** What the whole reader makes of a page, by id. */
export async function postsOf({ document, url, now }: Fixture, layers?: Layer[]): Promise<Record<string, PostReading>> {
  const outcome = await readPage(instagram, document, url, now, { layers });
  return Object.fromEntries((outcome.ok ? outcome.capture.posts : []).map((post) => [post.id, post]));
}
