import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { Box, PictureEdit, PictureFile } from '../lib/model/picture';
import { boxBetween, cropOf, within } from '../lib/pictures/boxes';
import { BoxFields } from './BoxFields';
import { Icon } from './Icon';
import { drawEdits } from './picture-drawing';

interface Props {
  file: PictureFile;
  /** Something is being done with it. */
  busy: boolean;
  onKeep: (edits: PictureEdit[]) => void;
  onDiscard: () => void;
}

/**
 * A picture in full size before it is kept: parts of it can be covered, or all but one part cut away. A part is marked with the pointer or with
 * four numbers; both do the same.
 */
export function PictureEditor({ file, busy, onKeep, onDiscard }: Props) {
  const size = useMemo(() => ({ width: file.width, height: file.height }), [file]);
  const [edits, setEdits] = useState<PictureEdit[]>([]);
  const [marked, mark] = useState<Box>(() => middleOf(size));
  const bitmap = useBitmap(file);
  const add = (kind: PictureEdit['kind']) =>
    setEdits([...edits.filter((edit) => kind === 'hide' || edit.kind !== 'crop'), { kind, box: marked }]);
  const left = cropOf(edits, size);
  return (
    <div class="picture-editor">
      <Marking bitmap={bitmap} size={size} edits={edits} marked={marked} onMark={mark} />
      <div class="picture-tools">
        <fieldset class="box-fields">
          <legend>{t('picture_part')}</legend>
          <BoxFields box={marked} size={size} onBox={mark} />
          <p class="muted">{t('picture_part_words')}</p>
          <div class="tools">
            <button type="button" onClick={() => add('hide')}>
              {t('picture_hide')}
            </button>
            <button type="button" onClick={() => add('crop')}>
              {t('picture_crop')}
            </button>
          </div>
        </fieldset>
        {edits.length > 0 && <EditList edits={edits} onRemove={(gone) => setEdits(edits.filter((edit) => edit !== gone))} />}
        <p class="muted" role="status">
          {t('picture_result', left.width, left.height, edits.filter(({ kind, box }) => kind === 'hide' && within(box, left)).length)}
        </p>
        <div class="tools">
          <button type="button" class="primary" aria-disabled={busy} onClick={() => busy || onKeep(edits)}>
            {t(edits.length > 0 ? 'picture_keep_edited' : 'picture_keep')}
          </button>
          <button type="button" aria-disabled={busy} onClick={() => busy || onDiscard()}>
            {t('picture_discard')}
          </button>
        </div>
      </div>
    </div>
  );
}

function EditList({ edits, onRemove }: { edits: readonly PictureEdit[]; onRemove: (edit: PictureEdit) => void }) {
  return (
    <ul class="picture-edits">
      {edits.map((edit) => {
        const { x, y, width, height } = edit.box;
        const words = t(edit.kind === 'hide' ? 'picture_hidden_part' : 'picture_cropped_part', x, y, width, height);
        return (
          <li key={`${edit.kind} ${x} ${y} ${width} ${height}`}>
            <span>{words}</span>
            <button type="button" class="icon-button" onClick={() => onRemove(edit)}>
              <Icon name="remove" label={t('picture_edit_remove', words)} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

interface MarkingProps {
  bitmap: ImageBitmap | null;
  size: { width: number; height: number };
  edits: readonly PictureEdit[];
  marked: Box;
  onMark: (box: Box) => void;
}

/** The picture with what is marked and what was done to it. Dragging marks a part. */
function Marking({ bitmap, size, edits, marked, onMark }: MarkingProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context && bitmap) drawEdits(context, bitmap, edits, marked);
  }, [bitmap, edits, marked]);
  const at = (event: PointerEvent) => {
    const place = canvas.current?.getBoundingClientRect();
    if (!place) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - place.left) * size.width) / place.width,
      y: ((event.clientY - place.top) * size.height) / place.height,
    };
  };
  return (
    <canvas
      ref={canvas}
      class="picture marking"
      role="img"
      aria-label={t('picture_label')}
      width={size.width}
      height={size.height}
      onPointerDown={(event) => {
        from.current = at(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const box = from.current && boxBetween(from.current, at(event), size);
        if (box) onMark(box);
      }}
      onPointerUp={() => {
        from.current = null;
      }}
      onPointerCancel={() => {
        from.current = null;
      }}
    />
  );
}

/** A quarter of the picture in its middle: something to move when the part is marked by numbers. */
const middleOf = ({ width, height }: MarkingProps['size']): Box => ({
  x: Math.floor(width / 4),
  y: Math.floor(height / 4),
  width: Math.ceil(width / 2),
  height: Math.ceil(height / 2),
});

function useBitmap(file: PictureFile): ImageBitmap | null {
  const [bitmap, setBitmap] = useState<ImageBitmap | null>(null);
  useEffect(() => {
    let wanted = true;
    createImageBitmap(new Blob([file.bytes], { type: file.type })).then(
      (made) => (wanted ? setBitmap(made) : made.close()),
      () => undefined, // It stays empty; what is kept is decided by the same bytes and fails with words.
    );
    return () => {
      wanted = false;
    };
  }, [file]);
  return bitmap;
}
