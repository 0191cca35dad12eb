import type { Row } from './table';

/**
 * The figures of the study worked out a second time, from the readings in `posts.csv` alone and by nothing of the extension's own code: only
 * plain sorting and counting. What counts as an interaction, and which posts are left out, is written here as the Methods page says it.
 */
export interface Recomputed {
  value: number | null;
  n: number;
}

const COUNTED: Record<string, string[]> = {
  x: ['likes', 'comments', 'shares'],
  bluesky: ['likes', 'comments', 'shares'],
  youtube: ['likes', 'comments'],
};
/** Days after which a post is old enough to say how it does: half of a network's half-life. */
const OLD_ENOUGH: Record<string, number> = { x: 24 / 60 / 2 / 24, youtube: 144 / 2 / 24 };
const LEFT_OUT = ['pinned', 'promoted', 'repost', 'reply', 'paid', 'collaboration', 'suspected_boost'];

const number = (row: Row, name: string): number | null => (row[name] === '' || row[name] === undefined ? null : Number(row[name]));
const days = (from: string | undefined, to: string | undefined) => (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
const divided = (a: number | null, b: number | null) => (a === null || b === null || b === 0 ? null : a / b);

function interactions(row: Row): number | null {
  const counts = (COUNTED[row.network ?? ''] ?? []).map((name) => number(row, name));
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

const per1000 = (row: Row, name: string) => {
  const share = divided(number(row, name), number(row, 'followers_used'));
  return share === null ? null : 1000 * share;
};

const FIGURES: Record<string, (row: Row) => number | null> = {
  interactions_per_post: interactions,
  er_followers: (row) => divided(interactions(row), number(row, 'followers_used')),
  er_views: (row) => divided(interactions(row), number(row, 'views')),
  likes_per_1000_followers: (row) => per1000(row, 'likes'),
  comments_per_1000_followers: (row) => per1000(row, 'comments'),
  shares_per_1000_followers: (row) => per1000(row, 'shares'),
  view_rate: (row) => divided(number(row, 'views'), number(row, 'followers_used')),
};

function middle(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [below, above] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

const counts = (row: Row) =>
  LEFT_OUT.every((flag) => row[flag] !== '1') && days(row.published_at, row.captured_at) >= (OLD_ENOUGH[row.network ?? ''] ?? 0);

/** Typical values of a brand on all its networks, or on one, by the names that `benchmark.csv` gives them. */
export function recomputed(rows: Row[], brand: string, network?: string): Record<string, Recomputed> {
  const own = rows.filter((row) => row.brand === brand && (!network || row.network === network) && counts(row));
  return Object.fromEntries(
    Object.entries(FIGURES).map(([name, of]) => {
      const values = own.flatMap((row) => of(row) ?? []);
      return [name, { value: middle(values), n: values.length }];
    }),
  );
}

/** Whether two numbers are one but for what writing them down costs. */
export const alike = (a: number | null, b: number | null, digits = 9): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 10 ** -digits * Math.max(1e-9, Math.abs(a), Math.abs(b));

/** Holds `benchmark.csv` against the recomputation; says each difference in words. */
export function wrongFigures(lines: { brand: string; role: string; figures: Record<string, Recomputed> }[], rows: Row[]): string[] {
  return lines
    .filter(({ role }) => role !== 'peers')
    .flatMap(({ brand, figures }) =>
      Object.entries(recomputed(rows, brand)).flatMap(([name, mine]) => {
        const theirs = figures[name];
        if (theirs && alike(theirs.value, mine.value) && theirs.n === mine.n) return [];
        return [`benchmark.csv: ${brand} ${name} is ${theirs?.value} of ${theirs?.n} posts, recomputed ${mine.value} of ${mine.n}`];
      }),
    );
}
