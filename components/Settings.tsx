import { t } from '../lib/i18n';
import type { NetworkId } from '../lib/model/vocabulary';
import type { PreciseSite } from '../lib/precise-sites';
import { FlavourSelect } from './ExportBar';
import { OverlayChoice, type OverlayLine } from './OverlayChoice';
import { PreciseChoice, type PreciseLine } from './PreciseChoice';

interface Props {
  /** Null until it is known. */
  captureOnClick: boolean | null;
  onCaptureOnClick: (on: boolean) => void;
  precise: PreciseLine[] | null;
  onPrecise: (site: PreciseSite, on: boolean) => void;
  /** Servers that accounts were captured on. */
  servers: readonly string[];
  overlay: OverlayLine[] | null;
  onOverlay: (id: NetworkId, on: boolean) => void;
  flavour: 'auto' | 'fr' | 'en';
  onFlavour: (flavour: 'auto' | 'fr' | 'en') => void;
}

/** The few things that can be set, each with what it changes. */
export function Settings({ captureOnClick, onCaptureOnClick, precise, onPrecise, servers, overlay, onOverlay, flavour, onFlavour }: Props) {
  return (
    <div class="prose">
      <h2>{t('settings_capture')}</h2>
      <label class="check">
        <input
          type="checkbox"
          checked={captureOnClick === true}
          disabled={captureOnClick === null}
          onChange={(event) => onCaptureOnClick(event.currentTarget.checked)}
        />
        <span>
          {t('capture_on_click')}
          <span class="brand-notes">{t('capture_on_click_words')}</span>
        </span>
      </label>
      <PreciseChoice sites={precise} onPrecise={onPrecise} known={servers} />
      <OverlayChoice networks={overlay} onOverlay={onOverlay} />
      <h2>{t('settings_files')}</h2>
      <FlavourSelect flavour={flavour} onFlavour={onFlavour} />
      <p class="muted">{t('csv_words')}</p>
    </div>
  );
}
