import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../lib/i18n';
import type { PictureFile } from '../lib/model/picture';

/** A picture, drawn: our pages may show no image by address, not even one of their own. `label` says what is on it. */
export function PictureCanvas({ file, label }: { file: PictureFile; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  useEffect(() => {
    let wanted = true;
    createImageBitmap(new Blob([file.bytes], { type: file.type })).then(
      (bitmap) => {
        if (wanted) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
        bitmap.close();
      },
      () => wanted && setUnreadable(true),
    );
    return () => {
      wanted = false;
    };
  }, [file]);
  if (unreadable) return <p class="warn">{t('picture_unreadable')}</p>;
  return <canvas ref={canvas} class="picture" role="img" aria-label={label} width={file.width} height={file.height} />;
}
