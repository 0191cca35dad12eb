import type { PostReading } from '../../model/capture';
import { readCount } from '../../reading/counts';
import { all, concealed, matches } from '../../reading/dom';
import { unread } from '../../reading/readings';
import type { PageContext } from '../network';
import { numbersIn, postAt } from './card';
import { blank } from './links';

/** Links to reels and videos. */
export const TILE = 'a[href*="/reel/"],a[href*="/videos/"]';
const idOf = (tile: Element) => postAt(tile)?.id;

/** Tiles of an account's reels and videos, which print views alone. Each once, though a video has a picture and a title. */
export function tilesIn(page: Document, { surface: { tab } }: PageContext): Element[] {
  if (!tab || tab === 'posts') return [];
  const tiles = new Map<string, Element>();
  for (const tile of all(page, TILE)) {
    const id = idOf(tile);
    if (id && !tiles.has(id) && !concealed(tile)) tiles.set(id, tile);
  }
  return [...tiles.values()];
}

/** Whether an element is a tile, and no post of a timeline. */
export const isTile = (element: Element): boolean => matches(element, TILE);

/** Reads a tile; null when its link names no video. */
export function readTile(tile: Element, { counts, surface }: PageContext): PostReading | null {
  const link = postAt(tile);
  if (!link) return null;
  const said = numbersIn(tile);
  const [first, second] = said.flatMap((words) => readCount(words, counts) ?? []);
  return {
    ...blank(link.id, link.handle ?? surface.handle, link.kind),
    format: link.kind === 'reel' ? 'short' : 'video',
    metrics: { views: first && !second ? first : unread('text', said.join(' ')) },
  };
}
