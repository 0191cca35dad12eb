import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, PictureEdit } from '../../lib/model/picture';
import { boxBetween, coversOf, cropOf, fitted, within } from '../../lib/pictures/boxes';

const SIZE = { width: 800, height: 600 };
const WHOLE: Box = { x: 0, y: 0, ...SIZE };
const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const hide = (of: Box): PictureEdit => ({ kind: 'hide', box: of });
const crop = (to: Box): PictureEdit => ({ kind: 'crop', box: to });
const anyBox = fc.record({
  x: fc.integer({ min: 0, max: 799 }),
  y: fc.integer({ min: 0, max: 599 }),
  width: fc.integer({ min: 1, max: 800 }),
  height: fc.integer({ min: 1, max: 600 }),
});
const anyEdits = fc.array(fc.record({ kind: fc.constantFrom('hide' as const, 'crop' as const), box: anyBox }), { maxLength: 6 });
const has = (frame: Box, x: number, y: number) => x >= frame.x && y >= frame.y && x < frame.x + frame.width && y < frame.y + frame.height;

describe('a part that is marked', () => {
  it('takes in every pixel that it touches, whichever corner came first', () => {
    expect(boxBetween({ x: 10.6, y: 20.2 }, { x: 30.1, y: 25 }, SIZE)).toEqual(box(10, 20, 21, 5));
    expect(boxBetween({ x: 30.1, y: 25 }, { x: 10.6, y: 20.2 }, SIZE)).toEqual(box(10, 20, 21, 5));
  });

  it('ends where the picture ends, and is none beside it', () => {
    expect(boxBetween({ x: -40, y: 590 }, { x: 10, y: 900 }, SIZE)).toEqual(box(0, 590, 10, 10));
    expect(boxBetween({ x: 5, y: 5 }, { x: 5, y: 80 }, SIZE)).toBeNull();
    expect(boxBetween({ x: 801, y: 5 }, { x: 900, y: 80 }, SIZE)).toBeNull();
  });

  it('is measured on a picture whose sides are not its own properties, as a browser’s are not', () => {
    class Bitmap {
      get width() {
        return 800;
      }
      get height() {
        return 600;
      }
    }
    expect(cropOf([], new Bitmap())).toEqual(WHOLE);
    expect(boxBetween({ x: 0, y: 0 }, { x: 9999, y: 9999 }, new Bitmap())).toEqual(WHOLE);
  });
});

describe('what is left of a picture', () => {
  it('is the whole without a crop, and what two crops share', () => {
    expect(cropOf([hide(box(1, 1, 5, 5))], SIZE)).toEqual(WHOLE);
    expect(cropOf([crop(box(100, 100, 300, 200)), crop(box(200, 50, 300, 100))], SIZE)).toEqual(box(200, 100, 200, 50));
  });

  it('covers what was covered, wherever the crop puts it', () => {
    const edits = [hide(box(150, 120, 100, 40)), crop(box(200, 100, 400, 300)), hide(box(0, 0, 50, 50))];
    expect(coversOf(edits, SIZE)).toEqual([box(0, 20, 50, 40)]);
  });

  it('shows no pixel that was hidden or cut away, for any edits in any order', () => {
    fc.assert(
      fc.property(anyEdits, fc.integer({ min: 0, max: 799 }), fc.integer({ min: 0, max: 599 }), (edits, x, y) => {
        const left = cropOf(edits, SIZE);
        expect(within(left, WHOLE)).toEqual(left);
        const covered = coversOf(edits, SIZE).some((cover) => has({ ...cover, x: cover.x + left.x, y: cover.y + left.y }, x, y));
        const hidden = edits.some((edit) => edit.kind === 'hide' && has(edit.box, x, y));
        if (has(left, x, y)) expect(covered).toBe(hidden);
        else expect(covered).toBe(false);
      }),
    );
  });
});

describe('a picture made smaller', () => {
  it('keeps its proportions and is never made larger', () => {
    expect(fitted({ width: 3200, height: 1801 }, 1600)).toEqual({ width: 1600, height: 901 });
    expect(fitted({ width: 900, height: 4000 }, 1600)).toEqual({ width: 900, height: 4000 });
    expect(fitted({ width: 5000, height: 1 }, 1600)).toEqual({ width: 1600, height: 1 });
  });
});
