import { useEffect, useRef } from 'preact/hooks';
import type { FindingPicture } from '../lib/audits/report';
import { formatDay, formatMoment, plural, t } from '../lib/i18n';
import type { PictureFacts, PictureFile } from '../lib/model/picture';

/** The pictures that are kept, and how they are looked at. */
export interface PictureSight {
  /** By SHA-256 of the file. */
  kept: ReadonlyMap<string, PictureFacts>;
  load: (picture: PictureFacts) => Promise<PictureFile | null>;
  onShow: (picture: PictureFacts) => void;
}

/** As many as fit beside each other in a narrow window. */
const MOST = 4;
/** Width in pixels of a thumbnail, twice as it is shown. */
const WIDTH = 240;

/** Pictures taken with the captures that a finding rests on, the newest first, each the way to the whole of it. */
export function FindingPictures({ pictures, sight }: { pictures: readonly FindingPicture[]; sight: PictureSight }) {
  const kept = pictures.flatMap(({ sha256 }) => sight.kept.get(sha256) ?? []);
  const gone = pictures.length - kept.length;
  return (
    <div class="audit-pictures">
      {kept.length > 0 && <p class="muted">{plural('audit_pictures', kept.length)}</p>}
      {kept.length > 0 && (
        <ul>
          {kept.slice(0, MOST).map((picture) => (
            <li key={picture.sha256}>
              <button
                type="button"
                class="thumbnail"
                aria-label={t('picture_show', formatMoment(picture.takenAt))}
                onClick={() => sight.onShow(picture)}
              >
                <Thumbnail picture={picture} load={sight.load} />
                <span aria-hidden="true">{formatDay(picture.takenAt)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {gone > 0 && <p class="muted">{plural('audit_pictures_gone', gone)}</p>}
    </div>
  );
}

/** A picture in small; its file is read when it comes into sight. */
function Thumbnail({ picture, load }: { picture: PictureFacts } & Pick<PictureSight, 'load'>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const height = Math.max(1, Math.round((WIDTH * picture.height) / picture.width));
  useEffect(() => {
    const { current } = canvas;
    if (!current) return;
    const draw = async () => {
      const file = await load(picture);
      if (!file) return;
      const size = { resizeWidth: WIDTH, resizeHeight: height, resizeQuality: 'medium' } as const;
      const bitmap = await createImageBitmap(new Blob([file.bytes], { type: file.type }), size);
      current.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    };
    const watch = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      draw().catch((error: unknown) => console.warn('The picture could not be shown:', error));
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [picture.sha256]);
  return <canvas ref={canvas} width={WIDTH} height={height} />;
}
