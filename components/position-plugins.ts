import type { Plugin } from 'chart.js';
import type { Figure } from '../lib/benchmark/result';
import type { Mark } from './chart-data';
import { drawn, type Look } from './chart-look';

/** A brand's point on the map. */
export interface Spot extends Mark {
  x: Figure;
  y: Figure;
}

/** Both intervals of each point as a thin cross; where one leaves the chart it ends in an arrow. */
export function crosses(spots: readonly Spot[], look: Look): Plugin {
  return {
    id: 'crosses',
    beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales: { x, y } }) {
      if (!x || !y) return;
      const logX = x.type === 'logarithmic';
      const logY = y.type === 'logarithmic';
      ctx.save();
      ctx.lineWidth = 1.5;
      for (const spot of spots) {
        const at = { x: x.getPixelForValue(spot.x.value ?? 0), y: y.getPixelForValue(spot.y.value ?? 0) };
        const place = (axis: typeof x, value: number, log: boolean) =>
          log && value <= 0 ? axis.getPixelForValue(axis.min) : axis.getPixelForValue(value);
        ctx.strokeStyle = drawn(spot, look).color;
        ctx.globalAlpha = 0.55;
        ctx.beginPath();
        if (spot.x.low !== null && spot.x.high !== null) {
          const [from, to] = [place(x, spot.x.low, logX), place(x, spot.x.high, logX)];
          arm(ctx, { x: Math.max(left, from), y: at.y }, { x: Math.min(right, to), y: at.y });
          if (from < left - 1) arrow(ctx, left, at.y, 5, 0);
          if (to > right + 1) arrow(ctx, right, at.y, -5, 0);
        }
        if (spot.y.low !== null && spot.y.high !== null) {
          const [from, to] = [place(y, spot.y.low, logY), place(y, spot.y.high, logY)];
          arm(ctx, { x: at.x, y: Math.min(bottom, from) }, { x: at.x, y: Math.max(top, to) });
          if (from > bottom + 1) arrow(ctx, at.x, bottom, 0, -5);
          if (to < top - 1) arrow(ctx, at.x, top, 0, 5);
        }
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

interface Point {
  x: number;
  y: number;
}

function arm(ctx: CanvasRenderingContext2D, from: Point, to: Point): void {
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
}

/** A tip at the edge, its barbs pointing back into the chart. */
function arrow(ctx: CanvasRenderingContext2D, x: number, y: number, back: number, up: number): void {
  const [sideX, sideY] = [up === 0 ? 0 : 4, up === 0 ? 4 : 0];
  ctx.moveTo(x + back - sideX, y + up - sideY);
  ctx.lineTo(x, y);
  ctx.lineTo(x + back + sideX, y + up + sideY);
}

const medianFont = (look: Look) => `400 11px ${look.font}`;

/** The peers' medians as dashed lines, each with its words at its end. */
export function medians(peers: { x: Figure; y: Figure }, words: { x: string; y: string }, look: Look): Plugin {
  return {
    id: 'medians',
    beforeDatasetsDraw({ ctx, chartArea: { left, right, top, bottom }, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.strokeStyle = look.muted;
      ctx.fillStyle = look.muted;
      ctx.font = medianFont(look);
      ctx.lineWidth = 1;
      const atX = peers.x.value === null ? null : x.getPixelForValue(peers.x.value);
      const atY = peers.y.value === null ? null : y.getPixelForValue(peers.y.value);
      ctx.setLineDash([5, 4]);
      ctx.beginPath();
      if (atX !== null) arm(ctx, { x: atX, y: top }, { x: atX, y: bottom });
      if (atY !== null) arm(ctx, { x: left, y: atY }, { x: right, y: atY });
      ctx.stroke();
      // Words after all lines: on the context that writes SVG, text ends a path.
      ctx.textBaseline = 'bottom';
      ctx.textAlign = atX !== null && atX > (left + right) / 2 ? 'right' : 'left';
      if (atX !== null) ctx.fillText(words.x, atX, top - 3);
      ctx.textAlign = 'right';
      if (atY !== null) ctx.fillText(words.y, right, atY - 2);
      ctx.restore();
    },
  };
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Where a name may stand beside its point, the best first: distances of the name's left middle from the point. */
const places = (width: number): [x: number, y: number][] => [
  ...([10, -10 - width] as const).flatMap((x) => [0, -12, 12].map((y): [number, number] => [x, y])),
  ...[-16, 16, -30, 30].map((y): [number, number] => [-width / 2, y]),
];

/** Boxes of names beside their points: each in the first place where it touches no other name, point or `kept` box, or where it touches least. */
export function labelBoxes(
  points: readonly Point[],
  widths: readonly number[],
  height: number,
  area: Box,
  kept: readonly Box[] = [],
): Box[] {
  const taken: Box[] = [...kept, ...points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))];
  return points.map((point, index) => {
    const width = widths[index] ?? 0;
    const candidates = places(width).map(([x, y]): { box: Box; cost: number } => {
      const left = point.x + x;
      const box = { left, right: left + width, top: point.y + y - height / 2, bottom: point.y + y + height / 2 };
      const outside = width * height - overlap(box, area);
      return { box, cost: outside * 4 + taken.reduce((sum, other) => sum + overlap(box, other), 0) };
    });
    const [first] = candidates;
    const best = candidates.reduce((a, b) => (b.cost < a.cost ? b : a), first ?? { box: area, cost: 0 });
    taken.push(best.box);
    return best.box;
  });
}

/** Names beside the points, one's own in bold. */
export function labels(spots: readonly Spot[], peers: { x: Figure; y: Figure }, words: { x: string; y: string }, look: Look): Plugin {
  return {
    id: 'labels',
    afterDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      if (!x || !y) return;
      const longest = chartArea.right - chartArea.left < 480 ? 16 : 28;
      const texts = spots.map(({ name }) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name));
      const fontOf = ({ role }: Spot) => `${role === 'own' ? 600 : 400} 12px ${look.font}`;
      ctx.save();
      ctx.textBaseline = 'middle';
      const widths = spots.map((spot, index) => {
        ctx.font = fontOf(spot);
        return ctx.measureText(texts[index] ?? '').width;
      });
      const points = spots.map((spot) => ({ x: x.getPixelForValue(spot.x.value ?? 0), y: y.getPixelForValue(spot.y.value ?? 0) }));
      ctx.font = medianFont(look);
      const at = y.getPixelForValue(peers.y.value ?? 0);
      const medianWords = { left: chartArea.right - ctx.measureText(words.y).width, right: chartArea.right, top: at - 16, bottom: at };
      const boxes = labelBoxes(points, widths, 15, chartArea, peers.y.value === null ? [] : [medianWords]);
      for (const [index, spot] of spots.entries()) {
        const box = boxes[index];
        if (!box) continue;
        ctx.font = fontOf(spot);
        // A halo, so that lines behind do not strike the name through.
        ctx.strokeStyle = look.paper;
        ctx.lineWidth = 4;
        ctx.lineJoin = 'round';
        ctx.strokeText(texts[index] ?? '', box.left, (box.top + box.bottom) / 2);
        ctx.fillStyle = look.ink;
        ctx.fillText(texts[index] ?? '', box.left, (box.top + box.bottom) / 2);
      }
      ctx.restore();
    },
  };
}
