import type { AccountRecord } from './model/rollup';
import type { Brand, Study } from './model/study';
import { accountName, unassigned } from './study-edits';

/** A captured account that belongs to no brand of a study. */
export interface Suggestion {
  account: AccountRecord;
  /** The brand that it seems to belong to, and why; null where none of them looks like it. */
  guess: Guess | null;
  /** The analyst has set it aside. */
  dismissed: boolean;
  /** It stands in another study, which is what it was captured for. */
  elsewhere: boolean;
}

export interface Guess {
  brand: Brand;
  /** What is the same on both. */
  by: 'handle' | 'link' | 'name';
  /** The brand's account that it was found on; null where it is the brand's own name. */
  like: AccountRecord | null;
}

/**
 * Accounts that were captured and belong to no brand of the study: those that look like a brand's own first, then those of no study at all, each
 * the latest captured first. A guess is an equal handle, link or name after normalising, never a likeness.
 */
export function suggestionsFor(study: Study, accounts: readonly AccountRecord[], studies: readonly Study[]): Suggestion[] {
  const known = new Map(accounts.map((account) => [account.accountKey, account]));
  const elsewhere = new Set(studies.flatMap(({ brands }) => brands.flatMap((brand) => brand.accounts)));
  const dismissed = new Set(study.dismissed);
  const found = unassigned(study, accounts).map((account) => ({
    account,
    guess: guessOf(account, study.brands, known),
    dismissed: dismissed.has(account.accountKey),
    elsewhere: elsewhere.has(account.accountKey),
  }));
  const order = ({ guess, elsewhere: other }: Suggestion) => (guess ? 0 : other ? 2 : 1);
  return found.sort((a, b) => order(a) - order(b) || b.account.lastSeenAt - a.account.lastSeenAt);
}

/** Worth asking about unasked: not set aside, and not merely another study's. */
export const isPressing = ({ dismissed, elsewhere, guess }: Suggestion): boolean => !dismissed && (guess !== null || !elsewhere);

function guessOf(account: AccountRecord, brands: readonly Brand[], known: ReadonlyMap<string, AccountRecord>): Guess | null {
  const pairs = brands.flatMap((brand) => brand.accounts.flatMap((key) => ({ brand, like: known.get(key) ?? null })));
  const found = (by: Guess['by'], same: (like: AccountRecord) => boolean): Guess | null => {
    const pair = pairs.find(({ like }) => like !== null && same(like));
    return pair ? { ...pair, by } : null;
  };
  const [handle, name, links] = [handleWord(account.handle), plain(account.name), linksOf(account)];
  const sameName = (brand: Brand) => name !== '' && plain(brand.name) === name;
  const named = brands.find(sameName);
  return (
    found('handle', (like) => handle !== '' && handleWord(like.handle) === handle) ??
    found('link', (like) => linksTo(links, linksOf(like))) ??
    (named ? { brand: named, by: 'name', like: null } : found('name', (like) => name !== '' && plain(like.name) === name))
  );
}

/** Letters and digits alone, without case and accents. @example plain('L’Été à Deux') // 'leteadeux' */
function plain(text: string | null): string {
  return (text ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A handle without what its network or server adds to it. @example handleWord('@lumen@social.example') // 'lumen' */
function handleWord(handle: string | null): string {
  const [own = ''] = (handle ?? '').replace(/^@/, '').split('@');
  return plain(own.replace(/\.bsky\.social$/i, ''));
}

/** Addresses of an account: of its page, and of the site that it names. */
function linksOf({ url, link }: AccountRecord): { page: string | null; site: string | null } {
  return { page: addressOf(url), site: addressOf(link ?? null) };
}

type Links = ReturnType<typeof linksOf>;

/** Both name the same site, or one names the other's page. */
function linksTo(a: Links, b: Links): boolean {
  return (a.site !== null && (a.site === b.site || a.site === b.page)) || (b.site !== null && b.site === a.page);
}

/** Host and path without what changes nothing; null where it is no web address. */
function addressOf(address: string | null): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  // Some sites tell pages apart by an id alone; what else follows the question mark says where a visitor came from.
  const id = searchParams.get('id');
  return (hostname.replace(/^www\./, '') + pathname).replace(/\/+$/, '').toLowerCase() + (id ? `?id=${id}` : '');
}

/** What a suggestion would make of its account: a brand of that name, one's own first. */
export function newBrandOf({ account }: Suggestion, study: Study): Pick<Brand, 'name' | 'role'> {
  const role = study.brands.some((brand) => brand.role === 'own') ? 'direct' : 'own';
  return { name: accountName(account).trim().slice(0, 120) || account.accountKey, role };
}
