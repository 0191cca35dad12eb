import type { Facts } from './facts';
import type { Given } from './given';

/** What was given of one brand, as an audit of it keeps it: enough to make it again after tags and answers have changed. */
export function givenOf({ brand: { id }, posts, given }: Pick<Facts, 'brand' | 'posts' | 'given'>): Given {
  const { tags = {}, mentions = [], ...byBrand } = given;
  const own = Object.fromEntries(posts.flatMap(({ postKey }) => (tags[postKey] ? [[postKey, tags[postKey]]] : [])));
  const said = mentions.filter(({ brandId }) => brandId === id);
  const rest = Object.entries(byBrand).flatMap(([name, brands]) => (brands?.[id] === undefined ? [] : [[name, { [id]: brands[id] }]]));
  return {
    ...(Object.keys(own).length > 0 && { tags: own }),
    ...(said.length > 0 && { mentions: said }),
    ...Object.fromEntries(rest),
  };
}
