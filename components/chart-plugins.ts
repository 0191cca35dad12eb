import type { Plugin } from 'chart.js';
import type { Bar, Line } from './chart-data';
import { type Look, spread } from './chart-look';

/** Room at the right of the lines for their names. */
export const LABEL_WIDTH = 148;

/** A background, so that the picture is readable wherever it is pasted. */
export function paper(look: Look): Plugin {
  return {
    id: 'paper',
    beforeDraw({ ctx, width, height }) {
      ctx.save();
      ctx.fillStyle = look.paper;
      ctx.fillRect(0, 0, width, height);
      ctx.restore();
    },
  };
}

/** Typical values as strokes, their intervals as thin lines with ends (an arrow where one leaves the chart), and the value at the right. */
export function whiskers(list: Bar[], look: Look, write: (value: number) => string): Plugin {
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const { x, y: rows } = chart.scales;
      if (!x || !rows) return;
      ctx.save();
      ctx.font = `600 12px ${look.font}`;
      ctx.textBaseline = 'middle';
      for (const [index, bar] of list.entries()) {
        const y = rows.getPixelForValue(index);
        ctx.fillStyle = look.ink;
        ctx.fillText(write(bar.value), chartArea.right + 10, y);
        stroke(ctx, look, 3, (line) => {
          line.moveTo(x.getPixelForValue(bar.value), y - 12);
          line.lineTo(x.getPixelForValue(bar.value), y + 12);
        });
        if (bar.low === null || bar.high === null) continue;
        const from = Math.max(x.getPixelForValue(bar.low), chartArea.left);
        const to = Math.min(x.getPixelForValue(bar.high), chartArea.right);
        const leaves = x.getPixelForValue(bar.high) > chartArea.right;
        stroke(ctx, look, 1.5, (line) => {
          line.moveTo(from, y);
          line.lineTo(to, y);
          line.moveTo(from, y - 5);
          line.lineTo(from, y + 5);
          if (leaves) {
            line.moveTo(to - 5, y - 5);
            line.lineTo(to, y);
            line.lineTo(to - 5, y + 5);
          } else {
            line.moveTo(to, y - 5);
            line.lineTo(to, y + 5);
          }
        });
      }
      ctx.restore();
    },
  };
}

/** A line with a halo, which keeps it visible on a ground of any colour. */
function stroke(ctx: CanvasRenderingContext2D, look: Look, width: number, draw: (line: CanvasRenderingContext2D) => void): void {
  ctx.beginPath();
  draw(ctx);
  ctx.strokeStyle = look.paper;
  ctx.lineWidth = width + 2.5;
  ctx.stroke();
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = width;
  ctx.stroke();
}

/** The interval of each week as a faint line behind its point. */
export function intervals(list: Line[], look: Look): Plugin {
  return {
    id: 'intervals',
    beforeDatasetsDraw({ ctx, chartArea, scales: { x, y } }) {
      if (!x || !y) return;
      ctx.save();
      ctx.globalAlpha = 0.3;
      ctx.lineWidth = 2;
      for (const line of list) {
        ctx.strokeStyle = look.role[line.role];
        for (const { x: week, low, high } of line.points) {
          if (low === null || high === null) continue;
          ctx.beginPath();
          ctx.moveTo(x.getPixelForValue(week), y.getPixelForValue(low));
          ctx.lineTo(x.getPixelForValue(week), Math.max(chartArea.top, y.getPixelForValue(high)));
          ctx.stroke();
        }
      }
      ctx.restore();
    },
  };
}

function shortened(name: string, ctx: CanvasRenderingContext2D, width: number): string {
  let shown = name;
  while (shown.length > 1 && ctx.measureText(shown).width > width) shown = `${shown.replace(/…$/, '').slice(0, -1)}…`;
  return shown;
}

/** Names at the right, level with the last point of their line, moved apart where they would touch. */
export function names(list: Line[], look: Look): Plugin {
  return {
    id: 'names',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const y = chart.scales.y;
      if (!y) return;
      const ends = list.map((line) => y.getPixelForValue(line.points.at(-1)?.y ?? 0));
      const placed = spread(ends, 16, chartArea.top + 6, chartArea.bottom - 6);
      ctx.save();
      ctx.textBaseline = 'middle';
      list.forEach((line, index) => {
        const at = placed[index] ?? 0;
        ctx.strokeStyle = look.role[line.role];
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(chartArea.right + 2, ends[index] ?? at);
        ctx.lineTo(chartArea.right + 12, at);
        ctx.stroke();
        ctx.fillStyle = look.ink;
        ctx.font = `${line.role === 'own' ? 600 : 400} 12px ${look.font}`;
        ctx.fillText(shortened(line.name, ctx, LABEL_WIDTH - 18), chartArea.right + 16, at);
      });
      ctx.restore();
    },
  };
}
