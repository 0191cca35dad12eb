import type { Brand } from '../model/study';

/** Letters and digits alone, without accents. @example bare('Maison Tilleval') // 'maisontilleval' */
export const bare = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** Posts of others from which on a word is one of the trade, although a brand is called so: a bakery named after bread speaks of bread too. */
const FEWEST_OTHERS = 5;

/** What an account is called: by its handle, whole and up to its first dot, which in an address ends the name. */
const handlesIn = (accountKey: string): string[] => {
  const handle = accountKey.slice(accountKey.indexOf(':') + 1).split('@')[0] ?? '';
  return [bare(handle), bare(handle.split('.')[0])];
};

/** What a brand is called: its name, the words of it, and its handles. */
const namesOf = ({ name, accounts }: Pick<Brand, 'name' | 'accounts'>): string[] =>
  [...accounts.flatMap(handlesIn), bare(name), ...name.split(/[\s’'&+/.,-]+/u).map(bare)].filter(Boolean);

/** Leaves out posts that hold a topic only since their brand is called so: that it signs its posts says nothing of what it speaks of. */
export function withoutOwnNames(
  brands: readonly Brand[],
  elsewhere: readonly string[],
): <T extends { accountKey: string }>(topic: string, posts: T[]) => T[] {
  const studied = new Set(brands.flatMap(({ accounts }) => accounts));
  const calledSo = new Map<string, Set<string>>();
  for (const brand of [...brands, ...elsewhere.map((key) => ({ name: '', accounts: [key] }))])
    for (const name of namesOf(brand)) calledSo.set(name, new Set([...(calledSo.get(name) ?? []), ...brand.accounts]));
  return (topic, posts) => {
    const named = topic.split(' ').flatMap((word) => calledSo.get(bare(word)) ?? []);
    if (!named.length) return posts;
    const others = posts.filter(({ accountKey }) => !named.some((accounts) => accounts.has(accountKey)));
    return others.filter(({ accountKey }) => studied.has(accountKey)).length >= FEWEST_OTHERS ? posts : others;
  };
}
