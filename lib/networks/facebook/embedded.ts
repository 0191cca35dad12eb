import type { PostReading } from '../../model/capture';
import { all } from '../../reading/dom';
import { jsonValues } from '../../reading/json-bodies';
import type { PageContext } from '../network';
import { cardsIn } from './card';
import { same } from './links';
import { postsIn } from './stories';

/** Posts in the data that the document came with. It stays behind when the app moves on: alone it is taken only where it is about the page. */
export function embeddedPosts(page: Document, { surface: { kind, handle, postId = '' } }: PageContext): PostReading[] {
  const posts = all(page, 'script[type="application/json"]')
    .map((script) => script.textContent ?? '')
    .filter((code) => code.includes('"reaction_count"'))
    .flatMap((code) => jsonValues(code).flatMap((value) => postsIn(value, 'embedded')));
  if (posts.length === 0 || cardsIn(page)[0]) return posts;
  return posts.filter(({ id, aliases, author }) =>
    kind === 'post' ? [id, ...aliases].includes(postId) : kind !== 'profile' || same(author, handle),
  );
}
