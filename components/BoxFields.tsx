import { t } from '../lib/i18n';
import type { Box } from '../lib/model/picture';
import { within } from '../lib/pictures/boxes';

const SIDES = ['x', 'y', 'width', 'height'] as const;
/** One press of an arrow key, in pixels: fine enough for a line of text. */
const STEP = 4;

interface Props {
  box: Box;
  size: { width: number; height: number };
  onBox: (box: Box) => void;
}

/** A part of a picture as four numbers of pixels: what dragging does, for whoever has no pointer. */
export function BoxFields({ box, size, onBox }: Props) {
  const most = { x: size.width - 1, y: size.height - 1, ...size };
  const change = (side: (typeof SIDES)[number], value: number) => {
    if (!Number.isInteger(value)) return;
    const next = within({ ...box, [side]: Math.min(Math.max(value, 0), most[side]) }, { x: 0, y: 0, ...size });
    if (next) onBox(next);
  };
  return (
    <div class="box-numbers">
      {SIDES.map((side) => (
        <label key={side}>
          <span>{t(`picture_side_${side}`)}</span>
          <input
            type="number"
            min={side === 'width' || side === 'height' ? 1 : 0}
            max={most[side]}
            value={box[side]}
            onKeyDown={(event) => {
              const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
              if (by === undefined) return;
              event.preventDefault();
              change(side, box[side] + by);
            }}
            onChange={(event) => change(side, event.currentTarget.valueAsNumber)}
          />
        </label>
      ))}
    </div>
  );
}
