import { groupedBy } from '../model/grouped';
import type { AccountRecord, PostState, Rollup } from '../model/rollup';
import type { Brand } from '../model/study';
import type { Format, NetworkId } from '../model/vocabulary';
import type { Estimate } from '../stats/greater';
import { wilson } from '../stats/wilson';
import { againstExpected } from './against-expected';
import { type AgeCurves, PRIOR } from './age';
import { erFollowers, typicalFigure } from './measures';
import type { Figure } from './result';
import { usedPosts } from './selection';

/** Fewer posts of a format on a network say how many there are, and nothing else. */
export const FEWEST_IN_CELL = 5;

/** What the typical posts of a cell are measured by. */
export const GRID_MEASURES = ['erFollowers', 'x'] as const;
export type GridMeasure = (typeof GRID_MEASURES)[number];

export type GridFormat = Format | 'unknown';

/** Posts of one format on one network. */
export interface GridCell {
  format: GridFormat;
  network: NetworkId;
  n: number;
  /** Which part of the posts on this network they are; null below five posts, as is `typical`. */
  share: Estimate | null;
  typical: Figure | null;
  evidence: string[];
}

/** Formats by network. */
export interface FormatGrid {
  networks: { network: NetworkId; n: number }[];
  /** The most used first; what the page does not say last. */
  formats: GridFormat[];
  cells: GridCell[];
}

const formatOf = ({ format }: PostState): GridFormat => format ?? 'unknown';

/** Which formats some brands use on which network, and how a typical post of each does. A post of two brands counts once. */
export function formatGrid(
  brands: Brand[],
  rollups: Rollup[],
  accounts: AccountRecord[],
  from: number | null,
  by: GridMeasure,
  curves: AgeCurves = PRIOR,
): FormatGrid {
  const posts = [
    ...new Map(brands.flatMap((brand) => usedPosts(brand, rollups, from, curves)).map((post) => [post.postKey, post])).values(),
  ];
  const known = new Map(accounts.map((account) => [account.accountKey, account]));
  const measure = by === 'x' ? againstExpected(rollups, curves) : (post: PostState) => erFollowers(post, known.get(post.accountKey));
  const networks = [...groupedBy(posts, ({ network }) => network)]
    .map(([network, own]) => ({ network, n: own.length }))
    .sort((a, b) => b.n - a.n || a.network.localeCompare(b.network, 'en'));
  const formats = [...groupedBy(posts, formatOf)]
    .sort(
      ([a, one], [b, other]) => Number(a === 'unknown') - Number(b === 'unknown') || other.length - one.length || a.localeCompare(b, 'en'),
    )
    .map(([format]) => format);
  const inCell = groupedBy(posts, (post) => `${formatOf(post)} ${post.network}`);
  const cells = formats.flatMap((format) =>
    networks.map(({ network, n: all }): GridCell => {
      const own = inCell.get(`${format} ${network}`) ?? [];
      const n = own.length;
      const enough = n >= FEWEST_IN_CELL;
      return {
        ...{ format, network, n, evidence: own.map(({ postKey }) => postKey) },
        share: enough ? wilson(n, all) : null,
        typical: enough ? typicalFigure(own, measure) : null,
      };
    }),
  );
  return { networks, formats, cells };
}
