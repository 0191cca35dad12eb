import type { Box, PictureEdit } from '../lib/model/picture';
import { COVER, coversOf, cropOf } from '../lib/pictures/boxes';

/** Draws a picture as it would be kept, what is cut away dimmed, and a frame around the part that is marked. */
export function drawEdits(context: CanvasRenderingContext2D, bitmap: ImageBitmap, edits: readonly PictureEdit[], marked: Box): void {
  const { width, height } = bitmap;
  const left = cropOf(edits, bitmap);
  context.clearRect(0, 0, width, height);
  context.globalAlpha = 0.25;
  context.drawImage(bitmap, 0, 0);
  context.globalAlpha = 1;
  context.drawImage(bitmap, left.x, left.y, left.width, left.height, left.x, left.y, left.width, left.height);
  context.fillStyle = COVER;
  for (const cover of coversOf(edits, bitmap)) context.fillRect(left.x + cover.x, left.y + cover.y, cover.width, cover.height);
  // White beside black: seen on any picture.
  const pen = Math.max(2, Math.round(width / 600));
  for (const [colour, dash] of [
    ['#ffffff', []],
    ['#000000', [pen * 4, pen * 4]],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = pen;
    context.setLineDash([...dash]);
    context.strokeRect(marked.x, marked.y, marked.width, marked.height);
  }
}
