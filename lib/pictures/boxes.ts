import type { Box, PictureEdit } from '../model/picture';

/**
 * One colour, whatever was there. Not a mosaic and not a blur: text under either can be read again by trying out what would give the same
 * picture (Hill et al. 2016, https://doi.org/10.1515/popets-2016-0047).
 */
export const COVER = '#7a7a7a';

interface Size {
  width: number;
  height: number;
}
interface Point {
  x: number;
  y: number;
}

/** Named one by one: a browser's own picture keeps its sides where a spread does not find them. */
const wholeOf = ({ width, height }: Size): Box => ({ x: 0, y: 0, width, height });

/** The part of a picture between two corners: whole pixels, outwards, so that nothing of what was marked is left out. Null where it has no area. */
export function boxBetween(a: Point, b: Point, size: Size): Box | null {
  const [left, top] = [Math.floor(Math.min(a.x, b.x)), Math.floor(Math.min(a.y, b.y))];
  const [right, bottom] = [Math.ceil(Math.max(a.x, b.x)), Math.ceil(Math.max(a.y, b.y))];
  return within({ x: left, y: top, width: right - left, height: bottom - top }, wholeOf(size));
}

/** The part of a box that lies in another, with its place in the picture; null where they do not meet. */
export function within(box: Box, frame: Box): Box | null {
  const [x, y] = [Math.max(box.x, frame.x), Math.max(box.y, frame.y)];
  const width = Math.min(box.x + box.width, frame.x + frame.width) - x;
  const height = Math.min(box.y + box.height, frame.y + frame.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** What is left of a picture after all crops; the last of two that do not meet. */
export function cropOf(edits: readonly PictureEdit[], size: Size): Box {
  const whole = wholeOf(size);
  return edits.reduce((frame, { kind, box }) => (kind === 'crop' ? (within(box, frame) ?? within(box, whole) ?? frame) : frame), whole);
}

/** What is covered, as places in the picture that is left: each only as far as it lies in it. */
export function coversOf(edits: readonly PictureEdit[], size: Size): Box[] {
  const frame = cropOf(edits, size);
  return edits.flatMap(({ kind, box }) => {
    const seen = kind === 'hide' ? within(box, frame) : null;
    return seen ? [{ ...seen, x: seen.x - frame.x, y: seen.y - frame.y }] : [];
  });
}

/** The size of a picture at most so wide, in its own proportions; a narrower one stays as it is. */
export function fitted({ width, height }: Size, most: number): Size {
  if (width <= most) return { width, height };
  return { width: most, height: Math.max(1, Math.round((height * most) / width)) };
}
