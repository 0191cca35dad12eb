import type { PostReading } from '../../model/capture';
import { all } from '../../reading/dom';
import { dig } from '../../reading/trees';
import type { PageContext } from '../network';
import { cardsIn } from './cards';
import { isAbout } from './header';
import { microdataOf, readMicrodata } from './markup';
import { postsIn } from './response';

/** Posts that the document's own data describes, if that data is about this address: it stays behind when the app moves on. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const { postId } = at.surface;
  const player = postId && pageData(page, 'ytInitialPlayerResponse');
  const own = postsIn(player, at, 'embedded').filter(({ id }) => id === postId);
  const markup = microdataOf(page, postId);
  if (markup) own.push(readMicrodata(markup, at));
  return own[0] ? own : postsIn(dig(knownData(page, at), 'contents'), at, 'embedded');
}

/** One of the page's own variables (`var ytInitialData = {…};`, at times with code after it); null where there is none. */
function pageData(page: Document, name: string): unknown {
  for (const script of all(page, 'script')) {
    const code = script.textContent ?? '';
    const start = code.indexOf('{');
    if (!code.slice(0, start).includes(name)) continue;
    try {
      return JSON.parse(code.slice(start, code.lastIndexOf('};') + 1));
    } catch {
      // Broken, cut off or no data at all: not ours to repair.
    }
  }
  return null;
}

/**
 * The page's data where it is about the address. Of mixed lists that cannot be known, so there it only serves while nothing has been drawn;
 * a video's page has its microdata.
 */
export function knownData(page: Document, { surface }: PageContext): unknown {
  const { handle, postId } = surface;
  const data = !postId && pageData(page, 'ytInitialData');
  return (handle ? isAbout(data, handle) : !cardsIn(page)[0]) && data;
}
