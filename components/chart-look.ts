import type { Role } from '../lib/model/vocabulary';
import type { Mark } from './chart-data';

/** Colours and type of a chart, read from the stylesheet so that a chart follows the theme. */
export interface Look {
  ink: string;
  muted: string;
  line: string;
  paper: string;
  font: string;
  role: Record<Role, string>;
}

/** Reads the tokens. A probe element resolves `light-dark()`, which custom properties keep as written. */
export function readLook(host: HTMLElement): Look {
  const probe = document.createElement('span');
  host.append(probe);
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const look: Look = {
    ink: resolve('--ink'),
    muted: resolve('--muted'),
    line: resolve('--line'),
    paper: resolve('--paper'),
    font: getComputedStyle(host).fontFamily,
    role: {
      own: resolve('--role-own'),
      direct: resolve('--role-direct'),
      indirect: resolve('--role-indirect'),
      leader: resolve('--role-leader'),
      inspiration: resolve('--role-inspiration'),
    },
  };
  probe.remove();
  return look;
}

/** Type of axis labels. */
export const tickFont = (look: Look) => ({ family: look.font, size: 12 });

/** Shapes of Chart.js for ● ■ ▲ ◆ ○. */
const POINTS: Record<Role, string> = { own: 'circle', direct: 'rect', indirect: 'triangle', leader: 'rectRot', inspiration: 'circle' };
const DASHES: number[][] = [[], [6, 3], [2, 2], [8, 2, 2, 2]];

/** How a brand is drawn: its role's colour and shape, its own dashes within the role; inspiration is hollow. */
export function drawn(mark: Mark, look: Look) {
  const color = look.role[mark.role];
  return {
    color,
    fill: mark.role === 'inspiration' ? look.paper : color,
    point: POINTS[mark.role],
    dash: DASHES[mark.nth % DASHES.length] ?? [],
  };
}

/** Positions for labels beside their points: in order, at least `gap` apart, inside the chart. */
export function spread(wanted: number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let free = top;
  for (const label of order) {
    label.y = Math.max(label.y, free);
    free = label.y + gap;
  }
  let limit = bottom;
  for (const label of order.reverse()) {
    label.y = Math.min(label.y, limit);
    limit = label.y - gap;
  }
  const placed = new Array<number>(wanted.length);
  for (const { y, index } of order) placed[index] = y;
  return placed;
}
