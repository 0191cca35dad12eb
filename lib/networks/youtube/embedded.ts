import type { PostReading } from '../../model/capture';
import { all } from '../../reading/dom';
import type { PageContext } from '../network';
import { cardsIn } from './cards';
import { isAbout } from './header';
import { microdataOf, readMicrodata } from './markup';
import { playerPost } from './player';
import { currentOf, postsIn } from './response';

/** Posts that the document's own data describes, if that data is about this address: it stays behind when the app moves on. */
export function embeddedPosts(page: Document, at: PageContext): PostReading[] {
  const { postId } = at.surface;
  const known = knownData(page, at);
  if (!postId) return postsIn(known, at, 'embedded');
  const markup = microdataOf(page, postId);
  const own = [
    playerPost(pageData(page, 'PlayerResponse'), at),
    ...postsIn(known, at, 'embedded', () => null),
    markup && readMicrodata(markup, at),
  ];
  return own.flatMap((post) => (post?.id === postId ? post : []));
}

/**
 * One of the page's own variables by the end of its name; null where there is none. `var ytInitialData = {…};`, at times with code or other
 * variables after it, or on mobile pages a string of the same with hexadecimal escapes (`'\x7b…'`), which is read and never run.
 */
function pageData(page: Document, name: string): unknown {
  const assigned = new RegExp(`ytInitial${name}\\W{1,9}(?:({[^]*?});(?= *(?:\n|$|var|if))|'(\\\\x[^']*)')`);
  for (const script of all(page, 'script')) {
    const [, json, escaped] = assigned.exec(script.textContent ?? '') ?? [];
    try {
      // JSON has all of a string's escapes but these. What a backslash precedes goes with it: `\\x22` is no escape of a quotation mark.
      if (escaped) return JSON.parse(JSON.parse(`"${escaped.replace(/\\./g, (pair) => (pair === '\\x' ? '\\u00' : pair))}"`));
      if (json) return JSON.parse(json);
    } catch {
      // Broken, cut off or no data at all: not ours to repair.
    }
  }
  return null;
}

/** The page's data where it is about the address. Of mixed lists that cannot be known, so there it only serves while nothing has been drawn. */
export function knownData(page: Document, { surface }: PageContext): unknown {
  const { handle, postId } = surface;
  const data = pageData(page, 'Data');
  return (postId ? currentOf(data) === postId : handle ? isAbout(data, handle) : !cardsIn(page)[0]) && data;
}
