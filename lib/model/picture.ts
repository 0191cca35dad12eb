import type { NetworkId, SurfaceKind } from './vocabulary';

/** A part of a picture, in whole pixels of it. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the analyst did to a picture before it was kept, in pixels of the picture as it was taken. `crop`: nothing else is kept. */
export interface PictureEdit {
  kind: 'hide' | 'crop';
  box: Box;
}

/** An image file with its size in pixels. */
export interface PictureFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** `image/webp`, or what the browser can write. */
  type: string;
  width: number;
  height: number;
}

/** What is known of a picture of the visible part of a page, taken with a capture. */
export interface PictureFacts extends Omit<PictureFile, 'bytes'> {
  /** The capture that it was taken with; one picture each. */
  snapshotId: string;
  accountKey: string;
  network: NetworkId;
  url: string;
  /** Epoch ms. */
  takenAt: number;
  /** Version of the network's reader. */
  adapter: number;
  /** How many bytes the file has. */
  size: number;
  /** SHA-256 of the file as it is kept, in hexadecimal digits. */
  sha256: string;
  /** Null where it is as it was taken. */
  edited: PictureEdit[] | null;
}

/** A picture that is kept, with what its capture saw; `surface` is null where the capture cannot be read any more. */
export interface PicturedCapture extends PictureFacts {
  surface: SurfaceKind | null;
  postKeys: string[];
}

/**
 * Why an audit capture has no picture. not-allowed: the browser does not let us see the page; not-visible: another tab came in front;
 * moved: the page changed its address meanwhile; too-soon: browsers take two pictures a second at most; full: too many wait to be looked at.
 */
export const PICTURE_FAULTS = ['not-allowed', 'not-visible', 'moved', 'too-soon', 'full', 'failed'] as const;
export type PictureFault = (typeof PICTURE_FAULTS)[number];
