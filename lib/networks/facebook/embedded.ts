import type { AccountReading, PostReading } from '../../model/capture';
import { all } from '../../reading/dom';
import { jsonValues } from '../../reading/json-bodies';
import { type Tree, walk } from '../../reading/trees';
import type { PageContext } from '../network';
import { cardsIn } from './card';
import { handleOf, only, same } from './links';
import { postsIn, wordsIn } from './stories';
import { wordsAt } from './tree';

/** Values in the scripts of a page whose text the pattern knows. */
const valuesIn = (page: Document, known: RegExp): unknown[] =>
  all(page, 'script[type="application/json"]')
    .map((script) => script.textContent ?? '')
    .filter((code) => known.test(code))
    .flatMap(jsonValues);

/** Posts in the data that the document came with. It stays behind when the app moves on: alone it is taken only where it is about the page. */
export function embeddedPosts(page: Document, { surface: { kind, handle, postId = '' }, counts }: PageContext): PostReading[] {
  const posts = valuesIn(page, /reaction_count|unified_reactors/).flatMap((value) => postsIn(value, 'embedded', counts));
  if (!posts[0] || cardsIn(page)[0]) return posts;
  return posts.filter(({ id, aliases, author }) =>
    kind === 'post' ? [id, ...aliases].includes(postId) : kind !== 'profile' || same(author, handle),
  );
}

/** Facebook takes 101 characters. */
const LONGEST_INTRO = 300;
const cache = new WeakMap<PageContext, Partial<AccountReading>>();

/**
 * What the account of a profile says of itself, in the data that the document came with: its intro, and its trade behind what kind of page
 * it is ("Page · Bakery"). Nothing where that data is headed by another account, whose page was here before.
 */
export function aboutOf(page: Document, at: PageContext): Partial<AccountReading> {
  let about = cache.get(at);
  if (about) return about;
  const nodes: Tree[] = [];
  walk(valuesIn(page, /profile_header_renderer|best_description|INTRO_CARD/), (node) => void nodes.push(node));
  const said = (path: string, of = nodes) => only(wordsIn(of, path))?.slice(0, LONGEST_INTRO);
  const trades = nodes.filter((node) => /_CATEGORY$/.test(wordsAt(node, 'timeline_context_list_item_type')));
  const [bio, trade] = [said('best_description.text'), said('renderer.context_item.title.text', trades)];
  const isOwn = same(handleOf(said('profile_header_renderer.user.url')), at.surface.handle);
  about = isOwn ? { ...(bio && { bio }), ...(trade && { category: trade.replace(/^.* · /, '') }) } : {};
  cache.set(at, about);
  return about;
}
