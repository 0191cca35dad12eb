import type { Box, PictureEdit, PictureFile } from '../model/picture';
import { COVER, coversOf, cropOf, fitted } from './boxes';

/** What a picture may weigh: text on a page of 1600 px stays legible, and a thousand pictures stay under 300 MB. */
const MOST_BYTES = 300_000;
/** Tried in turn until a picture is light enough: first less quality, then fewer pixels. */
const ATTEMPTS = [
  [1600, 0.85],
  [1600, 0.7],
  [1600, 0.5],
  [1280, 0.5],
  [1280, 0.3],
  [960, 0.3],
] as const;

/** A picture of at most 1600 px in width and about 300 KB. Rejects where the bytes are no image. Works in windows and in workers. */
export async function shrunk(source: Blob): Promise<PictureFile> {
  const bitmap = await createImageBitmap(source);
  return written(bitmap, { x: 0, y: 0, width: bitmap.width, height: bitmap.height }, []);
}

/** The picture after cropping and covering, written anew: nothing of what was taken away is in it. */
export async function edited(source: Blob, edits: readonly PictureEdit[]): Promise<PictureFile> {
  const bitmap = await createImageBitmap(source);
  return written(bitmap, cropOf(edits, bitmap), coversOf(edits, bitmap));
}

async function written(bitmap: ImageBitmap, part: Box, covers: readonly Box[]): Promise<PictureFile> {
  try {
    let file = await attempt(bitmap, part, covers, ...ATTEMPTS[0]);
    for (const [most, quality] of ATTEMPTS.slice(1)) {
      if (file.bytes.length <= MOST_BYTES) break;
      file = await attempt(bitmap, part, covers, most, quality);
    }
    return file;
  } finally {
    bitmap.close();
  }
}

async function attempt(bitmap: ImageBitmap, part: Box, covers: readonly Box[], most: number, quality: number): Promise<PictureFile> {
  const size = fitted(part, most);
  const canvas = new OffscreenCanvas(size.width, size.height);
  draw(canvas, bitmap, part, covers);
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type, ...size };
}

/** Covers in full size before anything is made smaller: a smaller picture mixes neighbours. */
function draw(canvas: OffscreenCanvas, bitmap: ImageBitmap, part: Box, covers: readonly Box[]): void {
  const full = new OffscreenCanvas(part.width, part.height);
  const pen = contextOf(full);
  pen.drawImage(bitmap, part.x, part.y, part.width, part.height, 0, 0, part.width, part.height);
  pen.fillStyle = COVER;
  for (const { x, y, width, height } of covers) pen.fillRect(x, y, width, height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(full, 0, 0, canvas.width, canvas.height);
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas to draw on');
  return context;
}
